using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using Holdfire.Importers;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Server.OpenRosa;
using Holdfire.Record.Verification;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server.Tests.OpenRosa;

/// <summary>What ODK Collect asks and sends, replayed: docs/server.md says what is answered to each.</summary>
public sealed class OpenRosaTests(PhoneRecord phones) : IClassFixture<PhoneRecord>
{
    private static readonly XNamespace List = "http://openrosa.org/xforms/xformsList";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_leads_to_the_form_whose_hash_it_states()
    {
        using var answer = await phones.Client.GetAsync(phones.Address + "/formList", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(long.Parse(answer.Headers.GetValues("X-OpenRosa-Accept-Content-Length").Single(), System.Globalization.CultureInfo.InvariantCulture) >= 10_000_000);
        Assert.NotNull(answer.Headers.Date);
        var root = XElement.Parse(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(List + "xforms", root.Name);
        var form = Assert.Single(root.Elements(List + "xform"));
        Assert.Equal("holdfire-practice-valley", form.Element(List + "formID")!.Value);
        Assert.NotEmpty(form.Element(List + "name")!.Value);
        var url = form.Element(List + "downloadUrl")!.Value;
        Assert.StartsWith(phones.Address, url, StringComparison.Ordinal);
        var xml = await phones.Client.GetByteArrayAsync(url, Stop);
#pragma warning disable CA5351 // the protocol names this hash
        Assert.Equal("md5:" + Convert.ToHexStringLower(MD5.HashData(xml)), form.Element(List + "hash")!.Value);
#pragma warning restore CA5351
        Assert.Contains($"version=\"{form.Element(List + "version")!.Value}\"", Encoding.UTF8.GetString(xml), StringComparison.Ordinal);
        var manifest = XElement.Parse(await phones.Client.GetStringAsync(url.Replace(".xml", "/manifest", StringComparison.Ordinal), Stop));
        Assert.Equal("http://openrosa.org/xforms/xformsManifest", manifest.Name.NamespaceName);
    }

    [Fact]
    public async Task A_head_of_the_submission_is_204()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, phones.Address + "/submission?deviceID=collect%3A1");
        using var answer = await phones.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("1.0", Assert.Single(answer.Headers.GetValues("X-OpenRosa-Version")));
    }

