using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.Tlog;

public sealed class CheckpointTests
{
    private const string Root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    [Theory]
    [InlineData("")]
    [InlineData("\nan extension\nanother")]
    public void Text_RoundTrips(string extensions)
    {
        var text = $"example.org/record\n20852163\n{Root}{extensions}\n";
        var checkpoint = Checkpoint.Parse(text).Value;
        Assert.Equal(("example.org/record", 20852163, MerkleHash.OfEmptyTree), (checkpoint.Origin, checkpoint.Size, checkpoint.Root));
        Assert.Equal(text, checkpoint.ToText());
    }

    [Theory]
    [InlineData("", "line feed")]
    [InlineData("o\n1\n", "3", "found 2 lines")]
    [InlineData("\n1\n" + Root + "\n", "line 1")]
    [InlineData("a b\n1\n" + Root + "\n", "line 1")]
    [InlineData("a+b\n1\n" + Root + "\n", "line 1")]
    [InlineData("o\n\n" + Root + "\n", "line 2")]
    [InlineData("o\n01\n" + Root + "\n", "line 2")]
    [InlineData("o\n-1\n" + Root + "\n", "line 2")]
    [InlineData("o\n1\0\n" + Root + "\n", "line 2")]
    [InlineData("o\n١\n" + Root + "\n", "line 2")]
    [InlineData("o\n9223372036854775808\n" + Root + "\n", "line 2")]
    [InlineData("o\n1\n" + Root + "=\n", "line 3")]
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n", "line 3")]
    [InlineData("o\n1\n" + Root + "\n\n", "line 4")]
    public void Text_Malformed_IsRefusedWithItsLine(string text, params string[] says) =>
        Assert.Contains(says[^1], Checkpoint.Parse(text).Error!.ToString(), StringComparison.Ordinal);
}
