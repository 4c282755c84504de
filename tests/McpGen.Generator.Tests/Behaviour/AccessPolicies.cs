using System.Runtime.Loader;
using McpGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>
/// Compilations that reference an assembly named McpGen.AspNetCore. Its policy rule stands in for the package's: the policies "Odd" and
/// "Even" look at the caller's number, "Broken" throws, and the default one wants any number.
/// </summary>
internal static class AccessPolicies
{
    /// <summary>ASP.NET Core's own attributes as far as the parser looks at them, and some that derive from them.</summary>
    public const string Attributes = """
        namespace Microsoft.AspNetCore.Authorization
        {
            public interface IAuthorizeData { string? Policy { get; set; } string? Roles { get; set; } string? AuthenticationSchemes { get; set; } }
            public interface IAllowAnonymous;
            public interface IAuthorizationRequirementData;

            [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
            public class AuthorizeAttribute : Attribute, IAuthorizeData
            {
                public AuthorizeAttribute() { }
                public AuthorizeAttribute(string policy) => Policy = policy;
                public string? Policy { get; set; }
                public string? Roles { get; set; }
                public string? AuthenticationSchemes { get; set; }
            }

            [AttributeUsage(AttributeTargets.All)]
            public class AllowAnonymousAttribute : Attribute, IAllowAnonymous;

            [AttributeUsage(AttributeTargets.All, Inherited = false)]
            public sealed class AnyoneAttribute : Attribute, IAllowAnonymous;

            [AttributeUsage(AttributeTargets.All)]
            public sealed class OfAgeAttribute : Attribute, IAuthorizationRequirementData;

            [AttributeUsage(AttributeTargets.All)]
            public sealed class AdminAttribute : AuthorizeAttribute;
        }
        """;

    private const string PolicyRule = """
        namespace McpGen.AspNetCore
        {
            public sealed class AuthorizationPolicyRule(string? policy) : McpGen.Authorization.PolicyRule
            {
                public override async ValueTask<bool> AdmitsAsync(System.Security.Claims.ClaimsPrincipal caller, IServiceProvider services, CancellationToken cancellation)
                {
                    await Task.Yield();
                    int number = int.Parse(caller.FindFirst("number")?.Value ?? "0");
                    return policy switch { "Odd" => number % 2 == 1, "Even" => number % 2 == 0, null => number > 0, _ => throw new InvalidOperationException("secret words") };
                }

                public override ValueTask<string?> ObjectionAsync(IServiceProvider services) => default;
            }
        }
        """;

    private static readonly Lazy<MetadataReference> s_package = new(static () =>
    {
        byte[] image = Compile("McpGen.AspNetCore", PolicyRule + Attributes);

        // Where every load context of generated tools finds it.
        AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image));
        return MetadataReference.CreateFromImage(image);
    });

    /// <summary>A source that references the package, and beside it a library of this source.</summary>
    public static CSharpCompilation With(string source, string? library = null)
    {
        CSharpCompilation compilation = TestCompilation.Of(source).AddReferences(s_package.Value);
        return library is null ? compilation : compilation.AddReferences(MetadataReference.CreateFromImage(Compile("Library", library, s_package.Value)));
    }

    public static GeneratorRun Run(string source) => GeneratorRun.On(With(source));

    private static byte[] Compile(string name, string source, params MetadataReference[] references)
    {
        using var image = new MemoryStream();
        CSharpCompilation compilation = TestCompilation.Of(source).WithAssemblyName(name).AddReferences(references);
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return image.ToArray();
    }
}
