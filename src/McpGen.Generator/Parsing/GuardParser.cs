using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using McpGen.Generator.Diagnostics;
using McpGen.Generator.Emission;
using McpGen.Generator.Model;
using McpGen.Paths;
using McpGen.Urls;
using Microsoft.CodeAnalysis;
using static McpGen.Generator.KnownNames;

namespace McpGen.Generator.Parsing;

/// <summary>Paths and URLs: what their allow-lists say becomes a guard, and one that could allow more than it says does not build.</summary>
public static class GuardParser
{
    /// <summary>Whether a value of this type is nothing without a guard.</summary>
    public static bool IsGuard(ITypeSymbol type) => type.SpecialType == SpecialType.None && (type.Is(SandboxedPath) || type.Is(GuardedUri));

    /// <summary>Whether a guard decides on the value; in a result only a type that knows its own text does.</summary>
    public static bool IsGuarded(ITypeSymbol type, Annotations annotations, ParseContext context) =>
        IsGuard(type) || (!context.IsResult && annotations.Guard is not null && KindOf(type, annotations.Guard) is not null);

    public static GuardedValue? Parse(ITypeSymbol type, Annotations annotations, ParseContext context)
    {
        GuardedKind? kind = annotations.Guard is { } stated ? KindOf(type, stated) : null;
        if (annotations.Guard is not null && kind is null)
        {
            // The guard of something else: nothing uses it, and what nothing uses is reported.
            return null;
        }

        if (context.IsResult)
        {
            // What limits it speaks of what a caller sends.
            UseAll(annotations);
            return new GuardedValue { Type = type.Code(), Kind = type.Is(SandboxedPath) ? GuardedKind.SandboxedPath : GuardedKind.GuardedUri };
        }

        if (annotations.Guard is not { } guard)
        {
            context.Report(Descriptors.GuardMissing, annotations.Location, annotations.Subject, type.Name, type.Is(SandboxedPath) ? "AllowedPaths" : "AllowedHosts");
            return null;
        }

        UseAll(annotations);
        bool isPath = kind is GuardedKind.SandboxedPath or GuardedKind.PathName;
        if (!(isPath ? CheckPaths(guard, annotations, context) : CheckHosts(guard, annotations, context)) || !CheckForm(kind!.Value, type, guard, annotations, context))
        {
            return null;
        }

        int longest = isPath ? PathName.LongestName : UrlRules.MaxLength;
        int min = Math.Max(annotations.MinLength ?? 0, 1);
        int usual = annotations.IsUnlimited ? longest : Math.Max(min, context.Defaults.MaxStringLength ?? longest);
        int max = Math.Min(annotations.MaxLength ?? usual, longest);
        if (min > max)
        {
            context.Report(Descriptors.NothingAllowed, annotations.Location, annotations.Subject, $"at least {min} and at most {max} characters");
        }

        bool isRevealed = guard.Named("Reveal") is not false;
        return new GuardedValue
        {
            Type = type.Code(),
            Kind = kind!.Value,
            Guard = context.FieldOf(isPath ? Runtime.PathGuard : Runtime.UrlGuard, isPath ? PathCode(guard) : UrlCode(guard), Naming.Pascal(annotations.Subject)),
            MinLength = annotations.MinLength ?? 0,
            MaxLength = max,
            HasOwnMax = max < longest,
            Pattern = isPath && isRevealed ? PatternOf(guard) : null,
            Meaning = !isRevealed ? null : isPath ? PathRules.Describe((string)guard.Argument(0)!, PatternsOf(guard)) : UrlRules.Describe(HostsOf(guard), Schemes(guard), Ports(guard)),
        };
    }

    private static void UseAll(Annotations annotations)
    {
        annotations.Use("AllowedPathsAttribute", "AllowedHostsAttribute", "StringLengthAttribute", "MinLengthAttribute", "MaxLengthAttribute", "LengthAttribute");
        annotations.UseForCounts();
    }

    private static GuardedKind? KindOf(ITypeSymbol type, AttributeData guard) => guard.AttributeClass.Is(AllowedPaths)
        ? type.Is(SandboxedPath) ? GuardedKind.SandboxedPath : type.SpecialType == SpecialType.System_String ? GuardedKind.PathName : null
        : type.Is(GuardedUri) ? GuardedKind.GuardedUri : type.Is("System.Uri") ? GuardedKind.Uri : type.SpecialType == SpecialType.System_String ? GuardedKind.Url : null;

    /// <summary>A text that was checked is not what was checked by the time it is opened: advice. Where it could not even be made late enough, it is refused.</summary>
    private static bool CheckForm(GuardedKind kind, ITypeSymbol type, AttributeData guard, Annotations annotations, ParseContext context)
    {
        Location location = guard.Location() ?? annotations.Location;
        if (kind == GuardedKind.PathName && !annotations.IsWholeArgument)
        {
            context.Report(Descriptors.GuardNotValid, location, guard.ShortName(), annotations.Subject, "makes a full path of a string only where that is all of an argument; take a SandboxedPath");
            return false;
        }

        if (kind == GuardedKind.PathName)
        {
            context.Report(Descriptors.CheckedText, location, annotations.Subject, "a link can change what the path leads to", "SandboxedPath");
        }
        else if (kind is GuardedKind.Uri or GuardedKind.Url)
        {
            context.Report(Descriptors.CheckedText, location, annotations.Subject, $"whatever opens the {(type.SpecialType == SpecialType.System_String ? "text" : "Uri")} resolves its host again and may follow redirects", "GuardedUri");
        }

        return true;
    }

