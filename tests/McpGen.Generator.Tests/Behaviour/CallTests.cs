using System.Text;
using McpGen.Generator.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace McpGen.Generator.Tests.Behaviour;

/// <summary>Which methods are tools, how their class is made for a call, and how it is disposed of.</summary>
public sealed class CallTests
{
    private const string Source = """
        public interface IClock { string Now { get; } }

        public sealed class Noon : IClock { public string Now => "noon"; }

        public static class OwnServices { public static void Add(IServiceCollection services) => services.AddSingleton<IClock, Noon>().AddKeyedSingleton<IClock>("k", new Noon()); }

        [McpServerToolType, PublicTool]
        public static partial class StaticTools
        {
            [McpServerTool, Description("d")] public static string PlainAsync(int id) => $"plain {id}";
            [McpServerTool, Description("d")] public static async Task<string> TaskAsync(int id) { await Task.Yield(); return $"task {id}"; }
            [McpServerTool, Description("d")] public static async ValueTask<int> ValueTaskAsync(int id) { await Task.Yield(); return id; }
            [McpServerTool, Description("d")] public static async Task NothingAsync(int id, System.Text.StringBuilder log) { await Task.Yield(); log.Append(id); }
            [McpServerTool, Description("d")] public static ValueTask NothingValue(int id, System.Text.StringBuilder log) { log.Append(id); return default; }
            [McpServerTool, Description("d")] public static void Void(int id, System.Text.StringBuilder log) => log.Append(id);
            [McpServerTool, Description("d")] public static string @return(int @class) => $"keyword {@class}";
        }

        [McpServerToolType, PublicTool]
        public partial class InstanceTools
        {
            private static int s_made;
            private readonly int _number = ++s_made;
            [McpServerTool, Description("d")] public string Fresh() => $"instance {_number}";
        }

        [McpServerToolType, PublicTool]
        public sealed partial class PrimaryTools(IClock clock, [FromKeyedServices("k")] IClock keyed, IServiceProvider services, IFormatProvider? missing = null)
        {
            [McpServerTool, Description("d")] public string Primary(int id) => $"{clock.Now} {keyed.Now} {ReferenceEquals(services.GetService(typeof(IClock)), clock)} {missing is null} {id}";
        }

        [McpServerToolType, PublicTool]
        public sealed partial class MarkedTools
        {
            private readonly string _by;
            public MarkedTools() => _by = "nothing";
            [ActivatorUtilitiesConstructor] public MarkedTools(IClock clock) => _by = clock.Now;
            [McpServerTool, Description("d")] public string Marked() => _by;
        }

        [McpServerToolType, PublicTool]
        public sealed partial class SyncTools(System.Text.StringBuilder log) : IDisposable
        {
            public void Dispose() => log.Append(" disposed");
            [McpServerTool, Description("d")] public void Sync() => log.Append("sync");
            [McpServerTool, Description("d")] public string SyncThrows() => throw new InvalidOperationException("no");
            [McpServerTool, Description("d")] public async Task SyncLater() { await Task.Yield(); log.Append("later"); }
            [McpServerTool, Description("d")] public IEnumerable<int> SyncLazy() { yield return 1; log.Append("enumerated"); yield return 2; }
        }

        [McpServerToolType, PublicTool]
        public sealed partial class AsyncTools(System.Text.StringBuilder log) : IDisposable, IAsyncDisposable
        {
            public void Dispose() => log.Append(" wrong");
            public async ValueTask DisposeAsync() { await Task.Yield(); log.Append(" disposed"); }
            [McpServerTool, Description("d")] public void Async() => log.Append("async");
            [McpServerTool, Description("d")] public async Task<string> AsyncThrows() { await Task.Yield(); throw new InvalidOperationException("no"); }
        }

        public abstract class BaseTools
        {
            [McpServerTool, Description("d")] public string Inherited(int id) => $"inherited {id} {Name}";
            [McpServerTool(Name = "overridden"), Description("d")] public virtual string Overridden([Range(1, 3)] int id) => "base";
            [McpServerTool, Description("d")] public abstract string Abstract();
            protected abstract string Name { get; }
        }

        [McpServerToolType, PublicTool]
        public partial class DerivedTools : BaseTools
        {
            protected override string Name => "derived";
            public override string Overridden(int id) => $"derived {id}";
            public override string Abstract() => "made concrete";
            [McpServerTool(Name = "protected_one"), Description("d")] protected internal string Guarded() => "guarded";
        }

        [McpServerToolType, PublicTool]
        public static partial class PartialTools
        {
            /// <summary>Declared here.</summary>
            [McpServerTool] public static partial string Divided([Range(1, 2)] int id);
            [McpServerTool(Name = "one"), Description("d")] public static string Overload(int id) => $"one {id}";
        }

        public static partial class PartialTools
        {
            public static partial string Divided(int id) => $"divided {id}";
            [McpServerTool(Name = "two"), Description("d")] public static string Overload(int id, string text) => $"two {id} {text}";
        }

        namespace Some.Where
        {
            public partial class Outer
            {
                private partial struct Middle { }

                internal partial record Holder
                {
                    [McpServerToolType, PublicTool]
                    internal sealed partial class @event { [McpServerTool, Description("d")] internal string Nested() => "nested"; }
                }
            }
        }
        """;

