using Microsoft.AspNetCore.Authorization;

namespace Protected;

/// <summary>Asks the roster, which changes while keys and tokens do not: what no claim can say is decided by a policy.</summary>
public sealed class OnDutyHandler(IConfiguration settings) : AuthorizationHandler<OnDutyRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OnDutyRequirement requirement)
    {
        if (context.User.FindFirst("sub")?.Value is { } user && settings.GetSection("OnDuty").Get<string[]>() is { } onDuty && onDuty.Contains(user, StringComparer.Ordinal))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
