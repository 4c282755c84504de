using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace McpGen.Generator.Diagnostics;

/// <summary>The table of rules. An id is never used again for something else.</summary>
/// <remarks>
/// What stops a wrapper is an error that nothing can silence: a pragma on it would leave a tool without its check. NotConfigurable shuts out
/// pragmas and settings, and Compiler shuts out [SuppressMessage], which the first alone does not.
/// Advice is a warning or less, and is configurable.
/// </remarks>
public static class Descriptors
{
    private const string Category = "McpGen";

    public static readonly DiagnosticDescriptor NotPartial = Error("MCPG0001", "Tool class is not partial",
        "'{0}' must be declared partial, so that its hardened wrappers can be generated next to it");

    public static readonly DiagnosticDescriptor ClassNotSupported = Error("MCPG0002", "Tool class cannot be hardened",
        "'{0}' cannot be hardened because it is {1}; {2}");

    public static readonly DiagnosticDescriptor NoWrapper = Error("MCPG0003", "Tool method gets no wrapper",
        "'{0}' is marked [McpServerTool] but gets no wrapper because {1}; {2}, or mark the type [NotHardened(\"reason\")]");

    public static readonly DiagnosticDescriptor MethodNotSupported = Error("MCPG0004", "Tool method cannot be wrapped",
        "'{0}' cannot be wrapped because it {1}");

    public static readonly DiagnosticDescriptor NoAccess = Error("MCPG0005", "No access stated",
        "'{0}' does not state who may call it; add [PublicTool] to it or to its class, or [assembly: McpGen.PublicTool] for every tool that is silent");

    public static readonly DiagnosticDescriptor AccessNotSupported = Error("MCPG0006", "Access rule is not enforced",
        "[{0}] on '{1}' cannot be enforced by the generated wrapper: {2}");

    public static readonly DiagnosticDescriptor AccessLoosened = Error("MCPG0007", "Access is loosened",
        "[{0}] on '{1}' loosens what {2} states; a nearer rule can only tighten");

    public static readonly DiagnosticDescriptor ToolNameClash = Error("MCPG0008", "Two tools of one name",
        "The tool name '{0}' is used by '{1}' too; give one of them another [McpServerTool(Name = ...)]");

    public static readonly DiagnosticDescriptor InvalidName = Error("MCPG0009", "Name is not valid",
        "'{0}' is not a valid {1}; use {2}");

    public static readonly DiagnosticDescriptor NoDescription = Warning("MCPG0010", "Tool has no description",
        "'{0}' has no description, so a model must guess what it does; add a <summary> or [Description]");

    public static readonly DiagnosticDescriptor TypeNotSupported = Error("MCPG0011", "Type cannot be an argument",
        "'{0}' of type '{1}' cannot be bound strictly; {2}");

    public static readonly DiagnosticDescriptor AnnotationNotSupported = Error("MCPG0012", "Annotation is not enforced",
        "[{0}] on '{1}' is not enforced by the generated check; {2}");

    public static readonly DiagnosticDescriptor AnnotationMisplaced = Error("MCPG0013", "Annotation does not fit",
        "[{0}] on '{1}' {2}");

    public static readonly DiagnosticDescriptor NothingAllowed = Error("MCPG0014", "Limits exclude every value",
        "The limits on '{0}' exclude every value: {1}");

    public static readonly DiagnosticDescriptor DefaultNotAllowed = Error("MCPG0015", "Default is outside its own limits",
        "The default of '{0}' is not one of the values its limits allow: {1}");

    public static readonly DiagnosticDescriptor EnumNotUsable = Error("MCPG0016", "Enum names are not usable",
        "The enum '{0}' {1}");

    public static readonly DiagnosticDescriptor InvalidPattern = Error("MCPG0017", "Pattern has no exact meaning in both dialects",
        "The pattern of '{0}' is not usable at position {1}: {2}");

    public static readonly DiagnosticDescriptor NameClash = Error("MCPG0018", "Names clash",
        "'{0}' and '{1}' of '{2}' have the same name in JSON, '{3}'");

    public static readonly DiagnosticDescriptor AmbiguousConstructor = Error("MCPG0019", "Constructor is ambiguous",
        "'{0}' has {1}; {2}");

