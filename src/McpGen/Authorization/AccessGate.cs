using System.Numerics;
using System.Security.Claims;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;

namespace McpGen.Authorization;

/// <summary>Decides a tool's access for a caller. Nothing a rule throws gets out: it refuses, and hides a private tool.</summary>
internal static class AccessGate
{
    /// <summary>Decides all of it.</summary>
    public static ValueTask<AccessOutcome> DecideAsync(
        HardenedTool tool, ClaimsPrincipal? user, JsonRpcMessage? message, IServiceProvider? services, CancellationToken cancellation)
    {
        AccessOutcome outcome = Decide(tool, user, message, services, out Identities admitted);
        return outcome == AccessOutcome.Admitted && tool.Definition.Access.Policies.Length > 0
            ? DecidePoliciesAsync(tool, user, message, services, admitted, cancellation)
            : new(outcome);
    }

    /// <summary>Whether claims admit a caller; why not, <see cref="Decide"/> says.</summary>
    public static bool Admits(HardenedTool tool, ClaimsPrincipal? user, JsonRpcMessage? message, IServiceProvider? services)
    {
        try
        {
            if (user?.Identities is List<ClaimsIdentity> { Count: 1 } only && only[0].IsAuthenticated)
            {
                return tool.Definition.Access.HoldsOn(only[0], tool.Options);
            }
        }
        catch (Exception exception)
        {
            Log.AccessUndecided(LoggerOf(services), tool.Name, exception);
            return false;
        }

        return Decide(tool, user, message, services, out _) == AccessOutcome.Admitted;
    }

    /// <summary>Decides what claims decide.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="user">The principal of the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="services">The services of the request, for the log.</param>
    /// <param name="admitted">The identities on which the rules hold.</param>
    public static AccessOutcome Decide(HardenedTool tool, ClaimsPrincipal? user, JsonRpcMessage? message, IServiceProvider? services, out Identities admitted)
    {
        if (tool.Definition.Access.AllowsAnonymous)
        {
            admitted = default;
            return AccessOutcome.Admitted;
        }

        try
        {
            return tool.Definition.Access.Decide(new Caller(user, message, tool.Options), out admitted);
        }
        catch (Exception exception)
        {
            Log.AccessUndecided(LoggerOf(services), tool.Name, exception);
            admitted = default;
            return tool.Definition.Access.IsPrivate ? AccessOutcome.Hidden : AccessOutcome.Refused;
        }
    }

    /// <summary>Whether a caller that lacks a scope lacks nothing else: policies are asked too, as if it had the scope.</summary>
    public static async ValueTask<bool> LacksOnlyScopesAsync(
        HardenedTool tool, ClaimsPrincipal? user, JsonRpcMessage? message, IServiceProvider? services, CancellationToken cancellation)
    {
        Identities candidates;
        try
        {
            candidates = tool.Definition.Access.WhereOnlyScopesLack(new Caller(user, message, tool.Options));
        }
        catch (Exception exception)
        {
            Log.AccessUndecided(LoggerOf(services), tool.Name, exception);
            return false;
        }

        return !(await HoldPoliciesAsync(tool, user, message, services, candidates, cancellation).ConfigureAwait(false)).IsEmpty;
    }

    /// <summary>The identities on which every policy holds; none when a policy throws.</summary>
    public static async ValueTask<Identities> HoldPoliciesAsync(
        HardenedTool tool, ClaimsPrincipal? user, JsonRpcMessage? message, IServiceProvider? services, Identities candidates, CancellationToken cancellation)
    {
        ulong held = 0;
        try
        {
            ArgumentNullException.ThrowIfNull(services);
            for (ulong rest = candidates.Bits; rest != 0; rest &= rest - 1)
            {
                int index = BitOperations.TrailingZeroCount(rest);
                var caller = new ClaimsPrincipal(new Caller(user, message, tool.Options)[index]);
                if (await HoldAllAsync(tool.Definition.Access.Policies, caller, services, cancellation).ConfigureAwait(false))
                {
                    held |= 1UL << index;
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            Log.AccessUndecided(LoggerOf(services), tool.Name, exception);
            return default;
        }

        return new(held);
    }

    private static async ValueTask<AccessOutcome> DecidePoliciesAsync(
        HardenedTool tool, ClaimsPrincipal? user, JsonRpcMessage? message, IServiceProvider? services, Identities candidates, CancellationToken cancellation) =>
        (await HoldPoliciesAsync(tool, user, message, services, candidates, cancellation).ConfigureAwait(false)).IsEmpty ? AccessOutcome.Refused : AccessOutcome.Admitted;

    private static async ValueTask<bool> HoldAllAsync(PolicyRule[] policies, ClaimsPrincipal caller, IServiceProvider services, CancellationToken cancellation)
    {
        foreach (PolicyRule policy in policies)
        {
            if (!await policy.AdmitsAsync(caller, services, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private static ILogger LoggerOf(IServiceProvider? services)
    {
        try
        {
            return (services?.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("McpGen");
        }
        catch (ObjectDisposedException)
        {
            // The server is going down; the caller is refused all the same.
            return NullLogger.Instance;
        }
    }
}
