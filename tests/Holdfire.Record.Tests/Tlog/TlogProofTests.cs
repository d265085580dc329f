using Holdfire.Record.Tests.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.Tlog;

public sealed class TlogProofTests
{
    [Fact]
    public async Task Proof_OfEveryEntry_RoundTripsAndVerifies()
    {
        using var record = await SampleLog.Of(300);
        var reader = record.Read();
        for (var i = 0; i < 300; i++)
        {
            var proof = TlogProof.Parse(reader.Prove(i).ToString()).Value;
            Assert.Equal(reader.Prove(i).ToString(), proof.ToString());
            Assert.Equal(300, proof.Verify(MerkleHash.OfLeaf(SampleLog.Entry(i)), record.Key.Verifier).Value.Size);
            Assert.Contains("do not lead", proof.Verify(MerkleHash.OfLeaf(SampleLog.Entry(i + 1)), record.Key.Verifier).Error!.What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Extra_IsKeptAndVouchedForByNobody()
    {
        using var record = await SampleLog.Of(3);
        var proof = record.Read().Prove(1) with { Extra = [1, 2, 3] };
        var read = TlogProof.Parse(proof.ToString()).Value;
        Assert.Equal([1, 2, 3], read.Extra!.Value);
        Assert.True(read.Verify(MerkleHash.OfLeaf(SampleLog.Entry(1)), record.Key.Verifier).Ok);
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nextra AQID\nindex 1\n", proof.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1\n")]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 0\n\na\n\n— n AAAAAAA=\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra A\nindex 0\n\na\n\n— n AAAAAAA=\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 00\n\na\n\n— n AAAAAAA=\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\na\n\n— n AAAAAAA=\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n\na\n")]
    public void Proof_Malformed_IsRefused(string file) => Assert.False(TlogProof.Parse(file).Ok);
}