    private readonly StringBuilder _log = new();
    private readonly LoadedTools _tools;

    private static readonly GeneratorRun s_run = GeneratorRun.Of(Source).AssertClean();

    public CallTests() => _tools = LoadedTools.From(s_run, configure: services => services.AddSingleton(_log));

    [Theory]
    [InlineData("plain_async", """{"id":1}""", "plain 1")]
    [InlineData("task", """{"id":1}""", "task 1")]
    [InlineData("value_task", """{"id":1}""", "1")]
    [InlineData("return", """{"class":1}""", "keyword 1")]
    [InlineData("primary", """{"id":1}""", "noon noon True True 1")]
    [InlineData("marked", "{}", "noon")]
    [InlineData("inherited", """{"id":1}""", "inherited 1 derived")]
    [InlineData("overridden", """{"id":1}""", "derived 1")]
    [InlineData("abstract", "{}", "made concrete")]
    [InlineData("protected_one", "{}", "guarded")]
    [InlineData("divided", """{"id":1}""", "divided 1")]
    [InlineData("one", """{"id":1}""", "one 1")]
    [InlineData("two", """{"id":1,"text":"t"}""", "two 1 t")]
    [InlineData("nested", "{}", "nested")]
    public async Task Every_kind_of_method_is_called(string tool, string arguments, string expected) => Assert.Equal(expected, await _tools.AcceptAsync(tool, arguments));

    [Theory]
    [InlineData("nothing")]
    [InlineData("nothing_value")]
    [InlineData("void")]
    public async Task A_method_that_returns_nothing_has_an_empty_result(string tool)
    {
        var result = await _tools.CallAsync(tool, """{"id":7}""");

        Assert.Empty(result.Content);
        Assert.NotEqual(true, result.IsError);
        Assert.Equal("7", _log.ToString());
    }

    [Fact]
    public async Task A_limit_that_an_override_or_an_implementation_does_not_repeat_still_holds()
    {
        Assert.Contains("/id: must be an integer from 1 to 3", await _tools.RefuseAsync("overridden", """{"id":4}"""), StringComparison.Ordinal);
        Assert.Contains("/id: must be an integer from 1 to 2", await _tools.RefuseAsync("divided", """{"id":3}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_call_has_an_instance_of_its_own() =>
        Assert.NotEqual(await _tools.AcceptAsync("fresh", "{}"), await _tools.AcceptAsync("fresh", "{}"));

    [Theory]
    [InlineData("sync", "sync disposed")]
    [InlineData("sync_throws", " disposed")]
    [InlineData("sync_later", "later disposed")]
    [InlineData("sync_lazy", "enumerated disposed")]
    [InlineData("async", "async disposed")]
    [InlineData("async_throws", " disposed")]
    public async Task What_was_made_for_a_call_is_disposed_of_once_after_it(string tool, string expected)
    {
        await _tools.CallAsync(tool, "{}");

        Assert.Equal(expected, _log.ToString());
    }

    [Fact]
    public async Task A_refused_call_makes_no_instance()
    {
        await _tools.RefuseAsync("sync", """{"x":1}""");

        Assert.Equal("", _log.ToString());
    }

    [Fact]
    public void Every_marked_method_is_one_tool_and_nothing_else_is() => Assert.Equal(
        ["abstract", "async", "async_throws", "divided", "fresh", "inherited", "marked", "nested", "nothing", "nothing_value", "one", "overridden", "plain_async", "primary", "protected_one", "return", "sync", "sync_later", "sync_lazy", "sync_throws", "task", "two", "value_task", "void"],
        _tools.All.Select(static tool => tool.Name).Order(StringComparer.Ordinal));
}
