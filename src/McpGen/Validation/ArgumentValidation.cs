using System.ComponentModel.DataAnnotations;
using System.Globalization;
using McpGen.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;

namespace McpGen.Validation;

/// <summary>
/// Asks the developer's own validation of one call, once everything is bound: subclasses of <see cref="ValidationAttribute"/>, and
/// <see cref="IValidatableObject"/>. They can only refuse more.
/// </summary>
/// <remarks>
/// Used by generated code. The caller sees a message only where it is a constant of the source; what is computed may hold anything, and
/// goes to the log. An exception ends in the tool's fixed error.
/// </remarks>
public sealed class ArgumentValidation
{
    /// <summary>After so many findings nothing is asked any more: neither an endless list of them nor a long list of bad items goes on.</summary>
    private const int MostFindings = 1000;

    private const string Refused = "is refused by the tool's own validation";

    private readonly List<string> _path = [];
    private readonly Violations _violations = new();
    private readonly HardenedTool _tool;
    private readonly IServiceProvider? _services;
    private readonly ILogger _logger;

    /// <summary>Starts the validation of a call.</summary>
    /// <param name="call">The call.</param>
    public ArgumentValidation(ToolCall call)
    {
        _tool = call.Tool;
        _services = call.Request.Services ?? call.Server.Services;
        _logger = (_services?.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("McpGen");
    }

    /// <summary>How many violations there are so far.</summary>
    public int Count => _violations.Count;

    /// <summary>Whether anything was refused so far.</summary>
    public bool IsRefused => _violations.Count > 0;

    /// <summary>The answer to a call that was refused.</summary>
    public ValueTask<CallToolResult> Refusal() => new(ToolResult.Error(_violations.ToText(_tool.Name)));

    /// <summary>Goes into a member or an entry.</summary>
    /// <param name="name">Its name in JSON.</param>
    public void Enter(string name) => _path.Add(Violations.Segment(name));

    /// <summary>Goes into an item.</summary>
    /// <param name="index">Its index, from 0.</param>
    public void Enter(int index) => _path.Add(index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Goes back out.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Asks a rule about a member or an argument.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="value">The bound value.</param>
    /// <param name="owner">The object it is a member of; null for an argument.</param>
    /// <param name="member">Its name in C#.</param>
    /// <param name="name">Its name in JSON.</param>
    /// <param name="message">What the caller is told; null where the rule has no constant message.</param>
    public void Check(ValidationAttribute rule, object? value, object? owner, string member, string name, string? message)
    {
        if (Count >= MostFindings)
        {
            return;
        }

        // A context needs an object; an argument belongs to none.
        var context = new ValidationContext(owner ?? value ?? this, member, _services, items: null) { MemberName = member };
        if (rule.GetValidationResult(value, context) is { } finding)
        {
            Refuse("/" + Violations.Segment(name), message, finding);
        }
    }

    /// <summary>Asks a rule about an object as a whole.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="value">The object.</param>
    /// <param name="message">What the caller is told; null where the rule has no constant message.</param>
    public void CheckObject(ValidationAttribute rule, object value, string? message)
    {
        if (Count < MostFindings && rule.GetValidationResult(value, new ValidationContext(value, value.GetType().Name, _services, items: null)) is { } finding)
        {
            Refuse("", message, finding);
        }
    }

    /// <summary>Asks an object about itself.</summary>
    /// <param name="value">The object.</param>
    /// <param name="members">Its members' names in C# and in JSON, to place what it finds.</param>
    public void CheckItself(IValidatableObject value, params (string Member, string Name)[] members)
    {
        if (Count >= MostFindings)
        {
            return;
        }

        foreach (ValidationResult? finding in value.Validate(new ValidationContext(value, value.GetType().Name, _services, items: null)))
        {
            if (finding is null)
            {
                continue;
            }

            string pointer = "";
            foreach ((string member, string name) in members)
            {
                if (pointer.Length == 0 && finding.MemberNames.Contains(member))
                {
                    pointer = "/" + name;
                }
            }

            Refuse(pointer, message: null, finding);
            if (Count >= MostFindings)
            {
                return;
            }
        }
    }

    private void Refuse(string pointer, string? message, ValidationResult finding)
    {
        string at = string.Concat(_path.Select(static segment => "/" + segment)) + pointer;
        if (_violations.Add())
        {
            // What is not printed is not logged either: a caller must not write the log.
            ValidationLog.Refused(_logger, _tool.Name, at, finding.ErrorMessage);
            _violations.Describe(at, message ?? Refused);
        }
    }
}

internal static partial class ValidationLog
{
    [LoggerMessage(10, LogLevel.Information, "The own validation of {Tool} refused {Pointer}: {Finding}")]
    public static partial void Refused(ILogger logger, string tool, string pointer, string? finding);
}
