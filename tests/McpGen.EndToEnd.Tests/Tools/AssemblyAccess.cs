using McpGen;

// The statement of access for every tool of these tests.
[assembly: PublicTool]
