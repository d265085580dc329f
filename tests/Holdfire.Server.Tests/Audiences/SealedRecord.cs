using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Holdfire.Server.Tests.Audiences;

/// <summary>The case of the two valleys with sealed entries for its two parties, the mission and two people, on a server that takes the audience from a header.</summary>
/// <remarks>Keys and times are fixed, so that two such records differ in nothing but what is sealed, and in the root of the log.</remarks>
internal sealed class SealedRecord : IAsyncDisposable
{
    /// <summary>The header in which a request says who asks.</summary>
    public const string Who = "X-Audience";

    /// <summary>The id of the last report, which everybody sees.</summary>
    public const string LastOpen = "Z-last";

    private const string Origin = "records.example/valleys";
    private static readonly Instant At = Instant.FromUtc(2032, 7, 10, 12, 0);
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("holdfire-sealed-");
    private readonly NoteSigner @operator = NoteSigner.FromSeed(Origin, SignatureKind.Ed25519, [.. Enumerable.Repeat((byte)1, 32)]);
    private readonly SubmitterKey registrar = SubmitterKey.FromSeed("registrar", [.. Enumerable.Repeat((byte)2, 32)]);
    private readonly SubmitterKey clerk = SubmitterKey.FromSeed("clerk", [.. Enumerable.Repeat((byte)3, 32)]);
    private HoldfireServer? server;

    /// <summary>Asks the server.</summary>
    public HttpClient Client { get; } = new();

    public string Folder => Path.Combine(home.FullName, "record");

    /// <summary>The strings that differ with the root of the log: the one stated exception.</summary>
    public IReadOnlyList<string> OfTheRoot { get; private set; } = [];

    /// <summary>Makes one.</summary>
    /// <param name="sealedAs">What is sealed, in order: the label, and the entry's kind and content. <see cref="SealedItem.Nothing"/> where there is none.</param>
    /// <param name="leak">What the server is wrongly told of who asks; null for one that is told the truth.</param>
    public static async Task<SealedRecord> Of(IEnumerable<SealedItem> sealedAs, Func<Audience, Audience>? leak = null)
    {
        var made = new SealedRecord();
        await made.Fill([.. sealedAs]);
        made.server = await HoldfireServer.StartAsync(
            ServedRecord.Open(made.Folder),
            new ServerOptions
            {
                Port = 0, Names = ["site.example"], Clock = null, Writer = made.Writer, HoldTime = TimeSpan.FromMilliseconds(50), IsThisMachineLimited = false,
                AudienceOf = context => leak is null ? AudienceIn(context) : leak(AudienceIn(context)),
            },
            e => Assert.Fail(e.ToString()));
        made.Client.BaseAddress = new Uri(made.server.Address);
        return made;
    }

    /// <summary>An open report by the clerk, of the same bytes in each such record.</summary>
    public Entry Report(string id) => clerk.Sign(Origin, EntryKind.Report, SealedItem.Report(id, 2), At);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        clerk.Dispose();
        registrar.Dispose();
        @operator.Dispose();
        home.Delete(recursive: true);
    }

    private Task<RecordWriter> Writer() => RecordWriter.OpenAsync(Folder, @operator, new Fixed(), new(), new CaseContentCheck());

    private static Audience AudienceIn(HttpContext context) =>
        Audience.TryParse(context.Request.Headers[Who].ToString(), out var audience) ? audience : Audience.Public;

    private async Task Fill(SealedItem[] items)
    {
        await using (var writer = await RecordWriter.BeginAsync(Folder, @operator, registrar, new Fixed()))
        {
            var register = new KeyChange.Register(clerk.Holder, clerk.PublicKey, []);
            await writer.AppendAsync(registrar.Sign(Origin, register.Kind, register.ToContent(), At));
        }

        await using (var writer = await Writer())
        {
            var import = new CaseImport(RecordReader.Open(Folder).OrThrow(), writer, clerk, At);
            await import.EnterAsync(FolderItems.Read(Path.Combine(Repository.Root, "cases", "practice-valley")), false, "", "practice", null, null);
        }

        await using (var writer = await Writer())
        {
            var record = RecordReader.Open(Folder).OrThrow();
            string Leaf(string id) => Convert.ToHexStringLower(record.Entry(record.Ledger.FindCurrent(id).Single()).Leaf.ToArray());
            var hidden = items.Select((item, i) => Sealed(item.With(Leaf), i)).ToArray();
            await writer.AppendManyAsync([.. hidden.Select(h => h.Committed), Report(LastOpen)], hidden, _ => true);
            await writer.PublishAsync();
        }

        var whole = RecordReader.Open(Folder).OrThrow();
        var roots = Enumerable.Range(1, (int)whole.Size).Select(size => whole.Log.Root(size).ToArray()).ToArray();
        OfTheRoot = [.. roots.SelectMany(r => (string[])[Convert.ToBase64String(r), Convert.ToHexStringLower(r)]), .. whole.Log.Note.ToString().Split('\n').Where(l => l.StartsWith('—'))];
    }

    private SealedEntry Sealed(SealedItem item, int place) =>
        clerk.Seal(Origin, item.Kind, item.Content, At, item.Label, SHA256Of($"{item.Label} {place} {Encoding.UTF8.GetString(item.Content)}"));

    private static byte[] SHA256Of(string text) => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private sealed class Fixed : IClock
    {
        public Instant GetCurrentInstant() => At;
    }
}
