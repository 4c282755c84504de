namespace Hidden;

public static class Catalogue
{
    public static string Find() => nameof(McpGen);
}
