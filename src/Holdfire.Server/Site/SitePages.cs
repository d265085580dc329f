using System.Collections.Immutable;
using System.Reflection;
using Holdfire.Pages;
using Holdfire.Pages.Site;
using Holdfire.Record;
using Holdfire.Server.Api;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Holdfire.Server.Site;

/// <summary>The pages: each asks the catalogue over the view that its address names.</summary>
internal sealed class SitePages(ServedRecord record, AnswerCache kept, ServerOptions options)
{
    private const string Html = "text/html; charset=utf-8";
    private const string ReportPath = "/report";
    private const int NewestEntries = 100;
    private static readonly ReadOnlyMemory<byte> Styles = (byte[])[.. Asset("site.css"), .. System.Text.Encoding.UTF8.GetBytes(DailyPages.Styles)];
    private static readonly ReadOnlyMemory<byte> Verifier = Asset("verify.html");

    // Pages with a fixed address that show one question of the catalogue.
    private static readonly ImmutableDictionary<string, string> Questions = new Dictionary<string, string>
    {
        ["/claims"] = "audit", ["/incidents"] = "incidents", ["/findings"] = "findings", ["/talks"] = "talks",
    }.ToImmutableDictionary();

    /// <summary>The page at an address; null where there is none.</summary>
    /// <param name="path">The path.</param>
    /// <param name="site">The address of the site, which links that are to be copied begin with.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="stop">Ends the work.</param>
    /// <exception cref="QueryException">The coordinates are wrong.</exception>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public ServedResponse? Find(string path, string site, IQueryCollection parameters, CancellationToken stop)
    {
        if (path == "/assets/site.css")
        {
            return new ServedResponse(StatusCodes.Status200OK, "text/css; charset=utf-8", Styles);
        }

        if (path == "/verify")
        {
            return new ServedResponse(StatusCodes.Status200OK, Html, Verifier)
            {
                ContentPolicy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:",
            };
        }

        if (parameters.FirstOrDefault(p => p.Value.Count > 1) is { Key: not null, Value.Count: > 1 } repeated)
        {
            throw new QueryException(QueryErrorCodes.TooMany, repeated.Key, "one value", FormattableString.Invariant($"{repeated.Value.Count}"));
        }

        var seen = Seen(parameters, stop, out var coordinates);
        var frame = FrameOf(seen, path, coordinates) with
        {
            Site = site,
            Question = string.Join('&', parameters.Where(p => !IsCoordinate(p.Key) && !string.IsNullOrEmpty(p.Value)).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.ToString())}")),
        };
        if (Maker(path, frame, parameters, new Work(Environment.ProcessorCount, stop)) is not { } make)
        {
            return null;
        }

