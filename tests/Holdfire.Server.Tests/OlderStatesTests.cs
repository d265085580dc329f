using System.Net;
using Holdfire.Server.Ogc;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Holdfire.Server.Tests;

/// <summary>Who asks for many older states, or for what is costly, keeps nobody from the newest state.</summary>
public sealed class OlderStatesTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_state_is_answered_while_older_ones_are_at_work()
    {
        var record = ServedRecord.Open(served.Folder);
        var newest = record.Read(r => r.Size);
        await using var server = await HoldfireServer.StartAsync(record, new ServerOptions { Port = 0, AnswerTime = TimeSpan.FromMinutes(10) }, e => Assert.Fail(e.ToString()), Stop);
        using var client = new HttpClient { BaseAddress = new Uri(server.Address), Timeout = Timeout.InfiniteTimeSpan };
        using var begun = new ManualResetEventSlim();
        using var done = new ManualResetEventSlim();
        var older = Task.Run(() => record.ReadAt(newest - 1, r => { begun.Set(); done.Wait(Stop); return r.Size; }, Stop), Stop);
        begun.Wait(Stop);
        try
        {
            foreach (var address in (string[])["/about", "/api/v1/truces", $"/api/v1/truces?recorded-at={newest}", "/api/v1/truces?known-by=2030-05-11T00:00:00Z", "/healthz"])
            {
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, Stop)).StatusCode);
            }

            // Whoever waits for the older ones and is given up waits no longer.
            Assert.Throws<OperationCanceledException>(() => record.View($"{newest - 1}", null, new CancellationToken(canceled: true)));
        }
        finally
        {
            done.Set();
        }

        Assert.Equal(newest - 1, await older);
        Assert.Equal(newest - 1, record.View($"{newest - 1}", null, Stop).Key.Size);
    }

    [Fact]
    public void The_newest_state_is_pushed_out_by_no_other()
    {
        var record = ServedRecord.Open(served.Folder);
        var (newest, size) = (record.View(null, null), record.Read(r => r.Size));
        for (var i = 0; i < 20; i++)
        {
            _ = record.View(null, Instant.FromUtc(2030, 5, 11, 0, i));
            Assert.NotSame(newest, record.View($"{size - 1 - i}", null));
        }

        Assert.Same(newest, record.View(null, null));
        Assert.Same(newest, record.View($"{size}", null));
    }

    [Theory]
    [InlineData("/ogc/collections/reports/items/nothing-of-this-name")]
    [InlineData("/ogc/collections/reports/items/hill-observer-001")]
    [InlineData("/ogc/collections/reports/items")]
    public async Task Work_for_an_answer_waits_until_it_is_its_turn(string path)
    {
        var record = ServedRecord.Open(served.Folder);
        using var kept = new AnswerCache(1 << 20);
        using var busy = new CountdownEvent(Environment.ProcessorCount);
        using var done = new ManualResetEventSlim();
        var others = Enumerable.Range(0, Environment.ProcessorCount).Select(i => Task.Factory.StartNew(
            () => kept.Find($"other {i}", () => { busy.Signal(); done.Wait(Stop); return ""; }, Stop), Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        busy.Wait(Stop);
        try
        {
            var context = new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString("localhost"), Path = path } };
            Assert.Throws<OperationCanceledException>(() => new OgcEndpoint(record, kept).Find(context.Request, new CancellationToken(canceled: true)));
        }
        finally
        {
            done.Set();
            await Task.WhenAll(others);
        }
    }
}
