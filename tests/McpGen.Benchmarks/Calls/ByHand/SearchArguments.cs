using System.Runtime.InteropServices;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace McpGen.Benchmarks.Calls.ByHand;

/// <summary>The arguments of the search tool, read in one pass. They are only valid when nothing was refused.</summary>
internal ref struct SearchArguments
{
    private const string BadQuery = @"must be a string of 1 to 200 characters that matches ^[a-zA-Z0-9 ,.\-]+$";
    private const string BadTag = "must be a string of at most 32 characters";

    private static readonly Dictionary<string, JsonElement> s_none = [];

    private Refusals? _refusals;

    public SearchArguments()
    {
    }

    public string Query { get; private set; } = null!;

    public int Limit { get; private set; } = 10;

    public SearchOrder Sort { get; private set; } = SearchOrder.Relevance;

    public string[]? Tags { get; private set; }

    public SearchFilter? Filter { get; private set; }

    /// <summary>Reads all of them.</summary>
    /// <returns>Everything that is wrong with them, or null.</returns>
    public Refusals? Read(RequestContext<CallToolRequestParams> request)
    {
        Dictionary<string, JsonElement> arguments = request.Params?.Arguments switch
        {
            Dictionary<string, JsonElement> made => made,
            null => s_none,
            { } other => new(other),
        };
        if (ReceivedArguments.FindFault(request, arguments.Count) is { } fault)
        {
            Refuse(fault.Pointer, fault.Message);
            return _refusals;
        }

        bool hasQuery = false;
        foreach (KeyValuePair<string, JsonElement> argument in arguments)
        {
            JsonElement value = argument.Value;
            switch (argument.Key)
            {
                case "query":
                    hasQuery = true;
                    ReadQuery(value);
                    break;
                case "limit":
                    ReadLimit(value);
                    break;
                case "sort":
                    ReadSort(value);
                    break;
                case "tags":
                    ReadTags(value);
                    break;
                case "filter":
                    ReadFilter(value);
                    break;
                default:
                    Refuse("/" + Names.ToSegment(argument.Key), Names.Unknown(argument.Key, ["query", "limit", "sort", "tags", "filter"]));
                    break;
            }
        }

        if (!hasQuery)
        {
            Refuse("/query", "is required");
        }

        return _refusals;
    }

    private void ReadQuery(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            Refuse("/query", BadQuery);
            return;
        }

        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(json)[1..^1];
        if (raw.Length is >= 1 and <= 200 && Texts.HoldsOnlyQueryCharacters(raw))
        {
            Query = Texts.FromAscii(raw);
        }
        else if (Texts.Decode(json) is not { } text)
        {
            Refuse("/query", Texts.IllFormed);
        }
        else if (text.Length is >= 1 and <= 200 && Texts.HoldsOnlyQueryCharacters(text))
        {
            Query = text;
        }
        else
        {
            Refuse("/query", BadQuery);
        }
    }

    private void ReadLimit(JsonElement json)
    {
        JsonValueKind kind = json.ValueKind;
        if (kind == JsonValueKind.Number && Numbers.TryReadUpTo100(JsonMarshal.GetRawUtf8Value(json), out int limit))
        {
            Limit = limit;
        }
        else if (kind != JsonValueKind.Null)
        {
            Refuse("/limit", "must be an integer from 1 to 100");
        }
    }

    private void ReadSort(JsonElement json)
    {
        JsonValueKind kind = json.ValueKind;
        int index = kind == JsonValueKind.String ? Texts.IndexOf(json, "relevance"u8, "newest"u8) : -1;
        if (index >= 0)
        {
            Sort = index == 0 ? SearchOrder.Relevance : SearchOrder.Newest;
        }
        else if (kind != JsonValueKind.Null)
        {
            Refuse("/sort", "must be one of \"relevance\", \"newest\"");
        }
    }

    private void ReadTags(JsonElement json)
    {
        JsonValueKind kind = json.ValueKind;
        if (kind == JsonValueKind.Null)
        {
            return;
        }

        if (kind != JsonValueKind.Array || json.GetArrayLength() is var count && count > 10)
        {
            Refuse("/tags", "must be an array of at most 10 items");
            return;
        }

        string[] tags = count == 0 ? [] : new string[count];
        int index = 0;
        bool areGood = true;
        foreach (JsonElement item in json.EnumerateArray())
        {
            string? tag = ReadTag(item, index);
            areGood &= tag is not null;
            tags[index++] = tag!;
        }

        // At most ten: pairs are cheaper than hashes.
        for (int one = 1; areGood && one < tags.Length; one++)
        {
            for (int other = 0; areGood && other < one; other++)
            {
                areGood = tags[one] != tags[other];
                if (!areGood)
                {
                    Refuse("/tags", "must not hold an item twice");
                }
            }
        }

        Tags = tags;
    }

    private string? ReadTag(JsonElement json, int index)
    {
        string message = BadTag;
        if (json.ValueKind == JsonValueKind.String)
        {
            ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(json)[1..^1];
            if (raw.Length <= 32 && Texts.IsPlain(raw))
            {
                return Texts.FromAscii(raw);
            }

            string? text = Texts.Decode(json);
            if (text is not null && Texts.CountCodePoints(text) <= 32)
            {
                return text;
            }

            message = text is null ? Texts.IllFormed : BadTag;
        }

        Refuse("/tags/" + index, message);
        return null;
    }

    private void ReadFilter(JsonElement json)
    {
        JsonValueKind kind = json.ValueKind;
        if (kind != JsonValueKind.Object)
        {
            if (kind != JsonValueKind.Null)
            {
                Refuse("/filter", "must be an object");
            }

            return;
        }

        double? minPrice = null;
        double? maxPrice = null;
        SearchCategory? category = null;
        int seen = 0;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
            int index = name.SequenceEqual("minPrice"u8) ? 0 : name.SequenceEqual("maxPrice"u8) ? 1 : name.SequenceEqual("category"u8) ? 2 : IndexOfEscaped(member, name);
            if (index < 0)
            {
                string shown = Names.Decode(member);
                Refuse("/filter/" + Names.ToSegment(shown), name.Length > 64 ? "unknown argument" : Names.Unknown(shown, ["minPrice", "maxPrice", "category"]));
                continue;
            }

            if ((seen & (1 << index)) != 0)
            {
                Refuse("/filter/" + (index == 0 ? "minPrice" : index == 1 ? "maxPrice" : "category"), "must not be repeated");
                continue;
            }

            seen |= 1 << index;
            JsonElement value = member.Value;
            kind = value.ValueKind;
            if (kind == JsonValueKind.Null)
            {
                continue;
            }

            switch (index)
            {
                case 0:
                    minPrice = ReadPrice(value, kind, 0, double.MaxValue, "/filter/minPrice", ", at least 0");
                    break;
                case 1:
                    maxPrice = ReadPrice(value, kind, double.MinValue, 1e6, "/filter/maxPrice", ", at most 1000000");
                    break;
                default:
                    category = ReadCategory(value, kind);
                    break;
            }
        }

        Filter = new SearchFilter(minPrice, maxPrice, category);
    }

    private double ReadPrice(JsonElement json, JsonValueKind kind, double min, double max, string pointer, string bound)
    {
        bool isFinite = true;
        if (kind == JsonValueKind.Number)
        {
            isFinite = Numbers.TryReadDouble(JsonMarshal.GetRawUtf8Value(json), out double price);
            if (isFinite && price >= min && price <= max)
            {
                return price;
            }
        }

        Refuse(pointer, (isFinite ? "must be a number" : "must be a finite number") + bound);
        return 0;
    }

    private SearchCategory ReadCategory(JsonElement json, JsonValueKind kind)
    {
        int index = kind == JsonValueKind.String ? Texts.IndexOf(json, "books"u8, "music"u8) : -1;
        if (index < 0)
        {
            Refuse("/filter/category", "must be one of \"books\", \"music\"");
        }

        return index == 1 ? SearchCategory.Music : SearchCategory.Books;
    }

    private static int IndexOfEscaped(JsonProperty member, ReadOnlySpan<byte> raw) =>
        raw.Contains((byte)'\\') ? Array.IndexOf(["minPrice", "maxPrice", "category"], Names.Decode(member)) : -1;

    private void Refuse(string pointer, string message) => (_refusals ??= new Refusals()).Add(pointer, message);
}
