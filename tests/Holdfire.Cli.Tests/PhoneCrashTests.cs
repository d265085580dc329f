using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Holdfire.Cli.Tests.Records;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.State;
using Holdfire.Views;

namespace Holdfire.Cli.Tests;

/// <summary>A server that is killed while phones send: what was acknowledged is there, and what is sent again is there once.</summary>
public sealed class PhoneCrashTests
{
    private const int Submissions = 40;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public async Task Submissions_WhenTheServerIsKilled_AreNeitherLostNorDoubled(int killAfter)
    {
        using var record = new RecordOfCase();
        var token = Prepare(record);
        var acknowledged = new ConcurrentBag<int>();
        using (var server = Cli.Start("serve", "--record", record.Folder, "--port", "0"))
        {
            try
            {
                var address = await AddressOf(server, token);
                using var client = new HttpClient();
                await client.GetStringAsync(address + "/formList", Stop);
                await Task.WhenAll(Enumerable.Range(0, Submissions).Select(i => Task.Run(async () =>
                {
                    if (await Send(client, address, i) == HttpStatusCode.Created)
                    {
                        acknowledged.Add(i);
                        if (acknowledged.Count >= killAfter)
                        {
                            server.Kill();
                        }
                    }
                })));
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync(Stop);
            }
        }

        Assert.NotEmpty(acknowledged);
        Assert.All(acknowledged, i => Assert.Contains(IdOf(i), Reports(record)));
        using var again = Cli.Start("serve", "--record", record.Folder, "--port", "0");
        try
        {
            var address = await AddressOf(again, token);
            using var client = new HttpClient();
            foreach (var i in Enumerable.Range(0, Submissions))
            {
                Assert.Equal(HttpStatusCode.Created, await Send(client, address, i));
            }
        }
        finally
        {
            again.Kill();
            await again.WaitForExitAsync(Stop);
        }

        Assert.Equal(Enumerable.Range(0, Submissions).Select(IdOf).Order(StringComparer.Ordinal), Reports(record).Order(StringComparer.Ordinal));
        Assert.Equal(2 * Submissions, Entries(record).Count(e => e.Entry.Kind == EntryKind.Attachment));
        RecordOfCase.Good("record", "verify", record.Folder);
    }

    private static string Prepare(RecordOfCase record)
    {
        RecordOfCase.Good("record", "keys", "register", record.Folder, RecordOfCase.Good("record", "keys", "new", "intake", "--out", Path.Combine(record.Private, "keys", "intake.key")).Trim());
        RecordOfCase.Good("user", "add", "anna", "--role", "monitor", "--record", record.Folder);
        return Cli.Json("user", "key", "add", "anna", "--record", record.Folder).GetProperty("secret").GetString()!;
    }

    private static async Task<string> AddressOf(Process server, string token)
    {
        var line = await server.StandardOutput.ReadLineAsync(Stop) ?? await server.StandardError.ReadToEndAsync(Stop);
        Assert.StartsWith("listening on ", line, StringComparison.Ordinal);
        return $"{line["listening on ".Length..]}/key/{token}";
    }

    // Null where no answer came.
    private static async Task<HttpStatusCode?> Send(HttpClient client, string address, int i)
    {
        var photo = new byte[50_000];
        new Random(i).NextBytes(photo);
        using var body = new MultipartFormDataContent
        {
            { new StringContent(Xml(i), Encoding.UTF8, "text/xml"), "xml_submission_file", "incident.xml" }, { new ByteArrayContent(photo), "p.jpg", "p.jpg" },
        };
        try
        {
            using var answer = await client.PostAsync(address + "/submission", body, Stop);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static string IdOf(int i) => $"ODK-{i:0000}";

    // What phones send is sealed for the mission.
    private static IEnumerable<StoredEntry> Entries(RecordOfCase record) => CaseInput.SeenBy(RecordReader.Open(record.Folder).OrThrow(), Audience.Mission).Entries();

    private static IEnumerable<string> Reports(RecordOfCase record) =>
        Entries(record).Where(e => e.Entry.Kind == EntryKind.Report && e.Entry.Item.Id.StartsWith("ODK-", StringComparison.Ordinal)).Select(e => e.Entry.Item.Id);

    private static string Xml(int i) => $"""
        <data id="holdfire-harvest" version="000001"><when_from>2031-03-02T10:00:00.000-05:00</when_from><precision>minute</precision><mode>saw</mode>
        <act>attack.air.uav</act><area>X-EAST</area><photo>p.jpg</photo><meta><instanceID>uuid:{i:0000}</instanceID></meta></data>
        """;
}
