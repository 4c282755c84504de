using McpGen.Paths;

namespace McpGen.Tests.Paths;

public sealed class PathNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("a/b.md")]
    [InlineData(".")]
    [InlineData(".hidden/.x")]
    [InlineData("..a/a..b/...b")]
    [InlineData("a b/ c")]
    [InlineData("%2e%2e%2fx")]
    [InlineData("~root/$(id)/${HOME}/-rf/x*y?")]
    [InlineData("日本語.txt")]
    [InlineData("\uff0e\uff0e/secret")]
    [InlineData("..\u2215secret")]
    [InlineData("😀")]
    [InlineData("console/com10/lpt/nullx/aux_")]
    [InlineData("xCON")]
    public void A_name_is_accepted_as_it_is(string name) => Assert.True(PathName.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/etc/passwd")]
    [InlineData("//server/share")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/..")]
    [InlineData("./a")]
    [InlineData("a/./b")]
    [InlineData("a/.")]
    [InlineData("a\\b")]
    [InlineData("\\\\server\\share")]
    [InlineData("\\\\?\\C:\\x")]
    [InlineData("\\\\.\\C:")]
    [InlineData("C:")]
    [InlineData("C:x")]
    [InlineData("x.txt::$DATA")]
    [InlineData("a.")]
    [InlineData("a ")]
    [InlineData("a./b")]
    [InlineData(".. /b")]
    [InlineData("...")]
    [InlineData("a\0")]
    [InlineData("a\nb")]
    [InlineData("a\u007f")]
    [InlineData("a\u0085")]
    [InlineData("a\u2028b")]
    [InlineData("con")]
    [InlineData("a/PRN/b")]
    [InlineData("aux.txt")]
    [InlineData("nul.tar.gz")]
    [InlineData("Nul .txt")]
    [InlineData("com0")]
    [InlineData("COM9.md")]
    [InlineData("lpt1")]
    [InlineData("com\u00b9")]
    [InlineData("LPT\u00b3.x")]
    [InlineData("CONIN$")]
    [InlineData("conout$.md")]
    public void What_some_platform_reads_as_something_else_is_no_name(string name) => Assert.False(PathName.IsValid(name));

    [Fact]
    public void A_lone_surrogate_is_no_name()
    {
        Assert.False(PathName.IsValid("\ud800x"));
        Assert.False(PathName.IsValid("x\ud800"));
        Assert.False(PathName.IsValid("\udcff/secret"));
        Assert.False(PathName.IsValid("\ud800/\udc00"));
    }

    [Fact]
    public void A_component_has_255_bytes_at_most_and_a_name_4096()
    {
        Assert.True(PathName.IsValid(new string('a', 255)));
        Assert.False(PathName.IsValid(new string('a', 256)));
        Assert.True(PathName.IsValid(new string('é', 127)));
        Assert.False(PathName.IsValid(new string('é', 128)));
        string longest = string.Join('/', Enumerable.Repeat("aaaaaaa", 512)) + "a";
        Assert.Equal(4096, longest.Length);
        Assert.True(PathName.IsValid(longest));
        Assert.False(PathName.IsValid(longest + "a"));
        Assert.False(PathName.IsValid("é" + longest[1..]));
    }
}
