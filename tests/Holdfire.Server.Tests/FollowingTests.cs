using System.Text.Json;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Server.Tests;

/// <summary>What is entered while a server runs is in its next answer; what an address with a size gave, it gives still.</summary>
public sealed class FollowingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_entry_is_in_the_next_answer_and_fixed_addresses_stay()
    {
        var home = Directory.CreateTempSubdirectory("holdfire-following-");
        try
        {
            var folder = Path.Combine(home.FullName, "record");
            using var @operator = NoteSigner.Generate("records.example/following", SignatureKind.Ed25519);
            using var registrar = new SubmitterKey(NoteSigner.Generate("registrar", SignatureKind.Ed25519));
            var clock = SystemClock.Instance;
            await using (var writer = await RecordWriter.BeginAsync(folder, @operator, registrar, clock))
            {
                var import = new CaseImport(RecordReader.Open(folder).OrThrow(), writer, registrar, clock.GetCurrentInstant());
                await import.EnterAsync(FolderItems.Read(Path.Combine(Repository.Root, "cases", "practice-line")), false, "", "practice", null, null);
            }

            await using var server = await HoldfireServer.StartAsync(ServedRecord.Open(folder), new ServerOptions { Port = 0 }, e => Assert.Fail(e.ToString()), Stop);
            using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
            var before = await client.GetStringAsync("/api/v1/truces", Stop);
            var size = JsonDocument.Parse(before).RootElement.GetProperty("coordinates").GetProperty("recorded_at").GetInt64();
            var then = await client.GetByteArrayAsync($"/api/v1/truces?recorded-at={size}", Stop);

            using var clerk = new SubmitterKey(NoteSigner.Generate("clerk", SignatureKind.Ed25519));
            await using (var writer = await RecordWriter.OpenAsync(folder, @operator, clock))
            {
                var register = new KeyChange.Register(clerk.Holder, clerk.PublicKey, []);
                await writer.AppendAsync(registrar.Sign(writer.Origin, register.Kind, register.ToContent(), clock.GetCurrentInstant()));
            }

            var after = JsonDocument.Parse(await client.GetStringAsync("/api/v1/truces", Stop)).RootElement;
            Assert.Equal(size + 1, after.GetProperty("coordinates").GetProperty("recorded_at").GetInt64());
            Assert.Equal(then, await client.GetByteArrayAsync($"/api/v1/truces?recorded-at={size}", Stop));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}
