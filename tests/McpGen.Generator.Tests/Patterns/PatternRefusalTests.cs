namespace McpGen.Generator.Tests.Patterns;

/// <summary>What has no exact twin is named, with its place.</summary>
public sealed class PatternRefusalTests
{
    [Theory]
    [InlineData("a(?=b)", 1, "look-ahead '(?='")]
    [InlineData("a(?!b)", 1, "look-ahead '(?!'")]
    [InlineData("(?<=a)b", 0, "look-behind '(?<='")]
    [InlineData("(?<!a)b", 0, "look-behind '(?<!'")]
    [InlineData("(?>a)", 0, "atomic group '(?>'")]
    [InlineData("(?(a)b|c)", 0, "conditional '(?('")]
    [InlineData("a(?#note)", 1, "comment '(?#'")]
    [InlineData("(?i)a", 0, "inline option '(?i'")]
    [InlineData("(?m-x:a)", 0, "inline option '(?m'")]
    [InlineData("(?-i:a)", 0, "inline option '(?-'")]
    [InlineData("(?<a-b>c)", 0, "balancing group")]
    [InlineData("(?<1>c)", 0, "group's name")]
    [InlineData("(?<>c)", 0, "group's name")]
    [InlineData("(?<a", 0, "group's name")]
    [InlineData("(?P<a>c)", 0, "'(?' opens no group")]
    [InlineData("(?", 0, "'(?' opens no group")]
    [InlineData(@"(a)\1", 3, @"back-reference '\1'")]
    [InlineData(@"(?<n>a)\k<n>", 7, @"back-reference '\k'")]
    [InlineData(@"(?<n>a)\<n>", 7, @"back-reference '\<'")]
    [InlineData(@"(?<n>a)\'n'", 7, @"back-reference '\''")]
    [InlineData(@"a\b", 1, @"word boundary '\b'")]
    [InlineData(@"a\B", 1, @"word boundary '\B'")]
    [InlineData(@"\Aa", 0, @"anchor '\A'")]
    [InlineData(@"a\z", 1, @"anchor '\z' has no exact equivalent; write ^ or $")]
    [InlineData(@"a\Z", 1, @"anchor '\Z'")]
    [InlineData(@"\Ga", 0, @"anchor '\G'")]
    [InlineData(@"\p{L}", 0, @"Unicode category '\p'")]
    [InlineData(@"[\P{L}]", 1, @"Unicode category '\P'")]
    [InlineData(@"\a", 0, @"'\a' has no exact equivalent; write \x07")]
    [InlineData(@"\e", 0, @"'\e' has no exact equivalent; write \x1B")]
    [InlineData(@"\cA", 0, @"control escape '\c'")]
    [InlineData(@"\01", 0, @"octal escape '\0'")]
    [InlineData(@"[\1]", 1, @"octal escape '\1'")]
    [InlineData(@"\u{1F600}", 0, @"'\u{' does not exist in .NET")]
    [InlineData(@"\x4", 0, "two hexadecimal digits")]
    [InlineData(@"\u12G4", 0, "four hexadecimal digits")]
    [InlineData(@"\q", 0, @"escape '\q'")]
    [InlineData(@"\_", 0, @"escape '\_'")]
    [InlineData("\\\u00e9", 0, "U+00E9")]
    [InlineData(@"a\", 1, @"lone '\'")]
    [InlineData(@"\uD83D", 0, "surrogate")]
    [InlineData(@"a\uDE00", 1, "surrogate")]
    [InlineData(@"\uD83Da", 0, "surrogate")]
    [InlineData(@"\uD83D\u0041", 0, "surrogate")]
    [InlineData(@"[\uD800-\uDBFF]", 1, "surrogate")]
    [InlineData("[a-z-[aeiou]]", 4, "class subtraction '-['")]
    [InlineData("[a-[b]]", 2, "class subtraction '-['")]
    [InlineData("[[:alpha:]]", 1, "POSIX class '[:'")]
    [InlineData("[]", 0, "empty class '[]'")]
    [InlineData("[]a]", 0, "empty class '[]'")]
    [InlineData("[^]", 0, "empty class '[]'")]
    [InlineData("[z-a]", 1, "range is reversed")]
    [InlineData("[\U0001f601-\U0001f600]", 1, "range is reversed")]
    [InlineData(@"[a-\d]", 1, "cannot begin or end a range")]
    [InlineData(@"[\w-.]", 1, "cannot begin or end a range")]
    [InlineData(@"[\--a]", 1, @"escaped hyphen '\-'")]
    [InlineData("a[b", 1, "class is not closed")]
    [InlineData("[a-", 0, "class is not closed")]
    [InlineData("a(b", 1, "group is not closed")]
    [InlineData("a)b", 1, "closes no group")]
    [InlineData("*a", 0, "nothing to repeat")]
    [InlineData("a|+", 2, "nothing to repeat")]
    [InlineData("({2})", 1, "nothing to repeat")]
    [InlineData("a**", 2, "a quantifier cannot follow a quantifier")]
    [InlineData("a++", 2, "a quantifier cannot follow a quantifier")]
    [InlineData("a{2}{3}", 4, "a quantifier cannot follow a quantifier")]
    [InlineData("a???", 3, "a quantifier cannot follow a quantifier")]
    [InlineData("^*", 1, "an anchor cannot be repeated")]
    [InlineData("a${2}", 2, "an anchor cannot be repeated")]
    [InlineData("a{3,2}", 1, "counts of the quantifier are reversed")]
    [InlineData("a{,2}", 1, "write {0,n}")]
    public void A_construct_is_named_with_its_position(string pattern, int position, string fragment)
    {
        var error = Compiled.Error(pattern);

        Assert.Contains(fragment, error.Message);
        Assert.Equal(position, error.Position);
        Assert.False(error.Message.EndsWith('.'), error.Message);
    }

    /// <summary>Attribute arguments cannot hold half a pair.</summary>
    [Fact]
    public void Half_a_surrogate_pair_is_refused_where_it_stands()
    {
        Assert.Equal(1, Compiled.Error("a" + '\uD83D').Position);
        Assert.Equal(1, Compiled.Error("a" + '\uDE00' + '\uD83D').Position);
        Assert.Equal(1, Compiled.Error("[" + '\uD83D' + @"\uDE00]").Position);
    }
}
