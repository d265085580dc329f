using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Server.Tests;

/// <summary>The practice case in a record of its own, on a server that takes entries.</summary>
public class WritableRecord : IAsyncLifetime
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("holdfire-entries-");
    private readonly NoteSigner @operator = NoteSigner.Generate("records.example/entries", SignatureKind.Ed25519);
    private readonly SubmitterKey registrar = new(NoteSigner.Generate("registrar", SignatureKind.Ed25519));
    private readonly SubmitterKey clerk = new(NoteSigner.Generate("clerk", SignatureKind.Ed25519));
    private HoldfireServer? server;
    private Entry? held;
    private int made;

    /// <summary>Asks the server.</summary>
    public HttpClient Client { get; } = new();

    public string Folder => Path.Combine(home.FullName, "record");

    /// <summary>Where the server listens, without a slash at the end.</summary>
    public string Address => server!.Address;

    public virtual async ValueTask InitializeAsync()
    {
        await using (var writer = await RecordWriter.BeginAsync(Folder, @operator, registrar, SystemClock.Instance))
        {
            await writer.AppendAsync(Registration(clerk));
        }

        await using (var writer = await Writer())
        {
            var import = new CaseImport(RecordReader.Open(Folder).OrThrow(), writer, clerk, SystemClock.Instance.GetCurrentInstant());
            await import.EnterAsync(FolderItems.Read(Path.Combine(Repository.Root, "cases", "practice-line")), false, "", "practice", null, null);
        }

        server = await Another();
        Client.BaseAddress = new Uri(server.Address);
    }

    /// <summary>One more server of the record, which remembers nothing of what the first did.</summary>
    public Task<HoldfireServer> Another() => HoldfireServer.StartAsync(
        ServedRecord.Open(Folder), Options(new ServerOptions { Port = 0, Writer = Writer, HoldTime = TimeSpan.FromMilliseconds(50) }), e => Assert.Fail(e.ToString()));

    /// <summary>How the server is started.</summary>
    protected virtual ServerOptions Options(ServerOptions usual) => usual;

    /// <summary>A key of a holder who speaks as sources, registered.</summary>
    public async Task<SubmitterKey> Register(string holder, params string[] speaksAs)
    {
        var key = new SubmitterKey(NoteSigner.Generate(holder, SignatureKind.Ed25519));
        await using var writer = await WaitedFor();
        await writer.AppendAsync(Registration(key, speaksAs));
        return key;
    }

    // The server holds the record for a moment after each entry.
    private async Task<RecordWriter> WaitedFor()
    {
        while (true)
        {
            try
            {
                return await Writer();
            }
            catch (RecordException e) when (e.Error.IsHeld)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>Takes the record up to write, as another program does.</summary>
    public Task<RecordWriter> Writer() => RecordWriter.OpenAsync(Folder, @operator, SystemClock.Instance, new(), new CaseContentCheck());

    /// <summary>The number of entries.</summary>
    public long Size => RecordReader.Open(Folder).OrThrow().Size;

    /// <summary>A new report, signed by the clerk.</summary>
    public Entry Report() => Report(clerk);

    /// <summary>A new report, signed by a key that the record does not know.</summary>
    public Entry StrangersReport(string? id = null)
    {
        using var stranger = new SubmitterKey(NoteSigner.Generate("stranger", SignatureKind.Ed25519));
        return id is null ? Report(stranger)
            : stranger.Sign(@operator.Verifier.Name, EntryKind.Report, Encoding.UTF8.GetBytes(ContentOf(id)), SystemClock.Instance.GetCurrentInstant());
    }

    /// <summary>A new entry of a kind, signed by the clerk.</summary>
    public Entry Signed(EntryKind kind, string content) => Signed(clerk, kind, content);

    /// <summary>A new entry of a kind, signed by a key.</summary>
    public Entry Signed(SubmitterKey key, EntryKind kind, string content) => Signed(key, kind, Encoding.UTF8.GetBytes(content));

    /// <summary>A new entry of a kind, signed by a key.</summary>
    public Entry Signed(SubmitterKey key, EntryKind kind, byte[] content) => key.Sign(@operator.Verifier.Name, kind, content, SystemClock.Instance.GetCurrentInstant());

    /// <summary>A new report of a source, signed by a key.</summary>
    public Entry ReportOf(string source, SubmitterKey key)
    {
        var said = ContentOf($"posted-{++made:000}");
        return Signed(key, EntryKind.Report, said.Replace("\"source\":\"hill-observer\"", $"\"source\":\"{source}\"", StringComparison.Ordinal));
    }

    /// <summary>A protected report of this id, whose content is put into the private folder alone.</summary>
    public Entry Protected(string id)
    {
        var content = ProtectedContent.Of(CanonicalJson.Of(Encoding.UTF8.GetBytes(ContentOf(id))), @operator.Verifier.Name, clerk.Id);
        new ContentFolder(Folder).Keep(content);
        return clerk.SignProtected(@operator.Verifier.Name, EntryKind.Report, content.Commitment, SystemClock.Instance.GetCurrentInstant());
    }

    /// <summary>What a report of this id says.</summary>
    public string ContentOf(string id)
    {
        held ??= RecordReader.Open(Folder).OrThrow().Entries().First(e => e.Entry.Kind == EntryKind.Report && e.Entry.Item.Id.StartsWith("hill-observer", StringComparison.Ordinal)).Entry;
        return Encoding.UTF8.GetString(held.Content!.Value.Span).Replace($"\"{held.Item.Id}\"", $"\"{id}\"", StringComparison.Ordinal);
    }

    public virtual async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server!.DisposeAsync();
        clerk.Dispose();
        registrar.Dispose();
        @operator.Dispose();
        home.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The registration of a key.</summary>
    protected Entry Registration(SubmitterKey key, params string[] speaksAs)
    {
        var register = new KeyChange.Register(key.Holder, key.PublicKey, [.. speaksAs]);
        return registrar.Sign(@operator.Verifier.Name, register.Kind, register.ToContent(), SystemClock.Instance.GetCurrentInstant());
    }

    // A report that the record holds, under a new id.
    public Entry Report(SubmitterKey key) =>
        key.Sign(@operator.Verifier.Name, EntryKind.Report, Encoding.UTF8.GetBytes(ContentOf($"posted-{++made:000}")), SystemClock.Instance.GetCurrentInstant());
}
