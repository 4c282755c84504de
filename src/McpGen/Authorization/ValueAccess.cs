using McpGen.Invocation;
using ModelContextProtocol.Protocol;

namespace McpGen.Authorization;

/// <summary>
/// The part of a tool's access that depends on the values of arguments. Decided on what was bound, on the same identity as the rest,
/// before a guard or the method sees it.
/// </summary>
public ref struct ValueAccess
{
    private readonly ToolCall _call;
    private readonly Caller _caller;
    private Identities _identities;
    private bool _isAsked;
    private bool _isScopeMissing;
    private List<ScopeRule>? _scopes;

    internal ValueAccess(ToolCall call, Identities? admitted)
    {
        _call = call;
        _caller = new Caller(call.Request.User, call.Request.JsonRpcRequest, call.Tool.Options);
        _identities = default;
        if (admitted is { } known)
        {
            _identities = known;
        }
        else
        {
            call.Tool.Definition.Access.Decide(_caller, out _identities);
        }
    }

    /// <summary>Whether no identity of the caller fulfils what was asked.</summary>
    public readonly bool IsRefused => _isAsked && _identities.IsEmpty;

    /// <summary>Demands scopes for the values at hand.</summary>
    /// <param name="rule">The scopes.</param>
    public void Require(ScopeRule rule)
    {
        (_scopes ??= []).Add(rule);
        Identities held = _caller.Where(rule, _identities);

        // What is refused already is not for want of this scope; an anonymous caller starts with nothing.
        _isScopeMissing |= held.IsEmpty && (!_identities.IsEmpty || !_isAsked);
        Keep(held);
    }

    /// <summary>Demands that the caller's claim equals an argument.</summary>
    /// <param name="rule">The claim.</param>
    /// <param name="value">The argument; null is refused.</param>
    public void Require(ClaimRule rule, string? value) => Keep(value is null ? default : _caller.Where(rule.EqualTo(value), _identities));

    /// <inheritdoc cref="Require(ClaimRule, string?)"/>
    public void Require(ClaimRule rule, Guid? value) => Keep(value is { } id ? _caller.Where(rule.EqualTo(id), _identities) : default);

    /// <inheritdoc cref="Require(ClaimRule, string?)"/>
    public void Require(ClaimRule rule, long? value) => Keep(value is { } number ? _caller.Where(rule.EqualTo(number), _identities) : default);

    /// <inheritdoc cref="Require(ClaimRule, string?)"/>
    public void Require(ClaimRule rule, ulong? value) => Keep(value is { } number ? _caller.Where(rule.EqualTo(number), _identities) : default);

    /// <summary>The answer to a refused caller: it names every scope that the call needs.</summary>
    public readonly ValueTask<CallToolResult> Refusal() => new(AccessRefusal.ByValue(_call.Tool, _isScopeMissing ? _call.Tool.Definition.Access.ScopeRules.Concat(_scopes!) : []));

    private void Keep(Identities held)
    {
        _isAsked = true;
        _identities = held;
        _call.Narrow(_caller, held);
    }
}
