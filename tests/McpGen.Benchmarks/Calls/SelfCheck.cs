using System.Text;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls;

/// <summary>
/// Whether the contestants do the same job: the wrapper by hand answers every input as the generated one does, word for word. A
/// comparison with less would be none.
/// </summary>
internal static class SelfCheck
{
    /// <summary>Runs it.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public static void Run()
    {
        var accepted = 0;
        var differences = new StringBuilder();
        foreach (byte[] input in CheckedInputs.WellFormed)
        {
            accepted += Compare(CallRequest.Local(input), input, differences) ? 1 : 0;
        }

        foreach (byte[] input in CheckedInputs.WellFormed.Concat(CheckedInputs.IllFormed))
        {
            Compare(CallRequest.Local(input, isUntouched: true), input, differences);
        }

        byte[] valid = Encoding.UTF8.GetBytes(CallInput.Valid);
        bool isAnonymousAdmitted = Compare(CallRequest.Anonymous(valid), valid, differences);
        if (differences.Length > 0 || isAnonymousAdmitted || accepted != CheckedInputs.Accepted)
        {
            throw new InvalidOperationException($"The contestants differ, or inputs were accepted that must not be ({accepted}, not {CheckedInputs.Accepted}).{differences}");
        }
    }

    private static bool Compare(RequestContext<CallToolRequestParams> request, byte[] input, StringBuilder differences)
    {
        CallToolResult generated = Contestants.Hardened.InvokeAsync(request).AsTask().GetAwaiter().GetResult();
        CallToolResult byHand = Contestants.ByHand.InvokeAsync(request).AsTask().GetAwaiter().GetResult();
        bool isAccepted = generated.IsError is not true;
        if (isAccepted != byHand.IsError is not true || Text(generated) != Text(byHand) || isAccepted != (Text(generated) == Shop.Answer))
        {
            string shown = Encoding.Latin1.GetString(input);
            differences.Append($"\n{(shown.Length > 200 ? shown[..200] : shown)}\n  generated: {Text(generated)}\n  by hand: {Text(byHand)}");
        }

        return isAccepted;
    }

    // Which of two findings is told first is nobody's business.
    private static string Text(CallToolResult result) => string.Join('\n', ((TextContentBlock)result.Content.Single()).Text.Split('\n').Order(StringComparer.Ordinal));
}
