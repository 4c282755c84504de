using Microsoft.Extensions.DependencyInjection;

namespace McpGen.Hosting;

/// <summary>Registers hardened tools. Called by the generated <c>WithHardenedTools</c>, which knows the classes of its assembly.</summary>
public static class HardenedToolRegistration
{
    /// <summary>Registers every hardened class of an assembly; a class that is registered already stays as it is.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="configure">Sets the server's one <see cref="HardeningOptions"/>.</param>
    /// <param name="assemblyClasses">The hardened classes of the assembly.</param>
    /// <param name="notHardened">The classes of the assembly that are left out on purpose.</param>
    public static IMcpServerBuilder Add(IMcpServerBuilder builder, Action<HardeningOptions>? configure, ToolClass[] assemblyClasses, NotHardenedClass[] notHardened)
    {
        ToolRegistry registry = FindRegistry(builder, assemblyClasses, notHardened);
        configure?.Invoke(registry.Options);
        foreach (ToolClass toolClass in assemblyClasses)
        {
            registry.Add(toolClass);
        }

        return builder;
    }

    /// <summary>Registers some of the hardened classes of an assembly.</summary>
    /// <param name="builder">The server's builder.</param>
    /// <param name="configure">Sets the server's one <see cref="HardeningOptions"/>.</param>
    /// <param name="types">The classes to register.</param>
    /// <param name="assemblyClasses">The hardened classes of the assembly.</param>
    /// <param name="notHardened">The classes of the assembly that are left out on purpose.</param>
    /// <exception cref="InvalidOperationException">A type is not a hardened class of the assembly.</exception>
    public static IMcpServerBuilder Add(IMcpServerBuilder builder, Action<HardeningOptions>? configure, Type[] types, ToolClass[] assemblyClasses, NotHardenedClass[] notHardened)
    {
        ArgumentNullException.ThrowIfNull(types);
        ToolRegistry registry = FindRegistry(builder, assemblyClasses, notHardened);
        configure?.Invoke(registry.Options);
        foreach (Type type in types)
        {
            ArgumentNullException.ThrowIfNull(type, nameof(types));
            registry.Add(Array.Find(assemblyClasses, toolClass => toolClass.Type == type) ?? throw NotAHardenedClass(type, notHardened));
        }

        return builder;
    }

    private static ToolRegistry FindRegistry(IMcpServerBuilder builder, ToolClass[] assemblyClasses, NotHardenedClass[] notHardened)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(assemblyClasses);
        ArgumentNullException.ThrowIfNull(notHardened);
        ToolRegistry registry = ToolRegistry.Of(builder.Services);
        foreach (NotHardenedClass left in notHardened)
        {
            registry.LeaveOut(left);
        }

        return registry;
    }

    private static InvalidOperationException NotAHardenedClass(Type type, NotHardenedClass[] notHardened) =>
        Array.Exists(notHardened, left => left.Type == type)
            ? new($"WithHardenedTools cannot register {type}: the class is marked [NotHardened]. Remove the attribute, or register the class with the SDK's WithTools.")
            : new($"WithHardenedTools cannot register {type}: it is not a hardened tool class of this assembly. Mark the class [McpServerToolType] and make it partial; a class of another assembly is registered by a WithHardenedTools call in that assembly.");
}
