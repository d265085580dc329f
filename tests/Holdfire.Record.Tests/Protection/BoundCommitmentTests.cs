using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.Tests.Entries;

namespace Holdfire.Record.Tests.Protection;

public sealed class BoundCommitmentTests
{
    [Fact]
    public void IsOf_OtherKeyRecordOrForm_IsNot()
    {
        var secret = ProtectedContentTests.Secret;
        Assert.True(secret.IsOf(Signed(EnteredRecord.Clerk, Made.Origin, secret.Commitment)));
        Assert.False(secret.IsOf(Signed(EnteredRecord.Registrar, Made.Origin, secret.Commitment)));
        Assert.False(secret.IsOf(Signed(EnteredRecord.Clerk, "other.example/record", secret.Commitment)));
        Assert.False(secret.IsOf(Signed(EnteredRecord.Clerk, Made.Origin, secret.Commitment, binds: false)));
        Assert.False(secret.IsOf(Signed(EnteredRecord.Clerk, Made.Origin, ProtectedContentTests.Secret.Commitment)));
    }

    [Fact]
    public void Read_FirstForm_StillOpensItsCommitment()
    {
        var file = Encoding.UTF8.GetBytes($$"""{"content":{"id":"R9"},"salt":"{{Convert.ToBase64String(new byte[32])}}"}""");
        var content = ProtectedContent.Read(file, out _)!;
        Assert.True(content.IsOf(Signed(EnteredRecord.Clerk, Made.Origin, content.Commitment, binds: false)));
        Assert.False(content.IsOf(Signed(EnteredRecord.Clerk, Made.Origin, content.Commitment)));
    }

    [Fact]
    public async Task Find_EntryThatCopiedACommitmentBeforeItsOwner_OpensNothing()
    {
        using var sample = await EnteredRecord.Create();
        var secret = ProtectedContentTests.Secret;
        sample.Contents.Keep(secret);
        Assert.Null(sample.Contents.Find(Signed(EnteredRecord.Registrar, Made.Origin, secret.Commitment), withPrivate: true));
        Assert.NotNull(sample.Contents.Find(Signed(EnteredRecord.Clerk, Made.Origin, secret.Commitment), withPrivate: true));
    }

    [Fact]
    public async Task Append_NewEntryOfTheFirstForm_IsRefused()
    {
        using var sample = await EnteredRecord.Create();
        await using var writer = await EnteredRecord.Open(sample.Folder);
        var error = await Assert.ThrowsAsync<RecordException>(
            () => writer.AppendAsync(Signed(EnteredRecord.Clerk, Made.Origin, new string('a', 64), binds: false)));
        Assert.Contains("holdfire/protected/2", error.Message, StringComparison.Ordinal);
    }

    private static Entry Signed(Holdfire.Record.Keys.SubmitterKey key, string origin, string commitment, bool binds = true) =>
        key.SignProtected(origin, EntryKind.Report, commitment, Made.At, binds);
}
