using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Entries;

public sealed class CaseImportTests : IDisposable
{
    private const int Parties = 200;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("holdfire-import-");
    private readonly NoteSigner @operator = NoteSigner.Generate("records.example/import", SignatureKind.Ed25519);
    private readonly SubmitterKey registrar = new(NoteSigner.Generate("registrar", SignatureKind.Ed25519));
    private readonly SubmitterKey clerk = new(NoteSigner.Generate("clerk", SignatureKind.Ed25519));

    private string Folder => Path.Combine(root.FullName, "record");

    public void Dispose()
    {
        @operator.Dispose();
        registrar.Dispose();
        clerk.Dispose();
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task WithdrawMissing_MoreThanTheLogTakesAtOnce_IsCutIntoPieces()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        await using var writer = await RecordWriter.CreateAsync(
            Folder, @operator, registrar, SystemClock.Instance, new() { MostBytesAtOnce = 32 << 10 });
        var register = new KeyChange.Register(clerk.Holder, clerk.PublicKey, []);
        await writer.AppendAsync(registrar.Sign(writer.Origin, register.Kind, register.ToContent(), now));
        await writer.PublishAsync();
        CaseImport Import() => new(RecordReader.Open(Folder).Value, writer, clerk, now) { PieceBytes = 16 << 10 };

        var counts = await Import().EnterAsync(Enumerable.Range(0, Parties).Select(Party), false, "entered", "harvest");
        Assert.Equal(Parties, counts.Added);
        await writer.PublishAsync();
        counts = await Import().EnterAsync([], true, "the case folder says otherwise", "harvest");
        Assert.Equal(Parties, counts.Withdrawn);
        await writer.PublishAsync();
        Assert.Equal(2 + (2 * Parties), RecordReader.Open(Folder).Value.Ledger.Count);
    }

    private static CaseItem Party(int number) => new(
        EntryKind.Party, CanonicalJson.Of(Encoding.UTF8.GetBytes($$"""{"id":"p{{number}}","name":"Party {{number}}"}""")), "parties.yaml");
}
