using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Holdfire.Accounts;
using Holdfire.Record.Entries;
using Holdfire.Record.Tlog;

namespace Holdfire.Server.Tests.SignIn;

/// <summary>Programs that ask with a key.</summary>
public sealed class KeyTests(AskingRecord served) : IClassFixture<AskingRecord>
{
    [Fact]
    public async Task WithoutAKey_TheServerAnswersAsItAnswersAll()
    {
        using var answer = await served.Client.GetAsync("/api/v1/truces", Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Contains("Authorization", string.Join(',', answer.Headers.Vary), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoodKey_IsAnsweredAndNothingIsKept()
    {
        var key = await served.AddKey("good", Role.Analyst);
        using var answer = await Ask("/api/v1/truces", key.Secret);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Key_WrongOverOrRevoked_IsOneAnswerThatTellsNothing()
    {
        var over = await served.AddKey("over", Role.Monitor);
        var revoked = await served.AddKey("revoked", Role.Monitor);
        await served.Accounts(d => d.RevokeKeyAsync(revoked.Key.Id));
        var removed = await served.AddKey("removed", Role.Monitor);
        await served.Accounts(d => d.RemoveAsync("removed"));
        var bodies = new List<string> { await Refused("/api/v1/truces", "hf_wrong"), await Refused("/api/v1/truces", revoked.Secret), await Refused("/api/v1/truces", removed.Secret) };
        served.Time.Ahead = TimeSpan.FromDays(2);
        bodies.Add(await Refused("/api/v1/truces", over.Secret));
        served.Time.Ahead = default;
        bodies.Add(await Refused("/api/v1/no-such-question", "hf_wrong"));
        bodies.Add(await Refused("/ogc/collections", "hf_wrong"));
        bodies.Add(await Refused("/truces/no-such-truce", "hf_wrong"));
        bodies.Add(await Refused("/record/checkpoint", ""));
        Assert.Single(bodies.Distinct());
    }

    [Fact]
    public async Task Header_OfAnotherKind_IsRefused()
    {
        foreach (var header in (string[])["Basic YTpi", "Bearer", "Bearer  ", "hf_x", new string('x', 4000)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/truces");
            request.Headers.TryAddWithoutValidation("Authorization", header);
            using var answer = await served.Client.SendAsync(request, Token);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Entries_NeedARoleThatMaySendThem()
    {
        using (var answer = await Post(null, served.Report()))
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "http.not_signed_in"), (answer.StatusCode, await Code(answer)));
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }

        foreach (var role in (Role[])[Role.Public, Role.DataProtectionOfficer, Role.Administrator])
        {
            using var answer = await Post((await served.AddKey($"no-{RoleNames.NameOf(role)}", role)).Secret, served.Report());
            Assert.Equal((HttpStatusCode.Forbidden, "http.forbidden"), (answer.StatusCode, await Code(answer)));
        }

        foreach (var role in (Role[])[Role.Monitor, Role.Analyst, Role.DutyOfficer])
        {
            using var answer = await Post((await served.AddKey($"yes-{RoleNames.NameOf(role)}", role)).Secret, served.Report(), ("X-Forwarded-For", "192.0.2.7"));
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Entries_OfAMonitor_AreStillChecked()
    {
        var key = await served.AddKey("checked", Role.Monitor);
        using var answer = await Post(key.Secret, served.StrangersReport());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "record.refused"), (answer.StatusCode, await Code(answer)));
    }

    [Fact]
    public async Task Delegate_SendsWhatSourcesOfTheOwnPartySign()
    {
        var key = await served.AddKey("delegate", Role.Party, "ORD");
        using var own = await served.Register("ord-clerk", "ord-staff");
        using var both = await served.Register("both-clerk", "ord-staff", "vel-staff");
        using var other = await served.Register("vel-clerk", "vel-staff");
        foreach (var refused in (Entry[])
        [
            served.ReportOf("vel-staff", other), served.ReportOf("ord-staff", other), served.ReportOf("ord-staff", both), served.ReportOf("vel-staff", own), served.Report(own), served.Report(),
            served.StrangersReport("by-a-stranger"),
        ])
        {
            Assert.Equal((HttpStatusCode.Forbidden, "http.forbidden"), await Answered(key, refused));
        }

        Assert.Equal((HttpStatusCode.Created, ""), await Answered(key, served.ReportOf("ord-staff", own)));
    }

    [Fact]
    public async Task Delegate_SaysWhatThePartySaysAndChangesThatAlone()
    {
        var key = await served.AddKey("sayer", Role.Party, "ORD");
        using var own = await served.Register("ord-sayer", "ord-staff");
        var (report, others) = (served.ReportOf("ord-staff", own), served.Report());
        await Answered(await served.AddKey("sayer-of-others", Role.Monitor), others);
        Entry Reply(string party) => served.Signed(own, EntryKind.Reply, $$"""{"by":"delegate","id":"A-{{party}}","party":"{{party}}","received":"2031-03-20T00:00Z","reports":["{{others.Item.Id}}"],"text":"No."}""");
        Entry Withdrawal(Entry of) => served.Signed(own, EntryKind.Withdrawal, ItemContents.Change(Leaf(of), "not so"));
        Entry Correction(Entry of, string item) => served.Signed(own, EntryKind.Correction, ItemContents.Correction(Leaf(of), EntryKind.Report, Encoding.UTF8.GetBytes(item), "not so"));
        string Said(Entry of) => Encoding.UTF8.GetString(of.Content!.Value.Span);
        Assert.Equal((HttpStatusCode.Created, ""), await Answered(key, report));
        Assert.Equal((HttpStatusCode.Created, ""), await Answered(key, Reply("ORD")));
        foreach (var refused in (Entry[])
        [
            Reply("VEL"), Withdrawal(others), Correction(others, Said(others)), Correction(report, Said(report).Replace("\"ord-staff\"", "\"vel-staff\"", StringComparison.Ordinal)),
        ])
        {
            Assert.Equal((HttpStatusCode.Forbidden, "http.forbidden"), await Answered(key, refused));
        }

        var corrected = Correction(report, Said(report));
        Assert.Equal((HttpStatusCode.Created, ""), await Answered(key, corrected));
        Assert.Equal((HttpStatusCode.Created, ""), await Answered(key, Withdrawal(corrected)));
    }

    [Theory]
    [InlineData(EntryKind.Step, """{"at":"2031-03-20T00:00Z","by":"delegate","id":"V-D","kind":"verified","report":"R"}""")]
    [InlineData(EntryKind.Pin, """{"by":"delegate","id":"P-D","reason":"two","same":["A","B"]}""")]
    [InlineData(EntryKind.Query, """{"by":"delegate","id":"Q-D","party":"VEL","reports":["R"],"sent":"2031-03-20T00:00Z","text":"Yours?"}""")]
    [InlineData(EntryKind.Truce, """{"id":"T-D","name":"none"}""")]
    [InlineData(EntryKind.Place, """{"code":"X-D","name":"none"}""")]
    [InlineData(EntryKind.Party, """{"id":"D-D","name":"none","role":"other"}""")]
    [InlineData(EntryKind.Source, """{"grade":"A","id":"ord-best","kind":"monitor","name":"Best","scope":"X-LINE"}""")]
    [InlineData(EntryKind.Document, """{"id":"D-D","title":"none"}""")]
    [InlineData(EntryKind.Detection, """{"id":"DT-D","source":"ord-staff"}""")]
    [InlineData(EntryKind.Restriction, """{"id":"RS-D","source":"ord-staff"}""")]
    [InlineData(EntryKind.Finding, """{"id":"F-D","source":"ord-staff"}""")]
    [InlineData(EntryKind.Key, """{"revoke":"0"}""")]
    public async Task Delegate_DoesNoWorkOfTheMission(EntryKind kind, string content)
    {
        var name = $"worker-{EntryKinds.NameOf(kind)}";
        using var own = await served.Register($"ord-{name}", "ord-staff");
        Assert.Equal((HttpStatusCode.Forbidden, "http.forbidden"), await Answered(await served.AddKey(name, Role.Party, "ORD"), served.Signed(own, kind, content)));
    }

    [Fact]
    public async Task Role_HoldsFromTheNextRequestOn()
    {
        var key = await served.AddKey("changing", Role.Public);
        using (var before = await Post(key.Secret, served.Report()))
        {
            Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        }

        await served.Accounts(d => d.SetRoleAsync("changing", Role.Monitor, null));
        using var after = await Post(key.Secret, served.Report());
        Assert.Equal(HttpStatusCode.Created, after.StatusCode);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<HttpResponseMessage> Ask(string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return await served.Client.SendAsync(request, Token);
    }

    private async Task<string> Refused(string path, string key)
    {
        using var answer = await Ask(path, key);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private async Task<HttpResponseMessage> Post(string? key, Entry entry, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/entries") { Content = new ByteArrayContent(entry.Bytes.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        if (header is { } further)
        {
            request.Headers.Add(further.Name, further.Value);
        }

        return await served.Client.SendAsync(request, Token);
    }

    private async Task<(HttpStatusCode Status, string Code)> Answered(IssuedKey key, Entry entry)
    {
        using var answer = await Post(key.Secret, entry);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? "" : await Code(answer));
    }

    private static MerkleHash Leaf(Entry entry) => MerkleHash.OfLeaf(entry.Bytes.Span);

    private static async Task<string> Code(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement.GetProperty("code").GetString()!;
}
