using McpGen;
using McpGen.AspNetCore;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Protected;

[assembly: ScopeImplies(Scopes.WriteOrders, Scopes.ReadOrders)]

// The settings lie beside the program, wherever it is started from.
WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
ConfigurationManager settings = builder.Configuration;

// Who calls: a bearer token where one is sent, an API key otherwise.
builder.Services.AddAuthentication("KeyOrToken")
    .AddPolicyScheme("KeyOrToken", null, scheme => scheme.ForwardDefaultSelector = static http =>
        http.Request.Headers.Authorization.Count > 0 ? BearerTokenDefaults.AuthenticationScheme : ApiKeyDefaults.AuthenticationScheme)
    .AddMcpApiKeys(settings.GetSection("ApiKeys"))
    .AddBearerToken(token => token.BearerTokenExpiration = TimeSpan.FromMinutes(15));

// The keys that seal tokens live as long as the process, and so do the tokens.
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();

// What a policy asks.
builder.Services.AddAuthorizationBuilder().AddPolicy(OnDutyRequirement.Policy, static policy => policy.AddRequirements(new OnDutyRequirement()));
builder.Services.AddSingleton<IAuthorizationHandler, OnDutyHandler>();

// What is let in at all, and what clients are told about getting in.
builder.Services.AddHardenedMcpHttp(http => settings.GetSection("Http").Bind(http));
builder.Services.AddProtectedResource(resource =>
{
    resource.Resource = settings.GetValue<Uri>("Resource");
    resource.Name = "Orders";
});

builder.Services.AddSingleton<OrderStore>().AddSingleton<Ledger>();
// Tokens are given for keys, so the private tool's client is one of theirs.
builder.Services.AddMcpServer().WithHardenedTools(static options => options.Issuers.Add(ApiKeyDefaults.AuthenticationScheme));

WebApplication app = builder.Build();
app.UseHardenedMcpHttp(); // UseToolScopeChallenges is among it.
app.MapProtectedResourceMetadata();
app.MapMcp("/mcp").RequireAuthorization();
if (app.Environment.IsDevelopment())
{
    app.MapToken();
}

await app.RunAsync();
