using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Holdfire.CaseFormat.Entries;
using Holdfire.Queries;
using Holdfire.Record;
using Holdfire.Record.Protection;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Server.Tests;

/// <summary>The API gives what the catalogue gives, and says in one clear line what is wrong with a request.</summary>
public sealed class ApiTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> QueriesWithoutNeeds =>
        [.. QueryCatalogue.All.Where(q => q.Options.All(o => !o.Required && o.Kind != OptionKind.Position)).Select(q => q.Name)];

    [Theory]
    [MemberData(nameof(QueriesWithoutNeeds))]
    public async Task Each_query_answers_with_the_bytes_of_the_catalogue(string name)
    {
        var record = RecordReader.Open(served.Folder).OrThrow();
        foreach (var (parameters, size, known) in ((string, long, Instant?)[])[
            ("", record.Size, null), ("?recorded-at=40", 40, null), ("?known-by=2031-03-05T00:00Z", record.Size, Instant.FromUtc(2031, 3, 5, 0, 0))])
        {
            var query = QueryCatalogue.Find(name)!;
            var at = record.At(size);
            var load = RecordCase.Load(at, new ContentFolder(served.Folder), false, null);
            var view = new CaseView(load.Case!, new ViewCoordinates(known, new RecordedAt(size) { SetAside = load.Without, Withheld = load.Withheld }));
            var none = new QueryArguments(ImmutableDictionary<string, GivenValue>.Empty, ImmutableDictionary<string, NamedText>.Empty);
            var (expected, refused) = Answer(() => AnswerJson.Text(query.Run(view, none, Work.Unlimited).Answer) + "\n");
            var response = await served.Client.GetAsync($"/api/v1/{name.Replace(' ', '/')}{parameters}", Stop);
            var text = await response.Content.ReadAsStringAsync(Stop);
            if (refused is not null)
            {
                Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
                Assert.Equal(refused.Error.Code, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
                continue;
            }

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(expected, text);
            Assert.Equal(size != record.Size, response.Headers.CacheControl!.MaxAge is not null);
            Assert.Equal(size == record.Size, response.Headers.CacheControl.NoCache);
        }
    }

    [Theory]
    [InlineData("/api/v1/truces?nothing=1", 400, "query.unknown_option")]
    [InlineData("/api/v1/counts", 400, null)]
    [InlineData("/api/v1/truces?f=xml", 400, "query.unknown_value")]
    [InlineData("/api/v1/truces?tz=UTC&tz=UTC", 400, "query.too_many")]
    [InlineData("/api/v1/truces?recorded-at=0", 400, "query.unknown_value")]
    [InlineData("/api/v1/truces?recorded-at=1000000", 400, "query.unknown_value")]
    [InlineData("/api/v1/truces?recorded-at=tomorrow", 400, "query.bad_form")]
    [InlineData("/api/v1/truces?known-by=8%20May", 400, "query.bad_form")]
    [InlineData("/api/v1/findings?parameters=/etc/passwd", 400, "query.unknown_option")]
    [InlineData("/api/v1/incidents/show", 400, "query.missing")]
    [InlineData("/api/v1/nothing", 404, "http.not_found")]
    [InlineData("/record/..%2frecord.private/keys/operator.key", 404, "http.not_found")]
    [InlineData("/record/lock", 404, "http.not_found")]
    public async Task Wrong_requests_get_a_problem_with_a_code(string address, int status, string? code)
    {
        var response = await served.Client.GetAsync(address, Stop);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain('\n', problem.GetProperty("detail").GetString()!);
        Assert.True(code is null || problem.GetProperty("code").GetString() == code);
    }

    [Fact]
    public async Task Other_methods_are_refused_and_named()
    {
        var response = await served.Client.PostAsync("/api/v1/truces", null, Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_tag_that_is_known_gets_no_bytes()
    {
        var first = await served.Client.GetAsync("/api/v1/truces", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/truces");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await served.Client.SendAsync(again, Stop)).StatusCode);
        var other = await served.Client.GetAsync("/api/v1/truces?recorded-at=40", Stop);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/geo+json, application/json;q=0.5", "application/geo+json")]
    [InlineData("application/json;q=0.5, text/csv;q=0.9", "text/csv")]
    [InlineData("*/*", "application/json")]
    [InlineData("image/png", "application/json")]
    public async Task The_form_is_the_one_that_is_accepted(string accept, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/findings");
        request.Headers.Accept.ParseAdd(accept);
        var response = await served.Client.SendAsync(request, Stop);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(MediaTypeHeaderValue.Parse(expected).MediaType, response.Content.Headers.ContentType.MediaType);
    }

    [Fact]
    public async Task The_description_names_every_query_and_parameter()
    {
        var document = JsonDocument.Parse(await served.Client.GetStringAsync("/api/v1/openapi.json", Stop)).RootElement;
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        foreach (var query in QueryCatalogue.All)
        {
            var get = document.GetProperty("paths").GetProperty($"/api/v1/{query.Name.Replace(' ', '/')}").GetProperty("get");
            var names = get.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ToList();
            Assert.Equal(query.Options.Where(o => o.Kind != OptionKind.File).Select(o => o.Name.TrimStart('-')).Concat(["recorded-at", "known-by", "f"]), names);
        }
    }

    [Fact]
    public async Task Queries_of_the_record_answer_with_the_bytes_of_the_catalogue()
    {
        var record = RecordReader.Open(served.Folder).OrThrow();
        foreach (var (address, name, at, values) in ((string, string, long, (string, string)[])[])[
            ("record/log", "record log", record.Size, []), ("record/log?recorded-at=40&kind=report", "record log", 40, [("--kind", "report")]),
            ("record/log?from=3&most=2", "record log", record.Size, [("--from", "3"), ("--most", "2")]), ("record/show?ENTRY=7", "record show", record.Size, [("ENTRY", "7")])])
        {
            var arguments = new QueryArguments(
                values.ToImmutableDictionary(v => v.Item1, v => new GivenValue(v.Item2, v.Item1)), ImmutableDictionary<string, NamedText>.Empty);
            var expected = AnswerJson.Text(QueryCatalogue.Find(name)!.RunOnRecord!(record.At(at), arguments).Answer) + "\n";
            Assert.Equal(expected, await served.Client.GetStringAsync($"/api/v1/{address}", Stop));
        }
    }

    [Theory]
    [InlineData("record/show?ENTRY=7&with-protected", "query.unknown_option")]
    [InlineData("record/log?known-by=2031-03-05T00:00Z", "query.unknown_option")]
    [InlineData("record/log?from=-1", "query.bad_form")]
    [InlineData("record/show?ENTRY=1000000", "query.unknown_value")]
    [InlineData("record/show", "query.missing")]
    public async Task Queries_of_the_record_refuse_what_a_server_does_not_answer(string address, string code)
    {
        var response = await served.Client.GetAsync($"/api/v1/{address}", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("code").GetString());
    }

    private static (string Text, QueryException? Refused) Answer(Func<string> run)
    {
        try
        {
            return (run(), null);
        }
        catch (QueryException e)
        {
            return ("", e);
        }
    }
}