    public static readonly DiagnosticDescriptor MemberNotBindable = Error("MCPG0020", "Member cannot be bound",
        "'{0}' of '{1}' cannot be bound: {2}");

    public static readonly DiagnosticDescriptor ServiceUnclear = Error("MCPG0021", "Argument or service is unclear",
        "'{0}' of type '{1}' is {2}");

    public static readonly DiagnosticDescriptor SideDoor = Error("MCPG0022", "Registration leads past the wrappers",
        "{0} can reach {1} without its checks; use {2}");

    public static readonly DiagnosticDescriptor ResultNotSupported = Error("MCPG0023", "Result type is not supported",
        "'{0}' returns '{1}', which cannot be written strictly; {2}");

    public static readonly DiagnosticDescriptor DefaultLimit = Info("MCPG0024", "A default limit applies",
        "'{0}' has no {1} of its own; {2} applies and is advertised");

    public static readonly DiagnosticDescriptor NullInSchema = Info("MCPG0025", "Null is advertised",
        "'{0}' advertises null as a value, which some clients cannot read; make it optional or not nullable where that is what you mean");

    public static readonly DiagnosticDescriptor PolymorphismNotSupported = Error("MCPG0026", "Polymorphic type is not strict",
        "'{0}' {1}");

    public static readonly DiagnosticDescriptor RecursiveSchema = Info("MCPG0027", "Schema refers to itself",
        "'{0}' holds '{1}', which contains itself, so the schema has a $ref, which some clients cannot read; a flat list whose items name their parent needs none");

    public static readonly DiagnosticDescriptor AccessContradiction = Error("MCPG0028", "Access rules contradict each other",
        "The access rules of '{0}' contradict each other: {1}");

    public static readonly DiagnosticDescriptor AccessRuleInvalid = Error("MCPG0029", "Access rule is not valid",
        "[{0}] on '{1}' {2}");

    public static readonly DiagnosticDescriptor AccessArgument = Error("MCPG0030", "Access rule does not fit its argument",
        "[{0}] on '{1}' {2}");

    public static readonly DiagnosticDescriptor ScopeCircle = Error("MCPG0031", "Scopes imply each other in a circle",
        "The scopes imply each other in a circle: {0}; whoever has one of them has all, so declare one scope");

    public static readonly DiagnosticDescriptor ResumedWithoutAccess = Info("MCPG0032", "A suspended call is resumed without its access check",
        "'{0}' takes '{1}' and may change something: a call that waits for the user in ElicitAsync is resumed without deciding access again, so decide it again in the method before the change");

    public static readonly DiagnosticDescriptor GuardMissing = Error("MCPG0033", "Argument has no guard",
        "'{0}' is a {1} and nothing says what it may be; mark it [{2}]");

    public static readonly DiagnosticDescriptor GuardNotValid = Error("MCPG0034", "Guard is not valid",
        "[{0}] on '{1}' {2}");

    public static readonly DiagnosticDescriptor CheckedText = Warning("MCPG0035", "A checked text is no guard",
        "'{0}' is checked when it is bound and not when it is used: {1}; take a {2}");

    public static readonly DiagnosticDescriptor Unguarded = Info("MCPG0036", "A path or URL has no guard",
        "'{0}' reads like a {1}, and nothing says which ones are meant; take a {2} with [{3}], or list the values with [AllowedValues]");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial, ClassNotSupported, NoWrapper, MethodNotSupported, NoAccess, AccessNotSupported, AccessLoosened, ToolNameClash, InvalidName,
        NoDescription, TypeNotSupported, AnnotationNotSupported, AnnotationMisplaced, NothingAllowed, DefaultNotAllowed, EnumNotUsable,
        InvalidPattern, NameClash, AmbiguousConstructor, MemberNotBindable, ServiceUnclear, SideDoor, ResultNotSupported, DefaultLimit, NullInSchema,
        PolymorphismNotSupported, RecursiveSchema, AccessContradiction, AccessRuleInvalid, AccessArgument, ScopeCircle, ResumedWithoutAccess,
        GuardMissing, GuardNotValid, CheckedText, Unguarded,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Rule(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, customTags: tags);
}
