using McpGen;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

[assembly: PublicTool]

namespace Library;

/// <summary>Loans of books.</summary>
[McpServerToolType]
public static partial class LoanTools
{
    /// <summary>Lends a book.</summary>
    /// <param name="book">The book's number.</param>
    [McpServerTool]
    public static string LendBook(int book) => $"lent {book}";

    /// <summary>Registers the tools of this library.</summary>
    public static IMcpServerBuilder WithLoanTools(this IMcpServerBuilder builder) => builder.WithHardenedTools();
}
