using System.Text;
using System.Text.Json.Nodes;
using Holdfire.CaseFormat.Entries;
using Holdfire.CaseFormat.Tests.Imports;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Entries;

/// <summary>No writer that checks what it takes lets in an entry after which some of the case could not be read.</summary>
public sealed class WholeCaseTests : IAsyncLifetime
{
    private const string Report =
        """{"act":"attack.air.uav","alleged_actor":"RU","areas":"UA","count":"7","from":"2025-05-09","id":"NEW-1","measure":"launched","precision":"day","source":"ua-air-force","to":"2025-05-09","zone":"Europe/Kyiv"}""";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("holdfire-whole-");
    private readonly NoteSigner @operator = NoteSigner.Generate("records.example/whole", SignatureKind.Ed25519);
    private readonly SubmitterKey registrar = new(NoteSigner.Generate("registrar", SignatureKind.Ed25519));
    private readonly SubmitterKey clerk = new(NoteSigner.Generate("clerk", SignatureKind.Ed25519));
    private readonly CaseContentCheck check = new();
    private RecordWriter writer = null!;

    private string Folder => Path.Combine(root.FullName, "record");

    private string Origin => @operator.Verifier.Name;

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    public async ValueTask InitializeAsync()
    {
        writer = await RecordWriter.CreateAsync(Folder, @operator, registrar, SystemClock.Instance, check: check);
        var register = new KeyChange.Register(clerk.Holder, clerk.PublicKey, []);
        await writer.AppendAsync(registrar.Sign(Origin, register.Kind, register.ToContent(), Now));
        await writer.PublishAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        @operator.Dispose();
        registrar.Dispose();
        clerk.Dispose();
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task Append_OneReportAfterAnother_ReadsTheCaseOnce_AndRefusesWhatAWholeReadingRefuses()
    {
        await EnterCase();
        await writer.AppendAsync(Signed(EntryKind.Report, Report));
        var before = check.Readings;
        string Named(string id, string more = "") => Report.Replace("\"NEW-1\"", $"\"{id}\"{more}", StringComparison.Ordinal);
        for (var i = 2; i < 12; i++)
        {
            await writer.AppendAsync(Signed(EntryKind.Report, Named($"NEW-{i}", $",\"quotes\":\"NEW-{i - 1}\"")));
        }

        Assert.Equal(before, check.Readings);
        await writer.AppendManyAsync([Signed(EntryKind.Report, Named("A", ",\"quotes\":\"B\"")), Signed(EntryKind.Report, Named("B"))]);
        Assert.Equal(before, check.Readings);
        foreach (var wrong in (string[])
            [Named("X", ",\"quotes\":\"NO-SUCH-REPORT\""), Named("X").Replace("ua-air-force", "nobody", StringComparison.Ordinal), Named("X", ",\"areas\":\"NOWHERE\"").Replace("\"areas\":\"UA\",", "", StringComparison.Ordinal)])
        {
            await Refused(Signed(EntryKind.Report, wrong));
        }

        await Assert.ThrowsAsync<CaseRefusedException>(() => writer.AppendManyAsync(
            [Signed(EntryKind.Report, Named("X", ",\"part_of\":\"Y\"")), Signed(EntryKind.Report, Named("Y", ",\"part_of\":\"X\""))]));

        // What is none takes a reading; then reports do not again.
        await writer.AppendAsync(Signed(EntryKind.Report, Named("X")));
        var again = check.Readings;
        await writer.AppendAsync(Signed(EntryKind.Report, Named("Y", ",\"quotes\":\"X\"")));
        Assert.Equal(again, check.Readings);
        await writer.PublishAsync();
        var load = RecordCase.Load(Folder);
        Assert.Empty(load.SetAside);
        Assert.Contains(load.Case!.Reports, r => r.Id.Value == "Y");
    }

    [Fact]
    public async Task Append_AReport_WhereAnythingElseWasEnteredSince_ReadsTheCaseAgain()
    {
        await EnterCase();
        await writer.AppendAsync(Signed(EntryKind.Report, Report));
        await writer.PublishAsync();
        var record = RecordReader.Open(Folder).Value;
        var leaf = record.Entry(record.Ledger.Find(EntryKind.Report, "NEW-1")!.Value).Leaf;
        await writer.AppendAsync(clerk.Sign(Origin, EntryKind.Withdrawal, ItemContents.Change(leaf, "twice"), Now));
        await Refused(Signed(EntryKind.Report, Report.Replace("\"NEW-1\"", "\"NEW-2\",\"quotes\":\"NEW-1\"", StringComparison.Ordinal)));
        await writer.AppendAsync(Signed(EntryKind.Report, Report.Replace("\"NEW-1\"", "\"NEW-2\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"source\":\"ua-air-force\"", "\"source\":\"no-such-source\"")]
    [InlineData("\"id\":\"NEW-1\"", "\"id\":\"NEW-1\",\"quotes\":\"NO-SUCH-REPORT\"")]
    [InlineData("\"areas\":\"UA\"", "\"areas\":\"NO-SUCH-AREA\"")]
    public async Task Append_WhatNamesNothingOfTheCase_IsRefused(string from, string to)
    {
        await EnterCase();
        var refused = await Refused(Signed(EntryKind.Report, Report.Replace(from, to, StringComparison.Ordinal)));
        Assert.All(refused.Errors, f => Assert.Equal($"entry {refused.FirstNew}", f.Where));
        await writer.AppendAsync(Signed(EntryKind.Report, Report));
        await writer.PublishAsync();

        // The same in the place of what is there.
        var stored = Read().Entry(Read().Ledger.Find(EntryKind.Report, "NEW-1")!.Value);
        await Refused(clerk.Sign(Origin, EntryKind.Correction, ItemContents.Correction(
            stored.Leaf, EntryKind.Report, Canonical(Report.Replace(from, to, StringComparison.Ordinal)), "misread"), Now));
        Assert.Empty(Load().SetAside);
    }

    [Fact]
    public async Task Append_OfOneThatNamesAnother_TogetherOrAfterIt_IsTaken()
    {
        await EnterCase();
        var second = Report.Replace("\"id\":\"NEW-1\"", "\"id\":\"NEW-2\",\"quotes\":\"NEW-1\"", StringComparison.Ordinal);
        await Refused(Signed(EntryKind.Report, second));
        var pair = new[] { Signed(EntryKind.Report, second), Signed(EntryKind.Report, Report) };
        await writer.AppendManyAsync(pair);
        await writer.PublishAsync();
        Assert.Empty(Load().SetAside);

        // What was taken is not asked about again.
        await writer.AppendManyAsync(pair);
    }

    [Fact]
    public async Task Withdrawal_OfWhatOthersName_IsRefused_UntilNoneDoes()
    {
        await EnterCase();
        await writer.AppendAsync(Signed(EntryKind.Report, Report));
        await writer.AppendAsync(Signed(EntryKind.Report, Report.Replace("\"id\":\"NEW-1\"", "\"id\":\"NEW-2\",\"quotes\":\"NEW-1\"", StringComparison.Ordinal)));
        await writer.PublishAsync();
        var first = Withdrawal("NEW-1");
        Assert.Contains("NEW-1", (await Refused(first)).Message, StringComparison.Ordinal);
        await writer.AppendManyAsync([Withdrawal("NEW-2"), first]);
        await writer.PublishAsync();
        Assert.Empty(Load().SetAside);
    }

    [Fact]
    public async Task SettingAside_OfWhatOthersName_IsRefused()
    {
        await EnterCase();
        var source = Read().Entry(Read().Ledger.Find(EntryKind.Source, "ua-air-force")!.Value);
        await Refused(registrar.Sign(Origin, EntryKind.SetAside, ItemContents.Change(source.Leaf, "not wanted"), Now));
    }

    [Fact]
    public async Task ProtectedHead_BesideAnOpenOne_IsRefused()
    {
        await EnterCase();
        var head = Read().Entry(Read().Ledger.Find(EntryKind.Case, "")!.Value).Entry.Content!.Value;
        var refused = await Assert.ThrowsAsync<RecordException>(() => writer.AppendAsync(Hidden(EntryKind.Case, head)));
        Assert.Contains("found that of entry", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ThatNamesWhatIsProtected_IsRefused_AndProtectedThatDoesIsNot()
    {
        await EnterCase();
        await writer.AppendAsync(Hidden(EntryKind.Report, Canonical(Report)));
        var naming = Canonical(Report.Replace("\"id\":\"NEW-1\"", "\"id\":\"NEW-2\",\"quotes\":\"NEW-1\"", StringComparison.Ordinal));
        Assert.False((await Refused(clerk.Sign(Origin, EntryKind.Report, naming, Now))).WithProtected);
        Assert.True((await Refused(Signed(EntryKind.Report, Report))).WithProtected);
        await writer.AppendAsync(Hidden(EntryKind.Report, naming));
    }

    // What is sealed is read by those alone who see it, and takes nothing away from what is known of the open case.
    [Fact]
    public async Task Append_ASealedReport_IsCheckedForItsReaders_AndLeavesTheOpenCaseKnown()
    {
        await EnterCase();
        await writer.AppendAsync(Signed(EntryKind.Report, Report));
        Task<LogReceipt> Seal(string id, string more, params string[] seen)
        {
            var hidden = clerk.Seal(Origin, EntryKind.Report, Canonical(Report.Replace("\"NEW-1\"", $"\"{id}\"{more}", StringComparison.Ordinal)), Now, "mission");
            return writer.AppendManyAsync([hidden.Committed], [hidden], seen.Contains);
        }

        await Seal("S-1", ",\"quotes\":\"NEW-1\"", "mission");
        await Seal("S-2", ",\"quotes\":\"S-1\"", "mission");
        await Assert.ThrowsAsync<CaseRefusedException>(() => Seal("S-3", ",\"quotes\":\"NOBODY\"", "mission"));

        // Whoever may not see what it names could not read it.
        await Assert.ThrowsAsync<CaseRefusedException>(() => Seal("S-3", ",\"quotes\":\"S-1\""));
        await Refused(Signed(EntryKind.Report, Report.Replace("\"NEW-1\"", "\"NEW-2\",\"quotes\":\"S-1\"", StringComparison.Ordinal)));

        await writer.AppendAsync(Signed(EntryKind.Report, Report.Replace("\"NEW-1\"", "\"NEW-3\"", StringComparison.Ordinal)));
        var before = check.Readings;
        await Seal("S-4", "", "mission");
        var sealing = check.Readings - before;
        await writer.AppendAsync(Signed(EntryKind.Report, Report.Replace("\"NEW-1\"", "\"NEW-4\",\"quotes\":\"NEW-3\"", StringComparison.Ordinal)));
        Assert.Equal(before + sealing, check.Readings);
    }

    [Fact]
    public async Task BeforeAHead_ItemsComeInAnyOrder_AndAreCheckedWithIt()
    {
        await writer.AppendAsync(Signed(EntryKind.Report, Report));
        await EnterCase();
        Assert.NotNull(Load().Case);
    }

    [Fact]
    public async Task Import_InPieces_MayNameWhatALaterPieceBrings()
    {
        var items = FolderItems.Read(SharedData.BuiltInCase).OrderBy(i => i.Kind is EntryKind.Source or EntryKind.Party).ToArray();
        await new CaseImport(Read(), writer, clerk, Now) { PieceBytes = 4096 }.EnterAsync(items, false, "entered", "case");
        await writer.PublishAsync();
        var load = Load();
        Assert.NotNull(load.Case);
        Assert.Empty(load.SetAside);
    }

    private async Task EnterCase()
    {
        await new CaseImport(Read(), writer, clerk, Now).EnterAsync(FolderItems.Read(SharedData.BuiltInCase), false, "entered", "case");
        await writer.PublishAsync();
    }

    private async Task<CaseRefusedException> Refused(Entry entry)
    {
        var before = writer.Current.Size;
        var refused = await Assert.ThrowsAsync<CaseRefusedException>(() => writer.AppendAsync(entry));
        Assert.Equal(before, writer.Current.Size);
        await writer.PublishAsync();
        return refused;
    }

    private RecordReader Read() => RecordReader.Open(Folder).Value;

    private CaseLoad Load() => RecordCase.Load(Folder);

    private static byte[] Canonical(string json) => CanonicalJson.Of(Encoding.UTF8.GetBytes(JsonNode.Parse(json)!.ToJsonString()));

    private Entry Signed(EntryKind kind, string content) => clerk.Sign(Origin, kind, Canonical(content), Now);

    private Entry Hidden(EntryKind kind, ReadOnlyMemory<byte> content)
    {
        var hidden = ProtectedContent.Of(content.ToArray(), Origin, clerk.Id);
        new ContentFolder(Folder).Keep(hidden);
        return clerk.SignProtected(Origin, kind, hidden.Commitment, Now);
    }

    private Entry Withdrawal(string report) => clerk.Sign(
        Origin, EntryKind.Withdrawal, ItemContents.Change(Read().Entry(Read().Ledger.Find(EntryKind.Report, report)!.Value).Leaf, "twice"), Now);
}