    private static bool CheckPaths(AttributeData guard, Annotations annotations, ParseContext context)
    {
        var access = guard.Named("Access") as int?;
        IReadOnlyList<string?> patterns = PatternsOf(guard);
        return Accept(guard, annotations, context,
        [
            PathRules.ObjectionToRoot(guard.Argument(0) as string),
            patterns.Count == 0 ? "lists no pattern, so it allows nothing" : null,
            .. patterns.Select(static pattern => Quoted(pattern, PathRules.ObjectionToPattern)),
            access is not (null or 1 or 2 or 3) ? "has an Access that is neither Read, Write nor ReadWrite" : null,
        ]);
    }

    private static bool CheckHosts(AttributeData guard, Annotations annotations, ParseContext context)
    {
        IReadOnlyList<string?> hosts = HostsOf(guard);
        return Accept(guard, annotations, context,
        [
            hosts.Count == 0 ? "lists no host, so it allows nothing" : null,
            guard.IsNamed("Schemes") && Schemes(guard).Count == 0 ? "lists no scheme, so it allows nothing; leave Schemes out for https alone" : null,
            guard.IsNamed("Ports") && Ports(guard).Count == 0 ? "lists no port, so it allows nothing; leave Ports out for the scheme's own" : null,
            .. hosts.Select(static host => Quoted(host, UrlRules.ObjectionToHost)),
            .. Schemes(guard).Select(static scheme => Quoted(scheme, UrlRules.ObjectionToScheme)),
            .. Ports(guard).Select(static port => UrlRules.ObjectionToPort(port) is { } objection ? $"lists the port {port}, which {objection}" : null),
            .. Texts(guard, "Networks").Select(static network => Quoted(network, UrlRules.ObjectionToNetwork)),
        ]);
    }

    private static string? Quoted(string? text, Func<string, string?> objectionTo) =>
        text is null ? "lists null" : objectionTo(text) is { } objection ? $"lists {CSharp.Literal(text)}, which {objection}" : null;

    private static bool Accept(AttributeData guard, Annotations annotations, ParseContext context, IEnumerable<string?> objections)
    {
        bool isValid = true;
        foreach (string objection in objections.OfType<string>())
        {
            context.Report(Descriptors.GuardNotValid, guard.Location() ?? annotations.Location, guard.ShortName(), annotations.Subject, objection);
            isValid = false;
        }

        return isValid;
    }

    /// <summary>The patterns as one expression; null where one of them would be too long to be read.</summary>
    private static string? PatternOf(AttributeData guard)
    {
        bool hidden = guard.Named("Hidden") is true;
        string?[] patterns = [.. PatternsOf(guard).Select(pattern => Glob.Parse(pattern).ToEcmaPattern(hidden))];
        return patterns.Contains(null) ? null : patterns.Length == 1 ? patterns[0] : $"^(?:{string.Join("|", patterns.Select(static pattern => pattern!.Substring(1, pattern.Length - 2)))})$";
    }

    private static string PathCode(AttributeData guard)
    {
        string access = guard.Named("Access") switch { 2 => "Write", 3 => "ReadWrite", _ => "" };
        return Code(PatternsOf(guard).Prepend((string)guard.Argument(0)!),
        [
            access.Length == 0 ? null : $"Access = {Runtime.PathAccess}.{access}",
            guard.Named("Hidden") is true ? "Hidden = true" : null,
            guard.Named("Reveal") is false ? "Reveal = false" : null,
        ]);
    }

    private static string UrlCode(AttributeData guard) => Code(HostsOf(guard),
    [
        guard.IsNamed("Schemes") ? $"Schemes = [{Literals(Schemes(guard))}]" : null,
        guard.IsNamed("Ports") ? $"Ports = [{string.Join(", ", Ports(guard))}]" : null,
        Texts(guard, "Networks").Count > 0 ? $"Networks = [{Literals(Texts(guard, "Networks"))}]" : null,
        guard.Named("Reveal") is false ? "Reveal = false" : null,
    ]);

    private static string Code(IEnumerable<string> arguments, IEnumerable<string?> settings)
    {
        string set = string.Join(", ", settings.OfType<string>());
        return $"new({Literals(arguments)}){(set.Length == 0 ? "" : $" {{ {set} }}")}";
    }

    private static string Literals(IEnumerable<string> texts) => string.Join(", ", texts.Select(CSharp.Literal));

    private static IReadOnlyList<string> PatternsOf(AttributeData guard) => Texts(guard.ConstructorArguments.Length > 1 ? guard.ConstructorArguments[1] : default);

    private static IReadOnlyList<string> HostsOf(AttributeData guard) => Texts(guard.ConstructorArguments[0]);

    private static IReadOnlyList<string> Schemes(AttributeData guard) => guard.IsNamed("Schemes") ? Texts(guard, "Schemes") : ["https"];

    private static IReadOnlyList<int> Ports(AttributeData guard) => [.. Values(Argument(guard, "Ports")).Select(static port => port.Value as int? ?? 0)];

    private static IReadOnlyList<string> Texts(AttributeData guard, string name) => Texts(Argument(guard, name));

    private static IReadOnlyList<string> Texts(TypedConstant list) => [.. Values(list).Select(static text => (text.Value as string)!)];

    private static TypedConstant Argument(AttributeData guard, string name) => guard.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;

    private static ImmutableArray<TypedConstant> Values(TypedConstant list) => list.Kind != TypedConstantKind.Array || list.IsNull ? [] : list.Values;
}