    [Theory]
    [InlineData("/key/wrong/formList", 403)]
    [InlineData("/key/", 403)]
    [InlineData("/key/q7fT2mZkV9sD4xWb/forms/000099.xml", 404)]
    [InlineData("/key/q7fT2mZkV9sD4xWb/forms/..%2f..%2fcheckpoint.xml", 404)]
    [InlineData("/key/q7fT2mZkV9sD4xWb/nothing", 404)]
    public async Task What_is_not_there_is_said_in_xml(string path, int status)
    {
        using var answer = await phones.Client.GetAsync(new Uri(new Uri(phones.Address), path), Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty(XElement.Parse(await answer.Content.ReadAsStringAsync(Stop)).Value);
    }

    [Fact]
    public async Task A_submission_in_parts_waits_for_its_photo_and_is_entered_once()
    {
        var (version, before) = (await Version(), phones.Size);
        var (xml, photo) = (FilledForm.Xml("11111111-aaaa", version, "1714640000.jpg"), Photo(1));
        var first = await phones.Send(xml, [], isIncomplete: true);
        Assert.Equal((202, "Kept. Waiting for 1714640000.jpg."), first);
        Assert.Equal(before, phones.Size);
        Assert.Equal(["1714640000.jpg"], Assert.Single(WaitingSubmission.In(phones.Reader), w => w.Id == "uuid:11111111-aaaa").Missing);
        await phones.StartAsync(); // what waits outlives the server
        Assert.Equal((201, "Entered."), await phones.Send(xml, [("1714640000.jpg", photo)]));
        var size = phones.Size;
        Assert.DoesNotContain(WaitingSubmission.In(phones.Reader), w => w.Id == "uuid:11111111-aaaa");
        Assert.Equal(before + 3, size); // the report, its XML, its photo
        Assert.Equal(201, (await phones.Send(xml, [("1714640000.jpg", photo)])).Status);
        Assert.Equal(201, (await phones.Send(xml, [])).Status);
        Assert.Equal(size, phones.Size);
        var hash = Convert.ToHexStringLower(SHA256.HashData(photo));
        var attachment = phones.Item(EntryKind.Attachment, hash)!.Value;
        Assert.Equal(("1714640000.jpg", "ODK-11111111-aaaa", "mission", "image/jpeg"),
            (Text(attachment, "name"), Text(attachment, "report"), Text(attachment, "sent_by"), Text(attachment, "media_type")));
        Assert.Equal(photo, await File.ReadAllBytesAsync(new ContentFolder(phones.Folder).FindAttachment(hash)!, Stop));
        using var published = await phones.Client.GetAsync(new Uri(new Uri(phones.Address), $"/record/attachments/{hash}"), Stop);
        Assert.Equal(HttpStatusCode.NotFound, published.StatusCode); // not for all to see
    }

    [Fact]
    public async Task A_submission_is_the_report_that_an_import_of_it_makes()
    {
        var version = await Version();
        phones.Now = Instant.FromUtc(2032, 5, 2, 12, 0);
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("22222222-bbbb", version), [])).Status);
        var (main, harm) = FilledForm.Csv("22222222-bbbb");
        var @case = phones.Case;
        var (items, _, summary) = RowImport.Plan(
            @case, [], ImportFormats.Find("odk")!, [ImportFile.OfBytes("incident.csv", Encoding.UTF8.GetBytes(main)), ImportFile.OfBytes("incident-harm.csv", Encoding.UTF8.GetBytes(harm))],
            new ImportOptions { Source = "mission" }, null);
        Assert.Equal(0, summary.Rejected);
        var report = Assert.Single(items, i => i.Kind == EntryKind.Report);
        Assert.Equal(Encoding.UTF8.GetString(report.Content.Span), phones.Item(EntryKind.Report, "ODK-22222222-bbbb")!.Value.GetRawText());
        Assert.Contains("\"killed\":\"2\"", Encoding.UTF8.GetString(report.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_answers_or_another_photo_under_one_name_are_refused()
    {
        var version = await Version();
        var xml = FilledForm.Xml("33333333-cccc", version, "a.jpg");
        Assert.Equal(202, (await phones.Send(xml, [])).Status);
        Assert.Equal(409, (await phones.Send(FilledForm.Xml("33333333-cccc", version, "b.jpg"), [])).Status);
        Assert.Equal(201, (await phones.Send(xml, [("a.jpg", Photo(3))])).Status);
        var size = phones.Size;
        Assert.Equal(409, (await phones.Send(xml, [("a.jpg", Photo(4))])).Status);
        Assert.Equal(400, (await phones.Send(xml, [("empty.jpg", [])])).Status);
        Assert.Equal(201, (await phones.Send(xml, [("late.jpg", Photo(5))])).Status); // kept, though nothing names it
        Assert.Equal(size + 1, phones.Size);
    }

    [Fact]
    public async Task Two_photos_with_the_same_bytes_are_one_file()
    {
        var version = await Version();
        var before = phones.Size;
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("44444444-dddd", version, "a.jpg"), [("a.jpg", Photo(7)), ("b.jpg", Photo(7))])).Status);
        Assert.Equal(before + 3, phones.Size);
    }

    [Fact]
    public async Task An_edit_takes_the_place_of_what_was_sent_and_both_stay()
    {
        var version = await Version();
        phones.Now = Instant.FromUtc(2032, 5, 3, 8, 0);
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("55555555-eeee", version), [])).Status);
        phones.Now = Instant.FromUtc(2032, 5, 4, 8, 0);
        var edit = FilledForm.Xml("55555555-ffff", version, act: "attack.air.uav", deprecated: "55555555-eeee");
        Assert.Equal(201, (await phones.Send(edit, [])).Status);
        Assert.Equal("attack.air.uav", Text(phones.Item(EntryKind.Report, "ODK-55555555-eeee")!.Value, "act"));
        Assert.Null(phones.Item(EntryKind.Report, "ODK-55555555-ffff"));
        var correction = Assert.Single(phones.Case.Corrections, c => c.By?.Value == "ODK-55555555-eeee");
        Assert.Equal(Instant.FromUtc(2032, 5, 4, 8, 0), correction.Published);
        var size = phones.Size;
        Assert.Equal(201, (await phones.Send(edit, [])).Status);
        Assert.Equal(size, phones.Size);
    }

    [Fact]
    public async Task An_encrypted_submission_is_kept_sealed()
    {
        await Version();
        var before = phones.Size;
        var xml = FilledForm.Sealed("66666666-abcd");
        Assert.Equal((202, "Kept. Waiting for 1714640000.jpg.enc."), await phones.Send(xml, [("submission.xml.enc", Photo(8))]));
        Assert.Equal(201, (await phones.Send(xml, [("1714640000.jpg.enc", Photo(9))])).Status);
        Assert.Equal(before + 3, phones.Size);
        Assert.Null(phones.Item(EntryKind.Report, "ODK-66666666-abcd"));
    }

    [Fact]
    public async Task What_can_be_no_report_is_kept_and_says_why()
    {
        var version = await Version();
        var before = phones.Size;
        var (status, message) = await phones.Send(FilledForm.Xml("77777777-abcd", version, act: "attack.spoon"), []);
        Assert.Equal(202, status);
        Assert.StartsWith("Kept, and no report yet: act", message, StringComparison.Ordinal);
        Assert.Equal(before, phones.Size);
    }

    [Theory]
    [InlineData("<data", 400)]
    [InlineData("<!DOCTYPE data [<!ENTITY a \"b\">]><data id='holdfire-practice-valley' version='000001'>&a;</data>", 400)]
    [InlineData("<data id='holdfire-practice-valley' version='000001'/>", 400)]
    [InlineData("<data id='another' version='000001'><meta><instanceID>uuid:1</instanceID></meta></data>", 404)]
    [InlineData("<data id='holdfire-practice-valley' version='999999'><meta><instanceID>uuid:1</instanceID></meta></data>", 404)]
    [InlineData("<data id='holdfire-practice-valley' version='000001'><meta><instanceID>uuid:1;2</instanceID></meta></data>", 400)]
    public async Task What_is_no_submission_is_refused(string xml, int status)
    {
        await Version();
        var before = phones.Size;
        Assert.Equal(status, (await phones.Send(xml, [])).Status);
        Assert.Equal(before, phones.Size);
    }

    [Fact]
    public async Task Many_at_once_each_sent_thrice_are_entered_once()
    {
        var version = await Version();
        var before = phones.Size;
        var sent = Enumerable.Range(0, 20).SelectMany(i => Enumerable.Repeat(FilledForm.Xml($"88888888-{i:0000}", version, "p.jpg"), 3).Select(xml => (xml, i)));
        var answers = await Task.WhenAll(sent.Select(s => phones.Send(s.xml, [("p.jpg", Photo(100 + s.i))])));
        Assert.All(answers, a => Assert.Equal(201, a.Status));
        Assert.Equal(before + 60, phones.Size);
        Assert.Empty(RecordVerifier.Verify(phones.Folder, new VerifyOptions()).Errors);
    }

    [Fact]
    public async Task Whatever_is_sent_is_answered_in_xml()
    {
        var version = await Version();
        var good = Encoding.UTF8.GetBytes(FilledForm.Xml("99999999-abcd", version, act: "attack.spoon"));
        await Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 4].SampleAsync(async changes =>
        {
            var bytes = good.ToArray();
            foreach (var (at, value) in changes)
            {
                bytes[at] = value;
            }

            var (status, _) = await phones.Send(Encoding.Latin1.GetString(bytes), []);
            Assert.Contains(status, new[] { 201, 202, 400, 404, 409 });
        }, iter: 100);
    }

    [Fact]
    public void The_settings_are_what_Collect_reads_from_a_code()
    {
        using var zlib = new ZLibStream(new MemoryStream(Convert.FromBase64String(CollectSettings.Text("https://records.example/key/abc", "The valley"))), CompressionMode.Decompress);
        using var settings = JsonDocument.Parse(zlib);
        Assert.Equal("https://records.example/key/abc", settings.RootElement.GetProperty("general").GetProperty("server_url").GetString());
        Assert.Equal("The valley", settings.RootElement.GetProperty("project").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Object, settings.RootElement.GetProperty("admin").ValueKind);
    }

    [Fact]
    public async Task What_is_sent_is_sealed_for_the_mission_with_its_sender_its_files_and_its_edits()
    {
        var version = await Version();
        var first = phones.Size;
        Assert.Equal(202, (await phones.Send(FilledForm.Xml("aaaaaaaa-0001", version, "guard-post.jpg"), [])).Status);
        Assert.Equal("mission", Assert.Single(WaitingSubmission.In(phones.Reader), w => w.Id == "uuid:aaaaaaaa-0001").Audience.ToString());
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("aaaaaaaa-0001", version, "guard-post.jpg"), [("guard-post.jpg", Photo(11))])).Status);
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("aaaaaaaa-0002", version, act: "attack.air.uav", deprecated: "aaaaaaaa-0001"), [])).Status);
        Assert.Equal(201, (await phones.Send(FilledForm.Sealed("aaaaaaaa-0003"), [("submission.xml.enc", Photo(12)), ("1714640000.jpg.enc", Photo(13))])).Status);
        var (open, size) = (phones.Reader, phones.Size);
        Assert.Equal(first + 3 + 2 + 3, size);
        Assert.All(Enumerable.Range((int)first, (int)(size - first)), i => Assert.True(open.Entry(i).Entry.IsSealed));
        var kept = Enumerable.Range((int)first, (int)(size - first)).Select(i => phones.Whole.Entry(i).Entry).ToList();
        Assert.All(kept, e => Assert.Equal("mission", e.Audience));
        Assert.Equal([EntryKind.Report, EntryKind.Attachment, EntryKind.Attachment, EntryKind.Correction, EntryKind.Attachment, EntryKind.Attachment, EntryKind.Attachment, EntryKind.Attachment], kept.Select(e => e.Kind));
        Assert.Equal("attack.air.uav", Text(phones.Item(EntryKind.Report, "ODK-aaaaaaaa-0001")!.Value, "act"));

        // Neither the log nor an answer to somebody unknown has a word of it.
        foreach (var path in (string[])["/api/v1/record/log", "/api/v1/record/log?kind=attachment", "/api/v1/export/reports?f=csv", "/search?q=bangs"])
        {
            var text = await phones.Client.GetStringAsync(new Uri(new Uri(phones.Address), path), Stop);
            Assert.DoesNotContain("aaaaaaaa-000", text, StringComparison.Ordinal);
            Assert.DoesNotContain("guard-post", text, StringComparison.Ordinal);
        }

        using var shown = await phones.Client.GetAsync(new Uri(new Uri(phones.Address), "/api/v1/record/show?ENTRY=ODK-aaaaaaaa-0001"), Stop);
        Assert.NotEqual(HttpStatusCode.OK, shown.StatusCode);
        Assert.Empty(RecordVerifier.Verify(phones.Folder, new VerifyOptions()).Errors);
    }

    [Fact]
    public async Task What_was_sent_before_the_server_showed_all_stays_sealed()
    {
        var version = await Version();
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("bbbbbbbb-0001", version), [])).Status);
        Assert.Equal(202, (await phones.Send(FilledForm.Xml("bbbbbbbb-0002", version, "b.jpg"), [])).Status);
        await phones.StartAsync(o => o with { Audience = AudienceLabel.Public });
        try
        {
            Assert.Equal(201, (await phones.Send(FilledForm.Xml("bbbbbbbb-0002", version, "b.jpg"), [("b.jpg", Photo(14))])).Status);
            Assert.Equal(201, (await phones.Send(FilledForm.Xml("bbbbbbbb-0003", version, act: "attack.air.uav", deprecated: "bbbbbbbb-0001"), [])).Status);
            Assert.Null(phones.Reader.Ledger.Find(EntryKind.Report, "ODK-bbbbbbbb-0001"));
            Assert.Null(phones.Reader.Ledger.Find(EntryKind.Report, "ODK-bbbbbbbb-0002"));
            Assert.Equal("attack.air.uav", Text(phones.Item(EntryKind.Report, "ODK-bbbbbbbb-0001")!.Value, "act"));

            // What is new is for all, as the server says.
            Assert.Equal(201, (await phones.Send(FilledForm.Xml("bbbbbbbb-0004", version), [])).Status);
            Assert.NotNull(phones.Reader.Ledger.Find(EntryKind.Report, "ODK-bbbbbbbb-0004"));
        }
        finally
        {
            await phones.StartAsync(o => o with { Audience = AudienceLabel.Mission });
        }

        // An edit of what is for all is for the mission again, and what all know stays.
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("bbbbbbbb-0005", version, act: "attack.air.uav", deprecated: "bbbbbbbb-0004"), [])).Status);
        Assert.Equal("attack.air.uav", Text(phones.Item(EntryKind.Report, "ODK-bbbbbbbb-0004")!.Value, "act"));
        var open = phones.Reader;
        Assert.Equal(EntryKind.Report, open.Ledger[open.Ledger.Find(EntryKind.Report, "ODK-bbbbbbbb-0004")!.Value].Kind);
    }

    [Theory]
    [InlineData("public", "mission", "mission")]
    [InlineData("mission", "public", "mission")]
    [InlineData("public", "public", "public")]
    [InlineData("party:LO", "mission", "mission")]
    [InlineData("mission", "party:LO", "mission")]
    [InlineData("party:LO", "public", "party:LO")]
    [InlineData("party:LO", "party:HI", "mission")]
    [InlineData("named:anna", "mission", "named:anna")]
    [InlineData("mission", "named:anna", "named:anna")]
    [InlineData("named:anna", "public", "named:anna")]
    public void An_edit_is_for_those_who_may_see_both(string first, string second, string both)
    {
        Assert.True(AudienceLabel.TryParse(first, out var one) & AudienceLabel.TryParse(second, out var other));
        Assert.Equal(both, IntakeLabels.Narrower(one, other).ToString());
    }

    [Fact]
    public async Task An_account_changes_nothing_that_another_sent()
    {
        const string Other = PhoneRecord.OtherToken;
        var version = await Version();
        var xml = FilledForm.Xml("cccccccc-0001", version, "c.jpg");
        Assert.Equal(201, (await phones.Send(xml, [("c.jpg", Photo(15))])).Status);
        Assert.Equal(202, (await phones.Send(FilledForm.Xml("cccccccc-0002", version, "d.jpg"), [])).Status);
        var (size, kept) = (phones.Size, WaitingSubmission.In(phones.Reader).Length);
        const string Refusal = "Another account sent it, and it alone can add to it or edit it. Fill in a new form.";

        // Neither as an edit, of what is entered or waits, nor with a further file, nor under the same id written otherwise.
        foreach (var sent in (string[])
            [
                FilledForm.Xml("cccccccc-0003", version, act: "attack.air.uav", deprecated: "cccccccc-0001"), FilledForm.Xml("cccccccc-0004", version, act: "attack.air.uav", deprecated: "cccccccc-0002"),
                FilledForm.Xml("cccccccc-0005", version, act: "attack.air.uav", deprecated: "cccccccc-0001").Replace("uuid:cccccccc-0001", "cccccccc-0001", StringComparison.Ordinal),
                xml, xml.Replace("uuid:", "", StringComparison.Ordinal),
            ])
        {
            Assert.Equal((409, Refusal), await phones.Send(sent, [("further.jpg", Photo(16))], token: Other));
        }

        // Nor does anybody edit what never came in here, be it a report of the record that came another way.
        const string Unknown = "It edits a submission that never came in here. Fill in a new form.";
        Assert.Equal((409, Unknown), await phones.Send(FilledForm.Xml("cccccccc-0006", version, deprecated: "cccccccc-9999"), []));
        Assert.Equal((409, Unknown), await phones.Send(FilledForm.Xml("cccccccc-0007", version, deprecated: "cccccccc-0007"), []));
        Assert.Equal((size, kept), (phones.Size, WaitingSubmission.In(phones.Reader).Length));
        Assert.Equal("attack.shelling", Text(phones.Item(EntryKind.Report, "ODK-cccccccc-0001")!.Value, "act"));

        // Whoever sent it does, also an edit of an edit.
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("cccccccc-0008", version, act: "attack.air.uav", deprecated: "cccccccc-0001"), [])).Status);
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("cccccccc-0009", version, deprecated: "cccccccc-0008"), [])).Status);
        Assert.Equal("attack.shelling", Text(phones.Item(EntryKind.Report, "ODK-cccccccc-0001")!.Value, "act"));
    }

    [Fact]
    public async Task What_is_no_edit_takes_the_place_of_nothing()
    {
        var version = await Version();
        Assert.Equal(202, (await phones.Send(FilledForm.Xml("dddddddd-0001", version, "late.jpg"), [])).Status);
        Assert.Equal(201, (await phones.Send(FilledForm.Xml("dddddddd-0002", version, act: "attack.air.uav", deprecated: "dddddddd-0001"), [])).Status);
        var size = phones.Size;
        var (status, message) = await phones.Send(FilledForm.Xml("dddddddd-0001", version, "late.jpg"), [("late.jpg", Photo(17))]);
        Assert.Equal((202, true), (status, message.StartsWith("Kept, and no report yet: the record has a report of this id", StringComparison.Ordinal)));
        Assert.Equal(size, phones.Size);
        Assert.Equal("attack.air.uav", Text(phones.Item(EntryKind.Report, "ODK-dddddddd-0001")!.Value, "act"));
    }

    private async Task<string> Version() =>
        XElement.Parse(await phones.Client.GetStringAsync(phones.Address + "/formList", Stop)).Descendants(List + "version").Single().Value;

    private static byte[] Photo(int seed)
    {
        var bytes = new byte[20_000];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString()!;
}
