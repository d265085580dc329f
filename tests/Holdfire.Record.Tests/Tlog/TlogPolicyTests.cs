using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Tests.Tlog;

public sealed class TlogPolicyTests : IDisposable
{
    private readonly NoteSigner log = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
    private readonly NoteSigner[] witnesses = [.. Enumerable.Range(1, 3).Select(i => NoteSigner.Generate($"witness.example/{i}", SignatureKind.Cosignature))];

    public void Dispose()
    {
        log.Dispose();
        foreach (var witness in witnesses)
        {
            witness.Dispose();
        }
    }

    [Theory]
    [InlineData("quorum none", "", true)]
    [InlineData("quorum W1", "", false)]
    [InlineData("quorum W1", "1", true)]
    [InlineData("quorum W1", "23", false)]
    [InlineData("group parties all W1 W2\nquorum parties", "12", true)]
    [InlineData("group parties all W1 W2\nquorum parties", "13", false)]
    [InlineData("group some 2 W1 W2 W3\nquorum some", "13", true)]
    [InlineData("group some 2 W1 W2 W3\nquorum some", "3", false)]
    [InlineData("group parties any W1 W2\ngroup both all parties W3\nquorum both", "23", true)]
    [InlineData("group parties any W1 W2\ngroup both all parties W3\nquorum both", "12", false)]
    public void Quorum_CountsTheWitnesses(string rule, string cosigned, bool holds)
    {
        var policy = TlogPolicy.Parse(Policy(rule)).Value;
        Assert.Equal(holds, policy.Open(Note(cosigned)).Ok);
    }

    [Fact]
    public void BadCosignatureOfAKnownWitness_CondemnsTheCheckpoint()
    {
        var policy = TlogPolicy.Parse(Policy("quorum W1")).Value;
        var note = Note("12");
        var bad = note.Signatures[2] with { Bytes = note.Signatures[1].Bytes };
        Assert.Contains("does not hold", policy.Open(note with { Signatures = note.Signatures.SetItem(2, bad) }).Error!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void CosignaturesWithoutTheLog_AreNothing()
    {
        var policy = TlogPolicy.Parse(Policy("quorum W1")).Value;
        var note = Note("1");
        Assert.False(policy.Open(note with { Signatures = note.Signatures.RemoveAt(0) }).Ok);
    }

    [Theory]
    [InlineData("quorum W4", "line 5")]
    [InlineData("quorum W1\nquorum W1", "line 6")]
    [InlineData("group a all W4\nquorum a", "defined before")]
    [InlineData("group a 3 W1 W2\nquorum a", "1 to 2")]
    [InlineData("group a 0 W1 W2\nquorum a", "1 to 2")]
    [InlineData("group a all\nquorum a", "expected 'log VKEY")]
    [InlineData("group a all W1 W1\nquorum a", "already")]
    [InlineData("group a all W1\ngroup b all W1\nquorum a", "already")]
    [InlineData("group none all W1\nquorum none", "new name")]
    [InlineData("group W1 all W2\nquorum W1", "new name")]
    [InlineData("signers W1", "expected 'log VKEY")]
    [InlineData("", "quorum NAME")]
    [InlineData("quorum none\r", "control")]
    public void Policy_Wrong_IsRefusedWithItsLine(string rule, string says) =>
        Assert.Contains(says, TlogPolicy.Parse(Policy(rule)).Error!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Policy_OfManyLines_IsRefused()
    {
        string Groups(int count) => Policy(string.Concat(Enumerable.Range(0, count).Select(i => $"group g{i} 1 {(i == 0 ? "W1" : $"g{i - 1}")}\n")) + "quorum none");
        var others = Groups(0).Split('\n').Length - 1;
        Assert.True(TlogPolicy.Parse(Groups(TlogPolicy.MostLines - others)).Ok);
        Assert.Contains(
            "at most 1000 lines, found 1001", TlogPolicy.Parse(Groups(TlogPolicy.MostLines - others + 1)).Error!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void SameKeyTwice_IsRefused() =>
        Assert.Contains("twice", TlogPolicy.Parse(Policy($"witness again {witnesses[0].Verifier.ToVkey()}\nquorum none")).Error!.What, StringComparison.Ordinal);

    private string Policy(string rule) =>
        $"# who must have seen it\nlog {log.Verifier.ToVkey()} https://example.org/record/\n"
        + $"witness W1 {witnesses[0].Verifier.ToVkey()}\n\t witness  W2\t{witnesses[1].Verifier.ToVkey()}\n".Replace("\n\t", "\n", StringComparison.Ordinal)
        + (rule.Contains("W3", StringComparison.Ordinal) ? $"witness W3 {witnesses[2].Verifier.ToVkey()}\n" : "") + rule + "\n";

    private SignedNote Note(string cosigned)
    {
        var text = new Checkpoint("example.org/record", 0, MerkleHash.OfEmptyTree).ToText();
        return new SignedNote(text, [log.Sign(text), .. cosigned.Select(c => witnesses[c - '1'].Cosign(text, Instant.FromUtc(2025, 5, 9, 0, 0)))]);
    }
}