        var question = string.Join('\n', parameters.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.ToString())}").Prepend($"{site} page {Uri.EscapeDataString(path)}"));
        var tag = AnswerCache.TagOf(seen, question);
        return new ServedResponse(StatusCodes.Status200OK, Html, kept.Find(tag, make, stop))
        {
            Tag = tag,
            Caching = seen.IsFixed && QueryEndpoint.IsSize(parameters[QueryRequest.NameOf(CommonOptions.RecordedAt.Name)].FirstOrDefault()) ? ServedResponse.Immutable : "no-cache",

            // The whole report is one file that carries its own styles.
            ContentPolicy = path == ReportPath ? ServedResponse.OwnStyles : null,
        };
    }

    // What makes the page at an address; null where there is no such page. Whatever is wrong with its parameters is thrown by what it gives.
    private Func<string>? Maker(string path, SiteFrame frame, IQueryCollection parameters, Work work) => path.Split('/') switch
    {
        ["", ""] => () => TrucePages.All(frame, Run("assess", frame, work)),
        ["", "truces", var id] when frame.View.Known.Truces.FirstOrDefault(t => t.Id.Value == id) is { } truce => () => TrucePages.One(
            frame, truce, Run("assess", frame, work, ("--truce", id)), Run("findings", frame, work, ("--truce", id))),
        ["", "reports", var id] when frame.View.Known.Claimed.FirstOrDefault(r => r.Id.Value == id) is { } report => () => ReportPages.One(frame, report),
        ["", "incidents", var id] => () => Asked("incidents show", frame, parameters, work, QueryPages.Answered, ("ID", id)),
        ["", "map"] => () => Asked("incidents", frame, parameters, work, (f, q, given, result) => MapPages.Write(f, q, given, (IncidentsAnswer)result.Answer)),
        ["", "daily"] => () => DailyPages.All(frame),
        ["", "daily", var date] => () => Asked("daily", frame, parameters, work, (f, _, _, result) => DailyPages.One(f, (DailyAnswer)result.Answer), ("date", date)),
        ["", "record"] => () => OfRecord(frame),
        ["", "search"] => () => ReportPages.Search(frame, parameters["q"].FirstOrDefault() ?? ""),
        ["", "about"] => () => AboutPages.Write(frame),
        ["", "report"] => () => ReportPage.Write((ReportAnswer)Run("report", frame, work).Answer),
        ["", "ask", .. var name] when QueryCatalogue.Find(string.Join(' ', name)) is { RunOnRecord: null } query => () => Asked(query.Name, frame, parameters, work, QueryPages.Answered),
        _ when Questions.TryGetValue(path, out var question) => () => Asked(question, frame, parameters, work, QueryPages.Answered),
        _ => null,
    };

    /// <summary>The page that says what is wrong; null where the record cannot be read at all.</summary>
    public ServedResponse? Refuse(string path, HttpProblem problem)
    {
        try
        {
            return ServedResponse.Page(problem.Status, ProblemPages.Write(FrameOf(record.View(null, null), path, ""), problem.Title, problem.Detail)) with { Caching = "no-store" };
        }
        catch (Exception e) when (e is RecordException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private ServedView Seen(IQueryCollection parameters, CancellationToken stop, out string coordinates)
    {
        var recordedAt = Coordinate(parameters, CommonOptions.RecordedAt);
        var knownBy = Coordinate(parameters, CommonOptions.KnownBy);
        coordinates = string.Join('&', ((OptionInfo Option, string? Text)[])[(CommonOptions.RecordedAt, recordedAt), (CommonOptions.KnownBy, knownBy)]
            is var pairs ? pairs.Where(p => p.Text is not null).Select(p => $"{QueryRequest.NameOf(p.Option.Name)}={Uri.EscapeDataString(p.Text!)}") : []);
        return record.View(recordedAt, knownBy is null ? null : QueryArguments.ReadInstant(QueryRequest.NameOf(CommonOptions.KnownBy.Name), knownBy), stop);
    }

    private static bool IsCoordinate(string name) => CommonOptions.RecordedAt.IsCalled("--" + name) || CommonOptions.KnownBy.IsCalled("--" + name);

    private static string? Coordinate(IQueryCollection parameters, OptionInfo option) =>
        option.Aliases.Prepend(option.Name).Select(n => parameters[QueryRequest.NameOf(n)].FirstOrDefault()).FirstOrDefault(t => !string.IsNullOrEmpty(t));

    private SiteFrame FrameOf(ServedView at, string path, string coordinates) =>
        new(at.View, record.Read(r => r.Origin), path, coordinates, options.IsThrowAway) { Root = Convert.ToBase64String(at.Root.ToArray()) };

    private static QueryResult Run(string name, SiteFrame frame, Work work, params (string Name, string Value)[] values) =>
        QueryCatalogue.Find(name)!.Run(frame.View, new QueryArguments(
            values.ToImmutableDictionary(v => v.Name, v => new GivenValue(v.Value, v.Name)), ImmutableDictionary<string, NamedText>.Empty), work);

    private static string Asked(
        string name, SiteFrame frame, IQueryCollection parameters, Work work,
        Func<SiteFrame, QueryInfo, IReadOnlyDictionary<string, string>, QueryResult, string> page, params (string Name, string Value)[] fixedValues)
    {
        var query = QueryCatalogue.Find(name)!;

        // A form sends its empty fields too.
        var given = parameters.Where(p => p.Value.Any(v => !string.IsNullOrEmpty(v))).ToDictionary(p => p.Key, p => p.Value[0]!, StringComparer.Ordinal);
        var shown = given.Where(g => query.Option("--" + g.Key) is not null).ToDictionary(StringComparer.Ordinal);
        if (fixedValues.Length == 0 && query.Options.Any(o => o.Required) && given.Keys.All(IsCoordinate))
        {
            return QueryPages.Unasked(frame, query);
        }

        try
        {
            foreach (var (key, value) in fixedValues)
            {
                given[key] = value;
            }

            var request = QueryRequest.Of(query, new QueryCollection(given.ToDictionary(g => g.Key, g => new StringValues(g.Value))), default);
            return page(frame, query, shown, query.Run(frame.View, request.Arguments, work));
        }
        catch (QueryException e)
        {
            throw new RefusedPageException(QueryPages.Refused(frame, query, shown, e.Errors));
        }
    }

    private string OfRecord(SiteFrame frame) => record.Read(reader =>
    {
        var size = frame.View.Coordinates.RecordedAt?.Size ?? reader.Size;
        var lines = ImmutableArray.CreateBuilder<RecordLine>();
        for (var i = size - 1; i >= 0 && i >= size - NewestEntries; i--)
        {
            var entry = reader.Entry(i).Entry;
            lines.Add(new RecordLine(i, reader.Ledger[i].Kind.ToString().ToLowerInvariant(), entry.Item.Id, reader.Ledger[i].Submitter, Texts.Of(entry.Made)));
        }

        var witnesses = reader.Log.WitnessKeys().Is(out var keys, out _) ? keys.Select(k => k.Name) : [];
        return RecordPages.Write(frame, reader.Log.Note.ToString(), [.. witnesses], lines.ToImmutable());
    });

    private static byte[] Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
