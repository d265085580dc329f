using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Holdfire.CaseFormat.Entries;
using Holdfire.Queries;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using Holdfire.Server.OpenRosa;
using NodaTime;

namespace Holdfire.Server.Tests.OpenRosa;

/// <summary>The invented valley in a record of its own, on a server that takes submissions of phones.</summary>
public sealed class PhoneRecord : IAsyncLifetime, IIntakeTokens, IClock
{
    /// <summary>The token of a phone.</summary>
    public const string Token = "q7fT2mZkV9sD4xWb";

    /// <summary>The token of another account's phone.</summary>
    public const string OtherToken = "Zx8mB3nQ6yRt1pLc";

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("holdfire-phones-");
    private readonly NoteSigner @operator = NoteSigner.Generate("records.example/phones", SignatureKind.Ed25519);
    private readonly SubmitterKey registrar = SubmitterKey.Generate("registrar");
    private readonly SubmitterKey clerk = SubmitterKey.Generate("clerk");
    private readonly SubmitterKey intake = SubmitterKey.Generate("intake");
    private HoldfireServer? server;

    /// <summary>Asks the server.</summary>
    public HttpClient Client { get; } = new();

    public string Folder => Path.Combine(home.FullName, "record");

    /// <summary>What the server's clock shows.</summary>
    public Instant Now { get; set; } = SystemClock.Instance.GetCurrentInstant();

    /// <summary>The number of entries.</summary>
    public long Size => Reader.Size;

    /// <summary>The record as everybody has it.</summary>
    public RecordReader Reader => RecordReader.Open(Folder).OrThrow();

    /// <summary>The record with all that is sealed in it.</summary>
    public RecordReader Whole => SealedEntries.Of(Folder).Copy(Reader, static _ => true);

    /// <summary>The case as whoever sees all that is sealed has it.</summary>
    public Model.Case Case => RecordViews.Load(Whole).Case!;

    /// <summary>How the server takes submissions.</summary>
    public IntakeOptions Options { get => field ??= new IntakeOptions(this, intake, this); private set; }

    public async ValueTask InitializeAsync()
    {
        await using (var writer = await RecordWriter.BeginAsync(Folder, @operator, registrar, SystemClock.Instance))
        {
            await writer.AppendAsync(Registration(clerk));
            await writer.AppendAsync(Registration(intake));
        }

        await using (var writer = await Writer())
        {
            var import = new CaseImport(RecordReader.Open(Folder).OrThrow(), writer, clerk, SystemClock.Instance.GetCurrentInstant());
            await import.EnterAsync(FolderItems.Read(Path.Combine(Repository.Root, "cases", "practice-valley")), false, "", "practice", null, null);
        }

        await StartAsync();
    }

    /// <summary>Starts the server, anew where it runs.</summary>
    /// <param name="options">How it takes submissions from now on; as before if left out.</param>
    public async Task StartAsync(Func<IntakeOptions, IntakeOptions>? options = null)
    {
        Options = options?.Invoke(Options) ?? Options;
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        server = await HoldfireServer.StartAsync(
            ServedRecord.Open(Folder), new ServerOptions { Port = 0, Writer = Writer, HoldTime = TimeSpan.FromMilliseconds(50), Intake = Options },
            e => Reported = e.ToString());
        Address = server.Address + "/key/" + Token;
    }

    /// <summary>What the operator was told last.</summary>
    public string Reported { get; private set; } = "";

    /// <summary>The address that a phone is given.</summary>
    public string Address { get; private set; } = "";

    public Task<IntakeUser?> FindAsync(string token, CancellationToken cancellation) => Task.FromResult(token switch { Token => new IntakeUser("mission"), OtherToken => new IntakeUser("bo"), _ => null });

    public Instant GetCurrentInstant() => Now;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server!.DisposeAsync();
        intake.Dispose();
        clerk.Dispose();
        registrar.Dispose();
        @operator.Dispose();
        home.Delete(recursive: true);
    }

    /// <summary>Sends what Collect sends: the XML in each request, files under their own names, and that more follows.</summary>
    public async Task<(int Status, string Message)> Send(string xml, (string Name, byte[] Bytes)[] files, bool isIncomplete = false, string token = Token)
    {
        using var body = new MultipartFormDataContent();
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(xml));
        part.Headers.ContentType = new MediaTypeHeaderValue("text/xml");
        body.Add(part, "xml_submission_file", "incident_2032-05-02.xml");
        foreach (var (name, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            body.Add(file, name, name);
        }

        if (isIncomplete)
        {
            body.Add(new StringContent("yes"), "*isIncomplete*");
        }

        using var answer = await Client.PostAsync(Address.Replace(Token, token, StringComparison.Ordinal) + "/submission?deviceID=collect%3A1", body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.TryGetValues("X-OpenRosa-Version", out var spoken) && spoken.Single() == "1.0", $"{(int)answer.StatusCode} {text}");
        Assert.True((int)answer.StatusCode < 500, Reported);
        return ((int)answer.StatusCode, System.Xml.Linq.XElement.Parse(text).Value);
    }

    /// <summary>The content of an item that stands, sealed or not; null where there is none.</summary>
    public JsonElement? Item(EntryKind kind, string id)
    {
        var reader = Whole;
        return reader.Ledger.Find(kind, id) is { } index
            ? JsonDocument.Parse(ItemContents.ItemOf(reader.Entry(index).Entry.Kind, reader.Entry(index).Entry.Content!.Value)).RootElement : null;
    }

    public Task<RecordWriter> Writer() => RecordWriter.OpenAsync(Folder, @operator, this, new(), new CaseContentCheck());

    private Entry Registration(SubmitterKey key)
    {
        var register = new KeyChange.Register(key.Holder, key.PublicKey, []);
        return registrar.Sign(@operator.Verifier.Name, register.Kind, register.ToContent(), SystemClock.Instance.GetCurrentInstant());
    }
}
