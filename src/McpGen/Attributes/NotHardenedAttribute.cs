namespace McpGen;

/// <summary>
/// Leaves a tool class out on purpose: no wrapper is generated, its tools run unchecked on the SDK's own registration, and a warning at
/// start names the class and the reason.
/// </summary>
/// <param name="reason">Why the class is not hardened yet. Shown in the start-up warning; must not be blank.</param>
/// <remarks>A server is adopted class by class; what is left out is written down.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class NotHardenedAttribute(string reason) : Attribute
{
    /// <summary>Why the class is not hardened yet.</summary>
    public string Reason { get; } = reason;
}
