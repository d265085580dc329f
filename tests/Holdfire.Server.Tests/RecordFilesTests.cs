using System.Net;
using System.Security.Cryptography;
using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Server.Tests;

/// <summary>The log's own files are served so that others can check the record, and nothing else of its folder is.</summary>
public sealed class RecordFilesTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_record_opens_and_verifies_over_the_server()
    {
        using var tiles = HttpTiles.Open(served.Address + "/record/").OrThrow();
        var over = RecordSession.Open(tiles).OrThrow().Current;
        var here = RecordReader.Open(served.Folder).OrThrow();
        Assert.Equal(here.Log.Checkpoint, over.Log.Checkpoint);
        Assert.Equal(here.Entries().Select(e => e.Leaf), over.Entries().Select(e => e.Leaf));
    }

    [Fact]
    public async Task A_tile_is_kept_for_ever_and_the_checkpoint_is_not()
    {
        var checkpoint = await served.Client.GetAsync("/record/checkpoint", Stop);
        Assert.True(checkpoint.Headers.CacheControl!.NoCache);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(served.Folder, "checkpoint"), Stop), await checkpoint.Content.ReadAsStringAsync(Stop));
        var size = RecordReader.Open(served.Folder).OrThrow().Size;
        var tile = await served.Client.GetAsync(size >= 256 ? "/record/tile/0/000" : $"/record/tile/0/000.p/{size}", Stop);
        Assert.Equal(HttpStatusCode.OK, tile.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(31536000), tile.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task An_attachment_is_to_be_asked_for_again()
    {
        var home = Directory.CreateTempSubdirectory("holdfire-attached-");
        try
        {
            var (folder, clock) = (Path.Combine(home.FullName, "record"), SystemClock.Instance);
            using var @operator = NoteSigner.Generate("records.example/attached", SignatureKind.Ed25519);
            using var registrar = new SubmitterKey(NoteSigner.Generate("registrar", SignatureKind.Ed25519));
            var photo = "not really a photo"u8.ToArray();
            var file = Convert.ToHexStringLower(SHA256.HashData(photo));
            await using (var writer = await RecordWriter.BeginAsync(folder, @operator, registrar, clock))
            {
                var import = new CaseImport(RecordReader.Open(folder).OrThrow(), writer, registrar, clock.GetCurrentInstant());
                await import.EnterAsync(FolderItems.Read(Path.Combine(Repository.Root, "cases", "practice-line")), false, "", "practice", null, null);
                var content = Encoding.UTF8.GetBytes($$"""{"bytes":"{{photo.Length}}","media_type":"text/plain","name":"photo","sha256":"{{file}}"}""");
                await writer.AppendAsync(registrar.Sign(writer.Origin, EntryKind.Attachment, content, clock.GetCurrentInstant()), Stop);
            }

            Directory.CreateDirectory(Path.Combine(folder, "attachments"));
            await File.WriteAllBytesAsync(Path.Combine(folder, "attachments", file), photo, Stop);
            await using var server = await HoldfireServer.StartAsync(ServedRecord.Open(folder), new ServerOptions { Port = 0 }, e => Assert.Fail(e.ToString()), Stop);
            using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
            using var first = await client.GetAsync($"/record/attachments/{file}", Stop);
            Assert.Equal((HttpStatusCode.OK, true, $"\"{file}\""), (first.StatusCode, first.Headers.CacheControl!.NoCache, first.Headers.ETag!.Tag));
            using var again = new HttpRequestMessage(HttpMethod.Get, $"/record/attachments/{file}");
            again.Headers.IfNoneMatch.Add(first.Headers.ETag);
            using var unchanged = await client.SendAsync(again, Stop);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

            // More than one answer can hold: whoever reads it slowly, or asks for its head alone, takes a piece of it and no more.
            using (var large = File.OpenWrite(Path.Combine(folder, "attachments", file)))
            {
                large.SetLength(3L << 30);
            }

            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/record/attachments/{file}"), Stop);
            Assert.Equal((HttpStatusCode.OK, 3L << 30), (head.StatusCode, head.Content.Headers.ContentLength));
            using var begun = await client.GetAsync($"/record/attachments/{file}", HttpCompletionOption.ResponseHeadersRead, Stop);
            using var body = await begun.Content.ReadAsStreamAsync(Stop);
            var piece = new byte[photo.Length];
            await body.ReadExactlyAsync(piece, Stop);
            Assert.Equal(photo, piece);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_link_in_the_folder_leads_nowhere()
    {
        var secret = Path.Combine(served.Folder + ".private", "secret");
        await File.WriteAllTextAsync(secret, "secret", Stop);
        File.CreateSymbolicLink(Path.Combine(served.Folder, "policy"), secret);
        try
        {
            var response = await served.Client.GetAsync("/record/policy", Stop);
            Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(Stop));
            Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        }
        finally
        {
            File.Delete(Path.Combine(served.Folder, "policy"));
        }
    }
}
