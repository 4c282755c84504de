using System;
using System.Collections.Generic;
using System.Linq;

namespace McpGen.Generator.Model;

/// <summary>What the assembly's registration file lists.</summary>
/// <param name="ToolClasses">The hardened classes, fully qualified.</param>
/// <param name="NotHardened">The classes left out on purpose.</param>
public sealed record RegistrationModel(EquatableArray<string> ToolClasses, EquatableArray<NotHardenedModel> NotHardened)
{
    /// <summary>The lists in ordinal order: the order of the files must not show.</summary>
    public static RegistrationModel Of(IEnumerable<string> toolClasses, IEnumerable<NotHardenedModel> notHardened) => new(
        [.. toolClasses.OrderBy(static name => name, StringComparer.Ordinal)],
        [.. notHardened.OrderBy(static left => left.TypeName, StringComparer.Ordinal)]);
}
