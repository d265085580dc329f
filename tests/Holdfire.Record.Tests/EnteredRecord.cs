using System.Text;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.Tests.Entries;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Tests;

/// <summary>A record in a temporary folder in which all kinds of files occur: full and partial tiles, disclosed and protected contents, attachments.</summary>
internal sealed class EnteredRecord : IDisposable
{
    public const int Reports = 300;

    public static readonly IClock Clock = new FixedClock(Made.At);

    private EnteredRecord(string folder) => Folder = folder;

    public string Folder { get; }

    public ContentFolder Contents => new(Folder);

    public static NoteSigner Operator => NoteSigner.FromSeed(Made.Origin, SignatureKind.Ed25519, [.. Enumerable.Repeat((byte)42, 32)]);

    public static SubmitterKey Registrar => Made.Key("registrar", 1);

    public static SubmitterKey Clerk => Made.Key("clerk", 2);

    public static SubmitterKey Lost => Made.Key("lost", 3);

    public static async Task<EnteredRecord> Create()
    {
        var sample = new EnteredRecord(Directory.CreateTempSubdirectory("holdfire-record-").FullName + "/record");
        await using var writer = await RecordWriter.CreateAsync(sample.Folder, Operator, Registrar, Clock);
        await writer.AppendManyAsync([Made.Registering(Registrar, Clerk), Made.Registering(Registrar, Lost, "aa-army")]);
        Entry[] reports = [.. Enumerable.Range(0, Reports).Select(Report)];
        await writer.AppendManyAsync(reports);
        var (secret, shown) = (Protected("R-secret"), Protected("R-shown"));
        sample.Contents.Keep(secret);
        sample.Contents.Keep(shown);
        var showing = Clerk.SignProtected(Made.Origin, EntryKind.Report, shown.Commitment, Made.At);
        await writer.AppendManyAsync([
            Clerk.SignProtected(Made.Origin, EntryKind.Report, secret.Commitment, Made.At),
            showing,
            Correction(Clerk, reports[0], "R0"),
            Made.Entry(Clerk, EntryKind.Attachment, $$"""{"sha256":"{{sample.Contents.Attach("a photo"u8.ToArray(), true)}}","name":"p.jpg","media_type":"image/jpeg","bytes":"7"}"""),
            Made.Change(Registrar, new KeyChange.Revoke(Lost.Id, "lost")),
        ]);
        sample.Contents.Disclose(showing);
        await writer.PublishAsync();
        return sample;
    }

    public static Entry Report(int number) => Made.Entry(
        Clerk, EntryKind.Report, $$"""{"id":"R{{number}}","source":"aa-army","act":"attack.shelling","count":"{{number}}"}""");

    /// <summary>Another report of the same id.</summary>
    public static Entry OtherReport(int number) => Made.Entry(
        Clerk, EntryKind.Report, $$"""{"id":"R{{number}}","source":"aa-army","act":"attack","count":"1"}""");

    public static Entry Correction(SubmitterKey key, Entry of, string id) => Made.Entry(
        key, EntryKind.Correction,
        $$"""{"of":"{{Made.LeafHex(of)}}","kind":"report","item":{"id":"{{id}}","source":"aa-army","act":"attack","count":"9"},"reason":"misread"}""");

    public static Task<RecordWriter> Open(string folder) => RecordWriter.OpenAsync(folder, Operator, Clock);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Folder)!, true);

    public static ProtectedContent Protected(string id) =>
        ProtectedContent.Of(CanonicalJson.Of(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","source":"aa-army"}""")), Made.Origin, Clerk.Id);
}
