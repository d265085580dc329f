using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Tests.Tlog;

public sealed class SignedNoteTests
{
    // The example of C2SP signed-note.
    private const string Vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private const string Text = "This is an example message.\n";

    private const string Signed = Text + "\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private static NoteVerifier Key => NoteVerifier.Parse(Vkey).Value;

    [Fact]
    public void Vkey_RoundTrips()
    {
        Assert.Equal(Vkey, Key.ToVkey());
        Assert.Equal("example.com/foo+530d903a", Key.ToString());
    }

    [Fact]
    public void ExampleOfTheSpecification_Verifies_AndNotWithAnotherText()
    {
        var note = SignedNote.Parse(Signed).Value;
        Assert.Single(note.VerifiedBy(Key).Value);
        Assert.Equal(Signed, note.ToString());
        Assert.False((note with { Text = "This is an example message!\n" }).VerifiedBy(Key).Ok);
    }

    [Theory]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "key ID")]
    [InlineData("example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "key ID")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "lower-case")]
    [InlineData("example.com/foo+530d903a+BekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "type")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2", "base64")]
    [InlineData("example.com/foo+530d903a+Aek=", "32 bytes")]
    [InlineData("example.com /foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "NAME+KEYID")]
    [InlineData("", "NAME+KEYID")]
    public void Vkey_Wrong_IsRefused(string vkey, string says) =>
        Assert.Contains(says, NoteVerifier.Parse(vkey).Error!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Note_SignedByOurKey_VerifiesAndRoundTrips()
    {
        using var signer = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        var note = new SignedNote(Text, [signer.Sign(Text)]);
        var read = SignedNote.Parse(note.ToBytes()).Value;
        Assert.Equal(note.ToString(), read.ToString());
        Assert.Single(read.VerifiedBy(signer.Verifier).Value);
    }

    [Fact]
    public void Skey_RoundTripsAndIsNotShown()
    {
        using var signer = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        using var again = NoteSigner.Parse(signer.ToSkey()).Value;
        Assert.Equal(signer.Verifier, again.Verifier);
        Assert.DoesNotContain(Secret(signer.ToSkey()), signer.ToString(), StringComparison.Ordinal);
        var cut = signer.ToSkey()[..^5];
        Assert.DoesNotContain(Secret(cut), NoteSigner.Parse(cut).Error!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What follows "PRIVATE+KEY+NAME+KEYID+"; the base64 there may hold '+' of its own.</summary>
    private static string Secret(string skey) => skey.Split('+', 5)[4];

    [Fact]
    public void UnknownKeys_AreIgnored_AKnownBadOneCondemns()
    {
        using var signer = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);
        using var other = NoteSigner.Generate("example.org/other", SignatureKind.Ed25519);
        var good = new SignedNote(Text, [signer.Sign(Text), other.Sign("another text\n")]);
        Assert.Single(good.VerifiedBy(signer.Verifier).Value);
        Assert.Contains("does not hold", good.VerifiedBy(signer.Verifier, other.Verifier).Error!.What, StringComparison.Ordinal);
        Assert.Contains("found none", good.VerifiedBy(Key).Error!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Cosignature_HoldsForItsTextAndTime()
    {
        using var witness = NoteSigner.Generate("witness.example", SignatureKind.Cosignature);
        var at = Instant.FromUtc(2025, 5, 9, 12, 0, 1);
        var line = witness.Cosign(Text, at);
        Assert.Equal(72, line.Bytes.Length);
        Assert.True(witness.Verifier.Verify(Text, line));
        Assert.Equal(at, witness.Verifier.CosignedAt(line));
        Assert.False(witness.Verifier.Verify(Text + "\n", line));
        Assert.False(witness.Verifier.Verify(Text, line with { Bytes = line.Bytes.SetItem(7, (byte)(line.Bytes[7] ^ 1)) }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— na me AAAAAAA=\n")]
    [InlineData("text\n\n— na+me AAAAAAA=\n")]
    [InlineData("text\n\n— name  AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAA=\r\n")]
    [InlineData("te\txt\n\n— name AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAB=\n")]
    public void Note_Malformed_IsRefused(string note) => Assert.False(SignedNote.Parse(note).Ok);

    [Fact]
    public void Note_DividesAtTheLastEmptyLine() =>
        Assert.Equal("a\n\nb\n", SignedNote.Parse("a\n\nb\n\n— name AAAAAAA=\n").Value.Text);

    [Fact]
    public void Note_WithBytesThatAreNotUtf8_IsRefused() => Assert.False(SignedNote.Parse([0xFF, (byte)'\n']).Ok);
}
