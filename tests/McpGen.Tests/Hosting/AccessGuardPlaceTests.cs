using McpGen.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

// The gate stands in the alternate pipeline, which is experimental.
#pragma warning disable MCPEXP002

namespace McpGen.Tests.Hosting;

/// <summary>A filter that gets before the gate, or a call handler's after it, would meet calls that are refused.</summary>
public sealed class AccessGuardPlaceTests
{
    public static TheoryData<string, Action<McpRequestFilters>> Intruders => new()
    {
        { "before the gate", static filters => filters.CallToolWithAlternateFilters.Insert(0, static (request, next, cancellation) => next(request, cancellation)) },
        { "before the ordinary filters", static filters => filters.CallToolFilters.Insert(0, static next => next) },
        { "after the last look", static filters => filters.CallToolFilters.Add(static next => next) },
        { "around the list", static filters => filters.ListToolsFilters.Insert(0, static next => next) },
    };

    [Theory]
    [MemberData(nameof(Intruders), DisableDiscoveryEnumeration = true)]
    public void A_filter_that_takes_its_place_after_all_options_were_configured_stops_the_start(string place, Action<McpRequestFilters> intrude) => Assert.True(
        TestServer.FailureOf(builder =>
        {
            HardenedToolRegistration.Add(builder, configure: null, [Tools.Issues], Tools.None);
            builder.Services.PostConfigure<McpServerOptions>(options => intrude(options.Filters.Request));
        }).Contains("McpServerOptions.Filters lost the filters", StringComparison.Ordinal),
        place);
}
