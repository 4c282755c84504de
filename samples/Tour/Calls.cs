namespace Tour;

/// <summary>What the tour calls, in this order.</summary>
internal static class Calls
{
    public static Call[] Good { get; } =
    [
        new("create a note", "create_note", """{"note":"trip.md","text":"# Rome\nPack light.","tags":["travel","2026"]}""", "accepted"),
        new("create one without tags", "create_note", """{"note":"plan.md","text":"# Plan\nShip the plan."}""", "accepted"),
        new("list them", "list_notes", "{}", "accepted"),
        new("list by tag", "list_notes", """{"tag":"travel","limit":5}""", "accepted"),
        new("read", "read_note", """{"note":"plan.md"}""", "accepted"),
        new("search with a filter", "search_notes", """{"query":"pack","filter":{"tag":"travel","minWords":2},"sort":"newest-first"}""", "accepted"),
        new("5.0 is an integer", "search_notes", """{"query":"plan","limit":5.0}""", "accepted"),
        new("1e1 is an integer", "search_notes", """{"query":"plan","limit":1e1}""", "accepted"),
        new("null for an optional argument", "search_notes", """{"query":"plan","filter":null}""", "accepted"),
        new("search by day", "search_notes", """{"query":"plan","filter":{"modifiedAfter":"2024-02-29"}}""", "accepted"),
        new("describe: structured content", "describe_note", """{"note":"plan.md"}""", "accepted"),
        new("append", "append_to_note", """{"note":"plan.md","text":"And the tests."}""", "accepted"),
        new("tag", "tag_note", """{"note":"plan.md","tags":["work"]}""", "accepted"),
        new("rename", "rename_note", """{"note":"plan.md","newName":"roadmap.md"}""", "accepted"),
        new("delete", "delete_note", """{"note":"trip.md"}""", "accepted"),
        new("read what is gone: the tool explains", "read_note", """{"note":"trip.md"}""", "failed"),
    ];

    public static Call[] Hostile { get; } =
    [
        new("unknown argument, misspelt", "search_notes", """{"query":"plan","limt":5}""", "refused /limt"),
        new("argument name in another case", "search_notes", """{"query":"plan","Limit":5}""", "refused /Limit"),
        new("required argument left out", "search_notes", """{"limit":5}""", "refused /query"),
        new("null for a required argument", "search_notes", """{"query":null}""", "refused /query"),
        new("limit above its range", "search_notes", """{"query":"plan","limit":51}""", "refused /limit"),
        new("limit below its range", "search_notes", """{"query":"plan","limit":-1}""", "refused /limit"),
        new("text for an integer", "search_notes", """{"query":"plan","limit":"5"}""", "refused /limit"),
        new("\"NaN\" for an integer", "search_notes", """{"query":"plan","limit":"NaN"}""", "refused /limit"),
        new("true for an integer", "search_notes", """{"query":"plan","limit":true}""", "refused /limit"),
        new("5.5 for an integer", "search_notes", """{"query":"plan","limit":5.5}""", "refused /limit"),
        new("1e400 for an integer", "search_notes", """{"query":"plan","limit":1e400}""", "refused /limit"),
        new("number for a string", "search_notes", """{"query":5}""", "refused /query"),
        new("201 characters where 200 are allowed", "search_notes", $$"""{"query":"{{Letters(201)}}"}""", "refused /query"),
        new("number for an enum", "search_notes", """{"query":"plan","sort":1}""", "refused /sort"),
        new("enum name in another case", "search_notes", """{"query":"plan","sort":"Name"}""", "refused /sort"),
        new("two enum names in one", "search_notes", """{"query":"plan","sort":"name, relevance"}""", "refused /sort"),
        new("unknown member of a nested object", "search_notes", """{"query":"plan","filter":{"tags":"work"}}""", "refused /filter/tags"),
        new("wrong type in a nested object", "search_notes", """{"query":"plan","filter":{"minWords":"2"}}""", "refused /filter/minWords"),
        new("array for an object", "search_notes", """{"query":"plan","filter":["work"]}""", "refused /filter"),
        new("path for a name", "read_note", """{"note":"../../etc/passwd"}""", "refused /note"),
        new("newline after a name", "read_note", """{"note":"roadmap.md\n"}""", "refused /note"),
        new("NUL inside a name", "read_note", """{"note":"roadmap\u0000.md"}""", "refused /note"),
        new("the same tag twice", "tag_note", """{"note":"roadmap.md","tags":["work","work"]}""", "refused /tags"),
        new("11 tags where 10 are allowed", "tag_note", """{"note":"roadmap.md","tags":["a","b","c","d","e","f","g","h","i","j","k"]}""", "refused /tags"),
        new("5000 characters where nobody set a limit", "append_to_note", $$"""{"note":"roadmap.md","text":"{{Letters(5000)}}"}""", "refused /text"),
        new("no such day", "search_notes", """{"query":"plan","filter":{"modifiedAfter":"2026-02-30"}}""", "refused /filter/modifiedAfter"),
        new("a day in another form", "search_notes", """{"query":"plan","filter":{"modifiedAfter":"30.01.2026"}}""", "refused /filter/modifiedAfter"),
        new("tool name in another case", "Delete_Note", """{"note":"roadmap.md"}""", "protocol error"),
    ];

    public static Call[] Raw { get; } =
    [
        new("an argument twice", "read_note", """{"note":"roadmap.md","note":"other.md"}""", "refused /note"),
        new("twice, once in disguise", "read_note", """{"note":"roadmap.md","\u006eote":"other.md"}""", "refused /note"),
        new("a nested member twice", "search_notes", """{"query":"plan","filter":{"tag":"work","tag":"home"}}""", "refused /filter/tag"),
        new("half a surrogate pair", "search_notes", """{"query":"\ud800"}""", "protocol error"),
        new("an array for the arguments", "list_notes", """["work"]""", "protocol error"),
        new("and still at work", "read_note", """{"note":"roadmap.md"}""", "accepted"),
    ];

    private static string Letters(int count) => new('a', count);
}
