using System.Text;
using CsCheck;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using NodaTime;
using NSec.Cryptography;

namespace Holdfire.Record.Tests.Entries;

public sealed class EntryTests
{
    private static readonly SubmitterKey Clerk = Made.Key("clerk", 7);

    private static readonly Entry Report = Made.Entry(
        Clerk, EntryKind.Report, """{"id":"R1","source":"aa-army","act":"attack.air.uav","count":"~40","reference":"a \"post\"\n"}""");

    private static PublicKey PublicKey => NSec.Cryptography.PublicKey.Import(SignatureAlgorithm.Ed25519, Clerk.PublicKey, KeyBlobFormat.RawPublicKey);

    [Fact]
    public void Sign_ThenParse_GivesBackAllThatWasSaid()
    {
        Assert.True(EntryBytes.TryParse(Report.Bytes, out var read, out _));
        Assert.Equal((Made.Origin, EntryKind.Report, "clerk", Clerk.Id, Made.At), (read!.Record, read.Kind, read.Submitter, read.Key, read.Made));
        Assert.Equal(("R1", "aa-army"), (read.Item.Id, read.Item.AttributedTo));
        Assert.Equal(
            """{"act":"attack.air.uav","count":"~40","id":"R1","reference":"a \"post\"\n","source":"aa-army"}""",
            Encoding.UTF8.GetString(read.Content!.Value.Span));
        Assert.True(EntrySignature.IsBy(read, PublicKey));
    }

    [Fact]
    public void Sign_TheSameTwice_GivesTheSameBytes() =>
        Assert.Equal(Report.Bytes.ToArray(), Clerk.Sign(Made.Origin, EntryKind.Report, Report.Content!.Value, Made.At).Bytes.ToArray());

    [Fact]
    public void Sign_TimeWithParts_IsKeptToTheSecond() => Assert.Equal(
        Made.At, Clerk.Sign(Made.Origin, EntryKind.Report, Report.Content!.Value, Made.At + Duration.FromMilliseconds(999)).Made);

    [Fact]
    public void Parse_AnyByteChanged_IsRefusedOrNotSigned() =>
        Gen.Select(Gen.Int[0, Report.Bytes.Length - 1], Gen.Byte[1, 255]).Sample((at, change) =>
        {
            var bytes = Report.Bytes.ToArray();
            bytes[at] ^= change;
            return !EntryBytes.TryParse(bytes, out var read, out _) || !EntrySignature.IsBy(read!, PublicKey);
        });

    [Fact]
    public void Parse_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 200].Sample(bytes => !EntryBytes.TryParse(bytes, out _, out var error) && error!.What.Length > 0);

    [Fact]
    public void Parse_AnyCutOrDoubling_NeverThrows() =>
        Gen.Select(Gen.Int[0, Report.Bytes.Length], Gen.Int[0, Report.Bytes.Length]).Sample((a, b) =>
        {
            byte[] bytes = [.. Report.Bytes.Span[..a], .. Report.Bytes.Span[b..]];
            return a == b || !EntryBytes.TryParse(bytes, out var read, out _) || !EntrySignature.IsBy(read!, PublicKey);
        });

    [Theory]
    [InlineData("\"kind\":\"report\"", "\"kind\":\"rumour\"", "a known kind")]
    [InlineData("\"type\":\"holdfire/entry/1\"", "\"type\":\"holdfire/entry/3\"", "the type holdfire/entry/1")]
    [InlineData("\"made\":\"2030-05-11T00:00:00Z\"", "\"made\":\"2030-05-11\"", "an instant such as")]
    [InlineData("\"count\":\"~40\"", "\"count\":\"~41\"", "the SHA-256 of the content")]
    [InlineData("\"submitter\":\"clerk\"", "\"submitter\":\"\"", "a text under 'submitter'")]
    [InlineData("{\"content\"", "{ \"content\"", "the canonical form")]
    [InlineData("\"submitter\":\"clerk\"", "\"submitter\":\"clerk\",\"tags\":\"x\"", "no member of the name 'tags'")]
    [InlineData("\"record\":", "\"protected\":true,\"record\":", "either content or protected")]
    public void Parse_WrongPart_SaysWhatWasExpected(string part, string other, string expected)
    {
        var text = Encoding.UTF8.GetString(Report.Bytes.Span);
        Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.False(EntryBytes.TryParse(Encoding.UTF8.GetBytes(text.Replace(part, other, StringComparison.Ordinal)), out _, out var error));
        Assert.Contains(expected, error!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_LargerThanAnEntryMayBe_IsRefused()
    {
        var content = CanonicalJson.Of(Encoding.UTF8.GetBytes($$"""{"id":"R1","reference":"{{new string('x', Entry.MostBytes)}}"}"""));
        Assert.Contains(
            "at most 65535 bytes", Assert.Throws<MalformedException>(() => Clerk.Sign(Made.Origin, EntryKind.Report, content, Made.At)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SignProtected_ShowsNothingOfTheContent()
    {
        var hidden = Protection.ProtectedContentTests.Secret;
        var entry = Clerk.SignProtected(Made.Origin, EntryKind.Report, hidden.Commitment, Made.At);
        Assert.True(entry.IsProtected);
        Assert.DoesNotContain("village", Encoding.UTF8.GetString(entry.Bytes.Span), StringComparison.Ordinal);
        Assert.True(EntrySignature.IsBy(entry, PublicKey));
    }

    [Fact]
    public void SignProtected_KindThatTheRecordReads_IsRefused() =>
        Assert.Throws<MalformedException>(() => Clerk.SignProtected(Made.Origin, EntryKind.Withdrawal, new string('0', 64), Made.At));
}
