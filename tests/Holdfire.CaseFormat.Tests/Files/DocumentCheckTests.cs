using System.Security.Cryptography;
using System.Text;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class DocumentCheckTests
{
    private const string Text = "He said: 😀 524 été.\r\nNo more.";

    [Fact]
    public void Run_PassageAfterAPairOfSurrogates_StandsWhereItWasCounted()
    {
        var check = Run(Text, 9, 15, "😀 524");
        Assert.Equal(("S01", (bool?)true, true, "😀 524"), (check.Statement.Value, check.FileMatches, check.PassageMatches, check.Text));
    }

    [Fact]
    public void Run_ByteOrderMark_CountsAsOneUnit()
    {
        var check = Run("\uFEFFabc", 1, 4, "abc");
        Assert.Equal("abc", check.Text);
    }

    [Fact]
    public void Run_OtherText_DoesNotMatch()
    {
        var check = Run(Text, 9, 15, "😀 525");
        Assert.Equal((false, null), (check.PassageMatches, check.Text));
    }

    [Fact]
    public void Run_FileOfAnotherHash_IsSaid()
    {
        var check = Run(Text, 9, 15, "😀 524", "other");
        Assert.Equal((false, true), (check.FileMatches, check.PassageMatches));
    }

    [Fact]
    public void Run_PassageBeyondTheEnd_DoesNotMatch() => Assert.False(Run(Text, 25, 900, "x").PassageMatches);

    private static PassageCheck Run(string text, int start, int end, string passage, string? hashed = null)
    {
        using var small = new SmallCase();
        var read = CaseFolder.Load(small.Folder).Case!;
        var record = read with
        {
            Documents = [read.Documents[0] with { Sha256 = Hash(hashed ?? text), Length = text.Length }],
            Statements = [read.Statements[0] with { Passage = new Passage(start, end, Hash(passage)) }],
        };
        return Assert.Single(DocumentCheck.Run(record, new DocumentId("D1"), Encoding.UTF8.GetBytes(text)));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
