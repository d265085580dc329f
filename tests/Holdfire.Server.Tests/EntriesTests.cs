using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Tlog;

namespace Holdfire.Server.Tests;

/// <summary>Signed entries that are sent to a server: all of a request or none, once, and proved when they are durable.</summary>
public sealed class EntriesTests(WritableRecord served) : IClassFixture<WritableRecord>
{
    private const string Address = "/api/v1/entries";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_answered_with_a_proof_and_is_in_the_next_answer()
    {
        var (entry, before) = (served.Report(), served.Size);
        var (status, answer) = await Post([entry]);
        Assert.Equal(HttpStatusCode.Created, status);
        var taken = answer.GetProperty("entries")[0];
        Assert.Equal(before, taken.GetProperty("index").GetInt64());
        Assert.Equal(entry.Item.Id, taken.GetProperty("id").GetString());
        var log = RecordReader.Open(served.Folder).OrThrow().Log;
        var proof = TlogProof.Parse(taken.GetProperty("proof").GetString()!).OrThrow();
        Assert.Equal(before + 1, proof.Verify(MerkleHash.OfLeaf(entry.Bytes.Span), log.OperatorKey().OrThrow()).OrThrow().Size);
        Assert.Contains(entry.Item.Id, await served.Client.GetStringAsync($"/reports/{entry.Item.Id}", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sent_again_is_not_added_again()
    {
        Entry[] entries = [served.Report(), served.Report()];
        var (_, first) = await Post(entries);
        var size = served.Size;
        var (status, again) = await Post(entries);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(0, again.GetProperty("added").GetInt32());
        Assert.Equal(Indexes(first), Indexes(again));
        var (mixed, both) = await Post([entries[1], served.Report()]);
        Assert.Equal((HttpStatusCode.Created, 1), (mixed, both.GetProperty("added").GetInt32()));
        Assert.Equal(size + 1, served.Size);
    }

    [Fact]
    public async Task Where_one_is_refused_none_is_added()
    {
        var size = served.Size;
        var (status, problem) = await Post([served.Report(), served.StrangersReport(), served.Report()]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("record.refused", problem.GetProperty("code").GetString());
        Assert.Contains("entry 2 of 3", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(size, served.Size);
    }

    [Fact]
    public async Task An_array_is_taken_as_lines_are()
    {
        var (a, b) = (served.Report(), served.Report());
        using var body = Body([.. "[ "u8, .. a.Bytes.Span, .. ",\n"u8, .. b.Bytes.Span, .. "]"u8], "application/json");
        var answer = await served.Client.PostAsync(Address, body, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(2, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("added").GetInt32());
    }

    [Theory]
    [InlineData("", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("{}", "application/json", 400)]
    [InlineData("[{}", "application/json", 400)]
    [InlineData("nonsense", "application/x-ndjson", 400)]
    [InlineData("{}", "text/plain", 415)]
    public async Task What_is_no_entry_is_refused(string text, string type, int status)
    {
        using var body = Body(Encoding.UTF8.GetBytes(text), type);
        Assert.Equal(status, (int)(await served.Client.PostAsync(Address, body, Stop)).StatusCode);
    }

    [Fact]
    public async Task Bodies_made_up_at_random_are_refused()
    {
        var good = served.Report().Bytes.ToArray();
        foreach (var (at, value) in Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[60].Generate(new PCG(23), null, out _))
        {
            var bytes = good.ToArray();
            bytes[at] = bytes[at] == value ? (byte)(value + 1) : value;
            using var body = Body(bytes, "application/json");
            Assert.InRange((int)(await served.Client.PostAsync(Address, body, Stop)).StatusCode, 400, 499);
        }
    }

    [Fact]
    public async Task More_than_the_limit_is_refused()
    {
        // The server may close such a connection, so it is one of its own.
        using var own = new HttpClient { BaseAddress = served.Client.BaseAddress };

        // Who asks first is told before anything is sent; who does not is cut off.
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = Body(new byte[(16 << 20) + 1], "application/json") };
        request.Headers.ExpectContinue = true;
        try
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await own.SendAsync(request, Stop)).StatusCode);
        }
        catch (HttpRequestException e) when (e.InnerException is IOException)
        {
            Assert.Equal(HttpStatusCode.OK, (await served.Client.GetAsync("/healthz", Stop)).StatusCode);
        }
    }

    // Its file cannot come with it, and an erasure must destroy before the log says so.
    [Fact]
    public async Task What_needs_a_file_or_destroys_one_is_refused()
    {
        var (size, leaf, none) = (served.Size, Convert.ToHexStringLower(MerkleHash.OfLeaf(served.Report().Bytes.Span).ToArray()), new string('0', 64));
        foreach (var entry in new[]
        {
            served.Signed(EntryKind.Erasure, $"{{\"of\":\"{leaf}\",\"reason\":\"asked for\"}}"),
            served.Signed(EntryKind.Parameters, $"{{\"id\":\"p1\",\"sha256\":\"{none}\"}}"),
            served.Signed(EntryKind.Attachment, $"{{\"id\":\"photo\",\"sha256\":\"{none}\"}}"),
        })
        {
            var (status, problem) = await Post([served.Report(), entry]);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("entry 2 of 2", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(size, served.Size);
    }

    // Nothing sealed comes over this address, so what asks to be seen by some would be published to all.
    [Fact]
    public async Task A_report_that_asks_to_be_seen_by_some_is_refused()
    {
        var size = served.Size;
        var open = Encoding.UTF8.GetString(served.Report().Content!.Value.Span);
        var (status, problem) = await Post([served.Report(), served.Signed(EntryKind.Report, open.Replace("\"id\":", "\"handling\":\"mission\",\"id\":", StringComparison.Ordinal))]);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("handling mission", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(size, served.Size);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Real-IP")]
    [InlineData("Via")]
    public async Task From_behind_a_proxy_nothing_is_taken(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = Body(served.Report().Bytes.ToArray(), "application/json") };
        request.Headers.TryAddWithoutValidation(header, "1.1 192.0.2.1");
        Assert.Equal(HttpStatusCode.Forbidden, (await served.Client.SendAsync(request, Stop)).StatusCode);
    }

    // What is at fault with a protected content is known to those who see it; others are told that the entries are refused.
    [Fact]
    public async Task A_refusal_over_a_protected_content_tells_nothing_of_it()
    {
        await using (var writer = await Patiently(served.Writer))
        {
            await writer.AppendAsync(served.Protected("secret-report"), Stop);
        }

        var (status, problem) = await Post([served.Signed(EntryKind.Report, served.ContentOf("secret-report"))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("entries: they do not go together with what the record holds protected; nothing was added", problem.GetProperty("detail").GetString());
    }

    // Who guesses ids is told of a hit. A miss is in the record, under the name of who guessed: nothing wrong beside it keeps it out unseen.
    [Fact]
    public async Task A_guess_at_a_protected_id_that_misses_stays_in_the_record()
    {
        await using (var writer = await Patiently(served.Writer))
        {
            await writer.AppendAsync(served.Protected("guessed-report"), Stop);
        }

        Entry Guess(string id) => served.Signed(EntryKind.Report, served.ContentOf(id));
        var wrong = served.Signed(EntryKind.Report, served.ContentOf("wrong").Replace("\"source\":\"", "\"source\":\"nobody-", StringComparison.Ordinal));
        var (hit, told) = await Post([Guess("guessed-report"), wrong]);
        var (miss, same) = await Post([Guess("missed-report"), wrong]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (hit, miss));
        Assert.Equal(told.GetProperty("detail").GetString(), same.GetProperty("detail").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post([Guess("guessed-report")])).Status);
        Assert.Equal(HttpStatusCode.Created, (await Post([Guess("missed-report")])).Status);
        Assert.Contains("missed-report", await served.Client.GetStringAsync("/reports/missed-report", Stop), StringComparison.Ordinal);

        // A stranger to the record is told of neither.
        var (_, stranger) = await Post([served.StrangersReport("guessed-report")]);
        var (_, again) = await Post([served.StrangersReport("free-report")]);
        Assert.Equal(WithoutKey(stranger), WithoutKey(again));

        static string WithoutKey(JsonElement problem) => System.Text.RegularExpressions.Regex.Replace(problem.GetProperty("detail").GetString()!, "[0-9a-f]{16,}", "KEY");
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(3, 0)]
    public async Task Whoever_keeps_sending_keeps_no_other_program_out(int callers, int pause)
    {
        var entry = served.Report();
        await Post([entry]);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var asking = Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(
            async () =>
            {
                while (!over.IsCancellationRequested)
                {
                    await Post([entry]);
                    await Task.Delay(pause);
                }
            },
            Stop)));
        await using (await Patiently(served.Writer))
        {
        }

        await over.CancelAsync();
        await asking;
    }

    [Fact]
    public async Task Other_methods_are_refused_and_the_right_one_is_named()
    {
        var response = await served.Client.GetAsync(Address, Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Between_entries_another_program_can_write_and_meanwhile_the_server_says_so()
    {
        await Post([served.Report()]);
        var entry = served.Report();
        await using (var other = await Patiently(served.Writer))
        {
            var (busy, problem) = await Post([entry]);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy);
            Assert.Equal("record.busy", problem.GetProperty("code").GetString());
            await other.AppendAsync(served.Report(), Stop);
        }

        Assert.Equal(HttpStatusCode.Created, (await Post([entry])).Status);
    }

    [Fact]
    public async Task What_is_entered_is_told_to_those_who_listen_and_none_is_missed()
    {
        var size = served.Size;
        using var listening = await Listen(null);
        var first = served.Report();
        await Post([first]);
        Assert.Equal((size, first.Item.Id), await Next(listening));

        // Cut off, and back with the last id that was seen.
        var second = served.Report();
        await Post([second]);
        using var back = await Listen(size);
        Assert.Equal((size + 1, second.Item.Id), await Next(back));
    }

    private async Task<StreamReader> Listen(long? last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        if (last is { } id)
        {
            request.Headers.Add("Last-Event-ID", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var response = await served.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
        while (await reader.ReadLineAsync(Stop) is { } line && !line.StartsWith("data:", StringComparison.Ordinal))
        {
        }

        return reader;
    }

    private static async Task<(long Index, string? Id)> Next(StreamReader events)
    {
        while (await events.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                var data = JsonDocument.Parse(line[6..]).RootElement;
                return (data.GetProperty("index").GetInt64(), data.GetProperty("id").GetString());
            }
        }

        throw new EndOfStreamException();
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Post(Entry[] entries)
    {
        using var body = Body([.. entries.SelectMany(e => (byte[])[.. e.Bytes.Span, (byte)'\n'])], "application/x-ndjson");
        var response = await served.Client.PostAsync(Address, body, Stop);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement);
    }

    private static async Task<RecordWriter> Patiently(Func<Task<RecordWriter>> open)
    {
        while (true)
        {
            try
            {
                return await open();
            }
            catch (RecordException e) when (e.Error.IsHeld)
            {
                await Task.Delay(20, Stop);
            }
        }
    }

    private static List<long> Indexes(JsonElement answer) => answer.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("index").GetInt64()).ToList();

    private static ByteArrayContent Body(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
