using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.CaseFormat.Tests.Imports;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Entries;

/// <summary>What is let into a record, and what a reader does with what should not have been.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private const string Report =
        """{"act":"attack.air.uav","alleged_actor":"RU","areas":"UA","count":"7","from":"2025-05-09","id":"NEW-1","measure":"launched","precision":"day","source":"ua-air-force","to":"2025-05-09","zone":"Europe/Kyiv"}""";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("holdfire-door-");
    private readonly NoteSigner @operator = NoteSigner.Generate("records.example/door", SignatureKind.Ed25519);
    private readonly SubmitterKey registrar = new(NoteSigner.Generate("registrar", SignatureKind.Ed25519));
    private readonly SubmitterKey clerk = new(NoteSigner.Generate("clerk", SignatureKind.Ed25519));
    private readonly SubmitterKey mallory = new(NoteSigner.Generate("mallory", SignatureKind.Ed25519));

    private string Folder => Path.Combine(root.FullName, "record");

    private ContentFolder Contents => new(Folder);

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    public async ValueTask InitializeAsync()
    {
        await using var writer = await RecordWriter.CreateAsync(Folder, @operator, registrar, SystemClock.Instance);
        KeyChange[] changes = [.. new[] { clerk, mallory }.Select(k => new KeyChange.Register(k.Holder, k.PublicKey, []))];
        await writer.AppendManyAsync([.. changes.Select(c => registrar.Sign(writer.Origin, c.Kind, c.ToContent(), Now))]);
        await writer.PublishAsync();
        await new CaseImport(RecordReader.Open(Folder).Value, writer, clerk, Now).EnterAsync(FolderItems.Read(SharedData.BuiltInCase), false, "entered", "case");
    }

    public ValueTask DisposeAsync()
    {
        @operator.Dispose();
        registrar.Dispose();
        clerk.Dispose();
        mallory.Dispose();
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Check_EveryItemOfTheBuiltInCase_IsReadable()
    {
        var check = new CaseContentCheck();
        foreach (var folder in new[] { "ukraine-2025", "practice-line" })
        {
            foreach (var item in FolderItems.Read(Path.Combine(SharedData.BuiltInCase, "..", folder)))
            {
                Assert.True(check.Refusal(item.Kind, item.Content) is null, $"{item.Where}: {check.Refusal(item.Kind, item.Content)}");
            }
        }
    }

    [Theory]
    [InlineData("pin", """{"by":"the clerk","id":"P2","reason":"seen again","withdraws":"P1"}""")]
    [InlineData("talks", """{"item":{"id":"W2","item":"I1","needs":["I2"],"statements":["S1"],"supersedes":"W1","text":"a way"},"list":"ways"}""")]
    public void Check_ItemThatGoesOnFromAnother_IsReadable(string kind, string content) =>
        Assert.Null(new CaseContentCheck().Refusal(EntryKinds.Find(kind)!.Value, Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("report", """{"id":"GARBAGE"}""")]
    [InlineData("report", """{"id":"GARBAGE","source":{"a":"b"}}""")]
    [InlineData("source", """{"id":"GARBAGE","grade":"Z"}""")]
    [InlineData("truce", """{"id":"GARBAGE"}""")]
    [InlineData("statement", """{"id":"GARBAGE"}""")]
    [InlineData("pin", """{"id":"GARBAGE"}""")]
    [InlineData("talks", """{"item":{"id":"GARBAGE"},"list":"rumours"}""")]
    public async Task Append_ContentThatNobodyCanRead_IsRefused(string kind, string content)
    {
        await using var writer = await RecordWriter.OpenAsync(Folder, @operator, SystemClock.Instance, check: new CaseContentCheck());
        var before = writer.Current.Size;
        await Assert.ThrowsAsync<RecordException>(() => writer.AppendAsync(Signed(mallory, EntryKinds.Find(kind)!.Value, content)));
        await writer.AppendAsync(Signed(mallory, EntryKind.Report, Report));
        Assert.Equal(before + 1, writer.Current.Size);
    }

    [Theory]
    [InlineData("\"published\":\"garbage\"")]
    [InlineData("\"published\":[\"2031-03-12T20:00Z\"]")]
    [InlineData("\"published\":true")]
    public async Task Change_AtATimeThatIsNone_IsRefused_AndWhereItIsInCountsAsOneWithoutATime(string published)
    {
        await Append(Signed(mallory, EntryKind.Report, Report));
        var whole = Load();
        var of = Convert.ToHexStringLower(LeafOf("NEW-1").ToArray());
        string[] contents =
        [
            $$"""{"item":{{Report.Replace("\"7\"", "\"8\"", StringComparison.Ordinal)}},"kind":"report","of":"{{of}}","reason":"more",{{published}}}""",
            $$"""{"of":"{{of}}","reason":"none",{{published}}}""",
        ];
        foreach (var (kind, content) in new[] { EntryKind.Correction, EntryKind.Withdrawal }.Zip(contents))
        {
            await using var writer = await RecordWriter.OpenAsync(Folder, @operator, SystemClock.Instance, check: new CaseContentCheck());
            var refused = await Assert.ThrowsAsync<RecordException>(() => writer.AppendAsync(Signed(mallory, kind, content)));
            Assert.Contains("published", refused.Message, StringComparison.Ordinal);
        }

        var index = await Append(Signed(mallory, EntryKind.Withdrawal, contents[1]));
        var load = Load();
        Assert.Equal(whole.Case!.Reports.Length - 1, load.Case!.Reports.Length);
        Assert.Equal(whole.Case.Corrections.Length, load.Case.Corrections.Length);
        Assert.Empty(load.SetAside);
        Assert.Equal([(index, "withdrawal", SetAsideBy.Reader)], load.Without.Select(w => (w.Entry, w.Kind, w.By)));
    }

    [Fact]
    public async Task NameOfAFormerVersion_ThatAnotherTook_TakesNoHistoryAway()
    {
        var whole = Load();
        var record = RecordReader.Open(Folder).Value;
        var index = record.Ledger.FindKind(EntryKind.Report)!.Value;
        var stored = record.Entry(index);
        var id = stored.Entry.Item.Id;
        var squatter = await Append(Signed(mallory, EntryKind.Report, Report.Replace("NEW-1", $"{id}@{index}", StringComparison.Ordinal)));
        Assert.Equal(whole.Case!.Reports.Length + 1, Load().Case!.Reports.Length);
        var item = System.Text.Json.Nodes.JsonNode.Parse(stored.Entry.Content!.Value.Span)!.AsObject();
        item["reference"] = "the second edition";
        await Append(clerk.Sign(
            @operator.Verifier.Name, EntryKind.Correction,
            ItemContents.Correction(stored.Leaf, EntryKind.Report, CanonicalJson.Of(Encoding.UTF8.GetBytes(item.ToJsonString())), "revised", "2031-03-12T20:00Z"), Now));

        var load = Load();
        Assert.Empty(load.SetAside);
        Assert.Equal([(squatter, SetAsideBy.Reader)], load.Without.Select(w => (w.Entry, w.By)));
        Assert.Equal(whole.Case.Reports.Single(r => r.Id.Value == id).Source, load.Case!.Reports.Single(r => r.Id.Value == $"{id}@{index}").Source);
        Assert.Contains(load.Case.Corrections, c => c.Report.Value == $"{id}@{index}" && c.By?.Value == id);
    }

    [Fact]
    public async Task Import_OfIdsThatAnotherHolds_LeavesThoseOutAndEntersTheRest()
    {
        byte[] Of(string id, string count) => CanonicalJson.Of(Encoding.UTF8.GetBytes(Report.Replace("NEW-1", id, StringComparison.Ordinal).Replace("\"7\"", $"\"{count}\"", StringComparison.Ordinal)));
        CaseItem Item(string id, string count) => new(EntryKind.Report, Of(id, count), "r.csv");
        var first = await Append(Signed(mallory, EntryKind.Report, Encoding.UTF8.GetString(Of("SQUAT-1", "99"))));
        var second = await Append(Signed(mallory, EntryKind.Report, Encoding.UTF8.GetString(Of("SQUAT-2", "99"))));
        await Append(registrar.Sign(@operator.Verifier.Name, EntryKind.SetAside, ItemContents.Change(LeafOf("SQUAT-2"), "not a report"), Now));
        CaseItem[] items = [.. FolderItems.Read(SharedData.BuiltInCase), Item("SQUAT-1", "7"), Item("SQUAT-2", "7"), Item("MINE-1", "7")];
        Assert.Equal(
            [("SQUAT-1", ImportEffect.LeaveOut, first), ("SQUAT-2", ImportEffect.LeaveOut, second), ("MINE-1", ImportEffect.Add, null)],
            CaseImport.Preview(RecordReader.Open(Folder).Value, items, true, clerk.Id).Select(c => (c.Id, c.Effect, c.Entry)));
        await using (var writer = await RecordWriter.OpenAsync(Folder, @operator, SystemClock.Instance, check: new CaseContentCheck()))
        {
            var counts = await new CaseImport(RecordReader.Open(Folder).Value, writer, clerk, Now).EnterAsync(items, false, "otherwise", "case");
            Assert.Equal((1, 0, 2), (counts.Added, counts.Corrected, counts.LeftOut));
            await writer.PublishAsync();
            counts = await new CaseImport(RecordReader.Open(Folder).Value, writer, clerk, Now).EnterAsync(items[..^3], true, "otherwise", "case");
            Assert.Equal((1, 2), (counts.Withdrawn, counts.Missing));
        }

        Assert.Equal("99", Load().Case!.Reports.Single(r => r.Id.Value == "SQUAT-1").Count.ToString());
    }

    [Fact]
    public async Task Load_WithAnEntryThatNobodyCanRead_SetsItAsideAndReadsTheRest()
    {
        var whole = Load();
        var index = await Append(Signed(mallory, EntryKind.Report, """{"id":"GARBAGE"}"""));
        var load = Load();
        Assert.Equal(whole.Case!.Reports.Length, load.Case!.Reports.Length);
        Assert.All(load.SetAside, f => Assert.Equal($"entry {index}", f.Where));
        Assert.NotEmpty(load.SetAside);

        // The registrar can say so in the log, and take that back.
        var leaf = RecordReader.Open(Folder).Value.Entry(index).Leaf;
        var aside = await Append(registrar.Sign(@operator.Verifier.Name, EntryKind.SetAside, ItemContents.Change(leaf, "not a report"), Now));
        Assert.Empty(Load().SetAside);
        var undo = RecordReader.Open(Folder).Value.Entry(aside).Leaf;
        await Append(registrar.Sign(@operator.Verifier.Name, EntryKind.Withdrawal, ItemContents.Change(undo, "it was one"), Now));
        Assert.NotEmpty(Load().SetAside);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("source")]
    [InlineData("case")]
    [InlineData("party")]
    [InlineData("statement")]
    [InlineData("truce")]
    public async Task Correction_ThatCannotBeRead_LeavesTheVersionBeforeIt(string kindName)
    {
        var kind = EntryKinds.Find(kindName)!.Value;
        var record = RecordReader.Open(Folder).Value;
        var index = record.Ledger.FindKind(kind)!.Value;
        var stored = record.Entry(index);
        var whole = Load();
        var json = System.Text.Json.Nodes.JsonNode.Parse(stored.Entry.Content!.Value.Span)!.AsObject();
        json["rumour"] = "x";
        var correction = ItemContents.Correction(stored.Leaf, kind, CanonicalJson.Of(Encoding.UTF8.GetBytes(json.ToJsonString())), "misread");
        var bad = await Append(clerk.Sign(@operator.Verifier.Name, EntryKind.Correction, correction, Now));

        var load = Load();
        Assert.Equal(Shape(whole), Shape(load));
        Assert.Equal([$"entry {bad}"], load.SetAside.Select(f => f.Where).Distinct());
        Assert.Equal([(bad, kindName, SetAsideBy.Reader)], load.Without.Select(w => (w.Entry, w.Kind, w.By)));

        // The same once the registrar has said so, and nothing is left out in reading then.
        var leaf = RecordReader.Open(Folder).Value.Entry(bad).Leaf;
        await Append(registrar.Sign(@operator.Verifier.Name, EntryKind.SetAside, ItemContents.Change(leaf, "no such key"), Now));
        load = Load();
        Assert.Equal(Shape(whole), Shape(load));
        Assert.Empty(load.SetAside);
        Assert.Equal([(bad, kindName, SetAsideBy.Registrar, "no such key")], load.Without.Select(w => (w.Entry, w.Kind, w.By, w.Reason)));
    }

    [Fact]
    public async Task SetAside_WhatTheHeadNames_TakesTheLineAndNotTheHead()
    {
        var whole = Load();
        string[] ids = [.. whole.Case!.Reports.Where(r => !whole.Case.Reports.Any(o => o.PartOf == r.Id || o.IncludedIn.Contains(r.Id) || o.Quotes.Contains(r.Id) || o.Denies.Contains(r.Id)))
            .Select(r => r.Id.Value).Take(2)];
        var record = RecordReader.Open(Folder).Value;
        var head = record.Entry(record.Ledger.Find(EntryKind.Case, "")!.Value);
        var json = System.Text.Json.Nodes.JsonNode.Parse(head.Entry.Content!.Value.Span)!.AsObject();
        json["corrections"] = System.Text.Json.Nodes.JsonNode.Parse($$"""[{"report":"{{ids[0]}}","kind":"withdrawn"},{"report":"{{ids[1]}}","kind":"withdrawn"}]""");
        await Append(clerk.Sign(
            @operator.Verifier.Name, EntryKind.Correction,
            ItemContents.Correction(head.Leaf, EntryKind.Case, CanonicalJson.Of(Encoding.UTF8.GetBytes(json.ToJsonString())), "they said so"), Now));
        Assert.Equal(whole.Case.Corrections.Length + 2, Load().Case!.Corrections.Length);

        var target = RecordReader.Open(Folder).Value.Ledger.Find(EntryKind.Report, ids[0])!.Value;
        var aside = await Append(registrar.Sign(@operator.Verifier.Name, EntryKind.SetAside, ItemContents.Change(LeafOf(ids[0]), "a duplicate"), Now));
        var load = Load();
        Assert.Equal(whole.Case.Title, load.Case!.Title);
        Assert.Equal([ids[1]], load.Case.Corrections.Select(c => c.Report.Value).Except(whole.Case.Corrections.Select(c => c.Report.Value)));
        Assert.Equal(["a duplicate", $"corrections 1: it names {ids[0]}, which is set aside"], load.Without.Select(w => w.Reason));
        Assert.True(aside > target);
    }

    [Fact]
    public async Task Head_ThatNamesWhatCannotBeRead_IsWithoutThatLine()
    {
        var whole = Load();
        var index = await Append(Signed(mallory, EntryKind.Report, """{"id":"GARBAGE"}"""));
        var record = RecordReader.Open(Folder).Value;
        var head = record.Entry(record.Ledger.Find(EntryKind.Case, "")!.Value);
        var json = System.Text.Json.Nodes.JsonNode.Parse(head.Entry.Content!.Value.Span)!.AsObject();
        json["corrections"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"report":"GARBAGE","kind":"withdrawn"}]""");
        var corrected = await Append(clerk.Sign(
            @operator.Verifier.Name, EntryKind.Correction,
            ItemContents.Correction(head.Leaf, EntryKind.Case, CanonicalJson.Of(Encoding.UTF8.GetBytes(json.ToJsonString())), "they said so"), Now));
        var load = Load();
        Assert.Equal(Shape(whole), Shape(load));
        Assert.Equal([$"entry {index}", $"entry {corrected}, corrections 1"], load.SetAside.Select(f => f.Where).Distinct());
    }

    [Fact]
    public async Task Statement_ThatTakesTheIdOfAnEarlierReport_IsSetAside_AndNotTheReport()
    {
        await Append(Signed(clerk, EntryKind.Report, Report));
        var statement = Encoding.UTF8.GetString(FolderItems.Read(SharedData.BuiltInCase).First(i => i.Kind == EntryKind.Statement).Content.Span);
        var later = System.Text.Json.Nodes.JsonNode.Parse(statement)!.AsObject();
        later["id"] = "TAKES";
        later["quantities"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"act":"attack.air.uav","count":"3","id":"NEW-1","measure":"launched","unit":"item"}]""");
        var index = await Append(Signed(mallory, EntryKind.Statement, Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(later.ToJsonString())))));
        var load = Load();
        Assert.Contains(load.Case!.Reports, r => r.Id.Value == "NEW-1");
        Assert.DoesNotContain(load.Case.Statements, s => s.Id.Value == "TAKES");
        Assert.Equal((index, "statement"), (Assert.Single(load.Without).Entry, load.Without[0].Kind));
        Assert.Contains("expected a report id that is not in use, found NEW-1", load.Without[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quotes", 300)]
    [InlineData("members", 40)]
    [InlineData("within", 60)]
    public void Chain_OfWhichTheFirstCannotBeRead_IsLeftOutInFewReadings(string link, int length)
    {
        (EntryKind Kind, string Text) Link(int i) => link == "quotes"
            ? (EntryKind.Report, Report.Replace("NEW-1", $"C{i}", StringComparison.Ordinal)[..^1] + (i == 0 ? ",\"parts\":\"some\"}" : $",\"quotes\":\"C{i - 1}\"}}"))
            : (EntryKind.Place, $"{{\"code\":\"X-C{i}\",{(i == 0 ? "\"lat\":\"1\"" : link == "members" ? $"\"members\":[\"X-C{i - 1}\"]" : $"\"within\":\"X-C{i - 1}\"")},\"name\":\"Chained {i}\"}}");
        var chain = Enumerable.Range(0, length).Select(Link).Select(l => new CaseItem(l.Kind, CanonicalJson.Of(Encoding.UTF8.GetBytes(l.Text)), ""));
        CaseItem[] items = [.. FolderItems.Read(SharedData.BuiltInCase).Concat(chain).Select((item, i) => item with { Where = $"entry {i}" })];
        CaseLoad Read(bool isAtOnce, out int readings)
        {
            var count = 0;
            var load = EntriesAside.Load(
                (left, falls) =>
                {
                    count++;
                    var state = new LoadState();
                    state.Ids.Falls = isAtOnce ? falls : null;
                    CaseItem[] rest = [.. items.Where(i => !left.Contains(i.Where))];
                    return CaseFolder.Load(
                        new ItemFiles([.. rest.Where(i => i.Kind != EntryKind.Report)], rest.Where(i => i.Kind == EntryKind.Report), [], left), state);
                },
                [], []);
            readings = count;
            return load;
        }

        var (found, expected) = (Read(true, out var few), Read(false, out var many));
        Assert.Equal((3, length + 1), (few, many));
        Assert.Equal(expected.SetAside, found.SetAside);
        Assert.Equal(length, found.SetAside.Length);
        Assert.Equal(items.Count(i => i.Kind == EntryKind.Report) - (link == "quotes" ? length : 0), found.Case!.Reports.Length);
    }

    private static (string, int, int, int, int) Shape(CaseLoad load) =>
        (load.Case!.Title, load.Case.Reports.Length, load.Case.Sources.Length, load.Case.Parties.Length, load.Case.Corrections.Length);

    [Fact]
    public async Task Preview_OfWhatWasChangedInTheRecord_SaysWhatWouldBeUndone()
    {
        CaseItem[] items = [.. FolderItems.Read(SharedData.BuiltInCase)];
        CaseItem[] reports = [.. items.Where(i => i.Kind == EntryKind.Report).Take(3)];
        string[] ids = [.. reports.Select(r => ContentItem.Parse(r.Kind, r.Content).Id)];
        Assert.Empty(Preview(items));
        var changed = Recount(reports[0], "8");
        await Append(clerk.Sign(@operator.Verifier.Name, EntryKind.Correction, ItemContents.Correction(LeafOf(ids[0]), EntryKind.Report, changed, "misread"), Now));
        await Append(clerk.Sign(@operator.Verifier.Name, EntryKind.Withdrawal, ItemContents.Change(LeafOf(ids[1]), "twice"), Now));
        Assert.Equal(
            [(ids[0], ImportEffect.UndoCorrection), (ids[1], ImportEffect.UndoWithdrawal)], Preview(items).Select(c => (c.Id, c.Effect)));

        // What an import corrected, another import may correct.
        await using (var writer = await RecordWriter.OpenAsync(Folder, @operator, SystemClock.Instance))
        {
            await new CaseImport(RecordReader.Open(Folder).Value, writer, clerk, Now).EnterAsync(items, false, "otherwise", "case");
        }

        Assert.Empty(Preview(items));
        items[Array.IndexOf(items, reports[0])] = reports[0] with { Content = Recount(reports[0], "9") };
        Assert.Equal([(ids[0], ImportEffect.Correct)], Preview(items).Select(c => (c.Id, c.Effect)));
    }

    [Fact]
    public async Task Preview_OfWhatTheRecordHoldsProtected_SaysThatItWouldBePublished()
    {
        var secret = ProtectedContent.Of(Encoding.UTF8.GetBytes(Report), @operator.Verifier.Name, clerk.Id);
        Contents.Keep(secret);
        var index = await Append(clerk.SignProtected(@operator.Verifier.Name, EntryKind.Report, secret.Commitment, Now));
        CaseItem[] items = [new CaseItem(EntryKind.Report, Encoding.UTF8.GetBytes(Report), "r.csv")];
        Assert.Equal([("NEW-1", ImportEffect.Publish, index)], Preview(items).Select(c => (c.Id, c.Effect, c.Entry!.Value)));
        Contents.Disclose(RecordReader.Open(Folder).Value.Entry(index).Entry);
        Assert.Empty(Preview(items));
        items[0] = items[0] with { Content = Recount(items[0], "8") };
        Assert.Equal([ImportEffect.ChangeDisclosed], Preview(items).Select(c => c.Effect));
    }

    private static byte[] Recount(CaseItem report, string count)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(report.Content.Span)!.AsObject();
        json["count"] = count;
        return CanonicalJson.Of(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private Entry Signed(SubmitterKey key, EntryKind kind, string content) =>
        key.Sign(@operator.Verifier.Name, kind, CanonicalJson.Of(Encoding.UTF8.GetBytes(content)), Now);

    private MerkleHash LeafOf(string report)
    {
        var record = RecordReader.Open(Folder).Value;
        return record.Entry(record.Ledger.Find(EntryKind.Report, report)!.Value).Leaf;
    }

    private System.Collections.Immutable.ImmutableArray<ImportChange> Preview(IEnumerable<CaseItem> items) =>
        CaseImport.Preview(RecordReader.Open(Folder).Value, items, false);

    private CaseLoad Load() => RecordCase.Load(RecordReader.Open(Folder).Value, Contents, false, null);

    private async Task<long> Append(Entry entry)
    {
        await using var writer = await RecordWriter.OpenAsync(Folder, @operator, SystemClock.Instance);
        return (await writer.AppendAsync(entry)).Index;
    }
}
