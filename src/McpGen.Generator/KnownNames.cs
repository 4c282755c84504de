namespace McpGen.Generator;

/// <summary>Metadata names that the parser reads and runtime names that the emitter writes.</summary>
public static class KnownNames
{
    public const string ToolTypeAttribute = "ModelContextProtocol.Server.McpServerToolTypeAttribute";
    public const string ToolAttribute = "ModelContextProtocol.Server.McpServerToolAttribute";
    public const string MetaAttribute = "ModelContextProtocol.Server.McpMetaAttribute";
    public const string HeaderAttribute = "ModelContextProtocol.Server.McpHeaderAttribute";
    public const string McpServer = "ModelContextProtocol.Server.McpServer";
    public const string SdkBuilderExtensions = "Microsoft.Extensions.DependencyInjection.McpServerBuilderExtensions";
    public const string McpServerTool = "ModelContextProtocol.Server.McpServerTool";

    public const string PublicTool = "McpGen.PublicToolAttribute";
    public const string RequireScopes = "McpGen.RequireScopesAttribute";
    public const string RequireRoles = "McpGen.RequireRolesAttribute";
    public const string RequireClaim = "McpGen.RequireClaimAttribute";
    public const string PrivateTool = "McpGen.PrivateToolAttribute";
    public const string ScopeImplies = "McpGen.ScopeImpliesAttribute";
    public const string Authorize = "Microsoft.AspNetCore.Authorization.AuthorizeAttribute";
    public const string AllowAnonymous = "Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute";
    public const string AspNetCorePackage = "McpGen.AspNetCore";
    public const string NotHardened = "McpGen.NotHardenedAttribute";
    public const string ToolDefaults = "McpGen.ToolDefaultsAttribute";
    public const string IgnoreArguments = "McpGen.IgnoreArgumentsAttribute";
    public const string MultipleOf = "McpGen.MultipleOfAttribute";
    public const string UniqueItems = "McpGen.UniqueItemsAttribute";
    public const string Items = "McpGen.ItemsAttribute";
    public const string ReflectedResult = "McpGen.ReflectedResultAttribute";
    public const string AnyJson = "McpGen.AnyJsonAttribute";
    public const string Service = "McpGen.ServiceAttribute";
    public const string Argument = "McpGen.ArgumentAttribute";

    public const string SandboxedPath = "McpGen.SandboxedPath";
    public const string GuardedUri = "McpGen.GuardedUri";
    public const string AllowedPaths = "McpGen.AllowedPathsAttribute";
    public const string AllowedHosts = "McpGen.AllowedHostsAttribute";

    /// <summary>The attributes that narrow who may call a tool.</summary>
    public static readonly string[] Restrictions = [RequireScopes, RequireRoles, RequireClaim, PrivateTool, Authorize];

    public const string DataAnnotations = "System.ComponentModel.DataAnnotations";
    public const string JsonSerialization = "System.Text.Json.Serialization";

    /// <summary>The class that is generated inside each tool class.</summary>
    public const string WrapperClass = "McpGenHardened";

    /// <summary>Names the emitter writes.</summary>
    public static class Runtime
    {
        private const string Root = "global::McpGen.";
        public const string Access = Root + "Authorization.Access";
        public const string PrivateRule = Root + "Authorization.PrivateRule";
        public const string ScopeRule = Root + "Authorization.ScopeRule";
        public const string RoleRule = Root + "Authorization.RoleRule";
        public const string ClaimRule = Root + "Authorization.ClaimRule";
        public const string Identities = Root + "Authorization.Identities";
        public const string PolicyRule = "global::McpGen.AspNetCore.AuthorizationPolicyRule";
        public const string ToolCall = Root + "Invocation.ToolCall";
        public const string ToolMethod = Root + "Invocation.ToolMethod";
        public const string Utf8Text = Root + "Invocation.Utf8Text";
        public const string ToolDefinition = Root + "Invocation.ToolDefinition";
        public const string ToolLimits = Root + "Invocation.ToolLimits";
        public const string ToolResult = Root + "Invocation.ToolResult";
        public const string ResultWriter = Root + "Invocation.ResultWriter";
        public const string HardenedTool = Root + "Invocation.HardenedTool";
        public const string ServiceUse = Root + "Invocation.ServiceUse";
        public const string GuardUse = Root + "Invocation.GuardUse";
        public const string PathGuard = Root + "Paths.PathGuard";
        public const string UrlGuard = Root + "Urls.UrlGuard";
        public const string PathAccess = Root + "PathAccess";
        public const string ArgumentClass = Root + "Invocation.ArgumentClass";
        public const string HardeningOptions = Root + "HardeningOptions";
        public const string ArgumentReader = Root + "Validation.ArgumentReader";
        public const string MemberTable = Root + "Validation.MemberTable";
        public const string NameTable = Root + "Validation.NameTable";
        public const string Pattern = Root + "Validation.Pattern";
        public const string StringFormat = Root + "StringFormat";
        public const string ArgumentValidation = Root + "Validation.ArgumentValidation";
        public const string Collections = Root + "Validation.Collections";
        public const string ToolClass = Root + "Hosting.ToolClass";
        public const string NotHardenedClass = Root + "Hosting.NotHardenedClass";
        public const string Registration = Root + "Hosting.HardenedToolRegistration";
        public const string CallToolResult = "global::ModelContextProtocol.Protocol.CallToolResult";
        public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
        public const string ObjectReader = "global::McpGen.Validation.ObjectReader";
        public const string ArrayReader = "global::McpGen.Validation.ArrayReader";
        public const string MapReader = "global::McpGen.Validation.MapReader";
        public const string JsonElement = "global::System.Text.Json.JsonElement";
        public const string RawText = "global::System.ReadOnlySpan<byte>";
    }
}
