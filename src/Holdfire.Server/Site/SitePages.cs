using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Holdfire.Model;
using Holdfire.Pages;
using Holdfire.Pages.Site;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Server.Api;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Server.Site;

/// <summary>The pages: each asks the catalogue over the view that its address names.</summary>
internal sealed class SitePages(ServedRecord record, AnswerCache kept, ServerOptions options)
{
    private const string Html = "text/html; charset=utf-8";
    private const string ReportPath = "/report";
    private const string MapPath = "/map";
    private const string LanguageName = "lang";
    private const int NewestEntries = 100;
    private const int MostProven = 40;
    private static readonly ReadOnlyMemory<byte> Styles = (byte[])[.. Asset("site.css"), .. System.Text.Encoding.UTF8.GetBytes(DailyPages.Styles)];
    private static readonly ReadOnlyMemory<byte> Verifier = Asset("verify.html");
    private static readonly ReadOnlyMemory<byte> Icon = Asset("icon.svg");

    // Pages with a fixed address that show one question of the catalogue.
    private static readonly ImmutableDictionary<string, string> Questions = new Dictionary<string, string>
    {
        ["/findings"] = "findings", ["/talks"] = "talks",
    }.ToImmutableDictionary();

    /// <summary>The page at an address; null where there is none.</summary>
    /// <param name="path">The path.</param>
    /// <param name="site">The address of the site, which links that are to be copied begin with.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="languages">The languages that the reader wants, the best first, as tags of BCP 47.</param>
    /// <param name="stop">Ends the work.</param>
    /// <exception cref="QueryException">The coordinates or the language are wrong.</exception>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public ServedResponse? Find(string path, string site, IQueryCollection parameters, IEnumerable<string> languages, CancellationToken stop)
    {
        if (path == "/assets/site.css")
        {
            return new ServedResponse(StatusCodes.Status200OK, "text/css; charset=utf-8", Styles);
        }

        if (path == "/assets/icon.svg")
        {
            return new ServedResponse(StatusCodes.Status200OK, "image/svg+xml", Icon);
        }

        if (Instruments.Find(path) is { } instrument)
        {
            return instrument;
        }

        if (path == "/verify")
        {
            return new ServedResponse(StatusCodes.Status200OK, Html, Verifier)
            {
                ContentPolicy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            };
        }

        if (parameters.FirstOrDefault(p => p.Value.Count > 1) is { Key: not null, Value.Count: > 1 } repeated)
        {
            throw new QueryException(QueryErrorCodes.TooMany, repeated.Key, "one value", FormattableString.Invariant($"{repeated.Value.Count}"));
        }

        var seen = Seen(parameters, stop, out var coordinates);
        var isForGood = QueryEndpoint.IsSize(Coordinate(parameters, CommonOptions.RecordedAt));
        var frame = FrameOf(seen, path, coordinates) with
        {
            Site = site,
            Question = string.Join('&', parameters.Where(p => !IsCoordinate(p.Key) && p.Key != LanguageName && !string.IsNullOrEmpty(p.Value)).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.ToString())}")),
            Language = LanguageOf(parameters, languages),
            IsLanguageAsked = IsLanguageAsked(parameters),
            HasInstruments = options.HasInstruments && Instruments.AreThere,
            Now = IsTimed(path) ? seen.Key.KnownBy ?? (isForGood ? null : Hour()) : null,
        };
        if (Maker(path, frame, parameters, new Work(Environment.ProcessorCount, stop)) is not { } make)
        {
            return null;
        }

        var question = string.Join('\n', parameters.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.ToString())}").Prepend($"{site} page {Uri.EscapeDataString(path)} in {frame.Language.Code} at {frame.Now}"));
        var tag = AnswerCache.TagOf(seen, question);
        return new ServedResponse(StatusCodes.Status200OK, Html, kept.Find(tag, make, stop))
        {
            Tag = tag,
            Caching = seen.IsFixed && isForGood ? ServedResponse.Immutable : "no-cache",
            Language = path == ReportPath ? SiteLanguage.English.Code : frame.Language.Code,

            // The whole report is one file that carries its own styles; the map runs this server's script.
            ContentPolicy = path == ReportPath ? ServedResponse.OwnStyles : path == MapPath && frame.HasInstruments ? Instruments.Policy : null,
        };
    }

    // What makes the page at an address; null where there is no such page. Whatever is wrong with its parameters is thrown by what it gives.
    private Func<string>? Maker(string path, SiteFrame frame, IQueryCollection parameters, Work work) => path.Split('/') switch
    {
        ["", ""] => () => TrucePages.All(frame, Run("assess", frame, work)),
        ["", "truces", var id] when frame.View.Known.Truces.FirstOrDefault(t => t.Id.Value == id) is { } truce => () => TrucePages.One(
            frame, truce, Run("assess", frame, work, ("--truce", id)), Run("findings", frame, work, ("--truce", id)), Run("obligations", frame, work), AroundOf(frame, truce, work)),
        ["", "reports", var id] when frame.View.Known.Claimed.FirstOrDefault(r => r.Id.Value == id) is { } report => () => ReportPages.One(frame, report, EntriesOf(frame, "report", [id], work.Stop)),
        ["", "statements", var id] when frame.View.Known.Statements.FirstOrDefault(s => s.Id.Value == id) is { } statement => () => StatementPages.One(
            frame, statement, (AuditAnswer)Run("audit", frame, work, ("--statement", id)).Answer, EntriesOf(frame, "statement", [id], work.Stop)),
        ["", "entries", var index] when QueryEndpoint.IsSize(index) && long.Parse(index, CultureInfo.InvariantCulture) is var at && at < frame.View.Coordinates.RecordedAt?.Size
            && record.ReadAt(frame.View.Coordinates.RecordedAt.Size, r => r.Ledger[at].Kind != EntryKind.Sealed, work.Stop) =>
            () => RecordPages.One(frame, Shown(frame, index, work.Stop)),
        ["", "incidents"] => () => Asked("incidents", frame, parameters, work, IncidentList.Page),
        ["", "incidents", var id] => () => Asked("incidents show", frame, parameters, work, (f, _, _, result) => IncidentOf(f, (IncidentAnswer)result.Answer, work), ("ID", id), ("why", "true")),
        ["", "claims"] => () => Asked("audit", frame, parameters, work, (f, q, given, result) => ClaimsPages.Write(f, q, given, (AuditAnswer)result.Answer, DayOf(parameters))),
        ["", "map"] => () => Asked("incidents", frame, parameters, work, (f, q, given, result) => MapPages.Write(f, q, given, (IncidentsAnswer)result.Answer)),
        ["", "daily"] => () => DailyPages.All(frame),
        ["", "daily", var date] => () => Asked("daily", frame, parameters, work, (f, _, _, result) => DailyPages.One(f, (DailyAnswer)result.Answer), ("date", date)),
        ["", "queue"] => () => Asked("queue", frame, parameters, work, QueryPages.Answered, NowOf(frame, parameters)),
        ["", "queries"] => () => Asked("query list", frame, parameters, work, QueryPages.Answered, NowOf(frame, parameters)),
        ["", "record"] => () => OfRecord(frame, parameters["before"].FirstOrDefault()),
        ["", "search"] => () => SearchPages.Write(frame, parameters["q"].FirstOrDefault() ?? ""),
        ["", "about"] => () => AboutPages.Write(frame),
        ["", "report"] => () => ReportPage.Write((ReportAnswer)Run("report", frame, work).Answer),
        ["", "ask", .. var name] when QueryCatalogue.Find(string.Join(' ', name)) is { RunOnRecord: null } query => () => Asked(query.Name, frame, parameters, work, QueryPages.Answered),
        _ when Questions.TryGetValue(path, out var question) => () => Asked(question, frame, parameters, work, QueryPages.Answered),
        _ => null,
    };

    /// <summary>The page that says what is wrong; null where the record cannot be read at all.</summary>
    public ServedResponse? Refuse(string path, IQueryCollection parameters, IEnumerable<string> languages, HttpProblem problem)
    {
        try
        {
            var asked = SiteLanguage.Find(parameters[LanguageName].ToString());
            var frame = FrameOf(record.View(null, null), path, "") with { Language = asked ?? SiteLanguage.Best(languages), IsLanguageAsked = asked is not null };
            return ServedResponse.Page(problem.Status, ProblemPages.Write(frame, problem.Title, problem.Detail)) with { Caching = "no-store", Language = frame.Language.Code };
        }
        catch (Exception e) when (e is RecordException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The name of the record.</summary>
    public string Origin => record.Origin;

    /// <summary>What stands around a page that shows nothing of the case.</summary>
    /// <param name="path">The address of the page.</param>
    /// <param name="request">The request, whose form or address may name the language.</param>
    public SiteFrame Beside(string path, HttpRequest request)
    {
        var asked = SiteLanguage.Find(request.HasFormContentType && request.Form[LanguageName] is [{ } inForm] ? inForm : request.Query[LanguageName].ToString());
        return FrameOf(record.View(null, null), path, "") with { Language = asked ?? SiteLanguage.Best(Dispatcher.Languages(request)), IsLanguageAsked = asked is not null };
    }

    private ServedView Seen(IQueryCollection parameters, CancellationToken stop, out string coordinates)
    {
        var recordedAt = Coordinate(parameters, CommonOptions.RecordedAt);
        var knownBy = Coordinate(parameters, CommonOptions.KnownBy);
        coordinates = string.Join('&', ((OptionInfo Option, string? Text)[])[(CommonOptions.RecordedAt, recordedAt), (CommonOptions.KnownBy, knownBy)]
            is var pairs ? pairs.Where(p => p.Text is not null).Select(p => $"{QueryRequest.NameOf(p.Option.Name)}={Uri.EscapeDataString(p.Text!)}") : []);
        return record.View(recordedAt, knownBy is null ? null : QueryArguments.ReadInstant(QueryRequest.NameOf(CommonOptions.KnownBy.Name), knownBy), stop);
    }

    // Deadlines are judged at the instant that is asked for, else to the hour; a page that shows the same for good goes by what it knows.
    private static (string Name, string Value)[] NowOf(SiteFrame frame, IQueryCollection parameters)
    {
        var name = QueryRequest.NameOf(CommonOptions.Now.Name);
        return frame.Now is { } now && string.IsNullOrEmpty(parameters[name]) ? [(name, Texts.Of(now))] : [];
    }

    // Pages that say what is in force, or what is due, and so change with the hour.
    private static bool IsTimed(string path) => path is "/" or "/queue" or "/queries" || path.StartsWith("/truces/", StringComparison.Ordinal);

    private Instant? Hour() => options.Clock is not { } clock ? null
        : Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds() / NodaConstants.SecondsPerHour * NodaConstants.SecondsPerHour);

    private static bool IsLanguageAsked(IQueryCollection parameters) => !string.IsNullOrEmpty(parameters[LanguageName]);

    private static SiteLanguage LanguageOf(IQueryCollection parameters, IEnumerable<string> languages) => !IsLanguageAsked(parameters) ? SiteLanguage.Best(languages)
        : SiteLanguage.Find(parameters[LanguageName].ToString()) ?? throw new QueryException(
            QueryErrorCodes.UnknownValue, LanguageName, Texts.OneOf([.. SiteLanguage.All.Select(l => l.Code)]), $"'{parameters[LanguageName]}'");

    private static LocalDate? DayOf(IQueryCollection parameters) => parameters["day"].FirstOrDefault() is not { Length: > 0 } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value
        : throw new QueryException(QueryErrorCodes.BadForm, "day", "a date such as 2030-03-01", $"'{text}'");

    private static bool IsCoordinate(string name) => CommonOptions.RecordedAt.IsCalled("--" + name) || CommonOptions.KnownBy.IsCalled("--" + name);

    private static string? Coordinate(IQueryCollection parameters, OptionInfo option) =>
        option.Aliases.Prepend(option.Name).Select(n => parameters[QueryRequest.NameOf(n)].FirstOrDefault()).FirstOrDefault(t => !string.IsNullOrEmpty(t));

    private SiteFrame FrameOf(ServedView at, string path, string coordinates) =>
        new(at.View, record.Origin, path, coordinates, options.IsThrowAway) { Root = Convert.ToBase64String(at.Root.ToArray()), AsksWho = options.SignIn is not null, TakesTips = options.Tips is not null };

    private static QueryResult Run(string name, SiteFrame frame, Work work, params (string Name, string Value)[] values) =>
        QueryCatalogue.Find(name)!.Run(frame.View, new QueryArguments(
            values.ToImmutableDictionary(v => v.Name, v => new GivenValue(v.Value, v.Name)), ImmutableDictionary<string, NamedText>.Empty), work);

    private static string Asked(
        string name, SiteFrame frame, IQueryCollection parameters, Work work,
        Func<SiteFrame, QueryInfo, IReadOnlyDictionary<string, string>, QueryResult, string> page, params (string Name, string Value)[] fixedValues)
    {
        var query = QueryCatalogue.Find(name)!;

        // A form sends its empty fields too.
        var given = parameters.Where(p => p.Key != LanguageName && (p.Key != "day" || query.Name != "audit") && p.Value.Any(v => !string.IsNullOrEmpty(v)))
            .ToDictionary(p => p.Key, p => p.Value[0]!, StringComparer.Ordinal);
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

    // The events around a truce; none where that is too long to draw.
    private static IncidentsAnswer? AroundOf(SiteFrame frame, Truce truce, Work work)
    {
        if (TruceCharts.TimeOf(truce, frame.View.Known) is not { } over)
        {
            return null;
        }

        var zone = DateTimeZoneProviders.Tzdb[frame.View.Known.Zone];
        return (IncidentsAnswer)Run("incidents", frame, work, ("--from", Day(over.Start)), ("--to", Day(over.End - Duration.Epsilon))).Answer;
        string Day(Instant at) => LocalDatePattern.Iso.Format(at.InZone(zone).Date);
    }

    // The findings on an incident are asked for by its first report; a truce bears on it, or there are none.
    private string IncidentOf(SiteFrame frame, IncidentAnswer answer, Work work)
    {
        FindingsAnswer? findings;
        try
        {
            findings = (FindingsAnswer)Run("findings show", frame, work, ("ID", answer.Incident.Id)).Answer;
        }
        catch (QueryException)
        {
            findings = null;
        }

        var steps = frame.View.Known.Steps.IsEmpty ? null : Run("queue show", frame, work, ("ID", answer.Incident.Id));
        return IncidentPages.One(frame, answer, findings, steps is { Answer: QueueShowAnswer { Steps.IsEmpty: false } } ? steps : null, EntriesOf(frame, "report", answer.Incident.Reports, work.Stop));
    }

    // The entries that hold items of a kind, at the size that is seen, with those that changed them.
    private ImmutableArray<RecordEntryAnswer> EntriesOf(SiteFrame frame, string kind, IEnumerable<string> ids, CancellationToken stop) =>
        [.. ids.Take(MostProven).SelectMany(id => HistoryOf(frame, kind, id, stop)).DistinctBy(e => e.Index).OrderBy(e => e.Index)];

    private ImmutableArray<RecordEntryAnswer> HistoryOf(SiteFrame frame, string kind, string id, CancellationToken stop)
    {
        try
        {
            // An id of digits alone would be read as an index.
            return Shown(frame, id, stop).History is var history && history.Any(e => e.Kind == kind && e.Id == id) ? history : [];
        }
        catch (QueryException)
        {
            return [];
        }
    }

    private RecordShowAnswer Shown(SiteFrame frame, string entry, CancellationToken stop)
    {
        var size = frame.View.Coordinates.RecordedAt?.Size ?? 0;
        var given = new QueryArguments(ImmutableDictionary<string, GivenValue>.Empty.Add("ENTRY", new GivenValue(entry, "ENTRY")), ImmutableDictionary<string, NamedText>.Empty);
        return record.ReadAt(size, r => (RecordShowAnswer)RecordShowQuery.Info.RunOnRecord!(r, given).Answer, stop);
    }

    private string OfRecord(SiteFrame frame, string? before) => record.Read(reader =>
    {
        var size = frame.View.Coordinates.RecordedAt?.Size ?? reader.Size;
        var top = string.IsNullOrEmpty(before) ? size
            : QueryEndpoint.IsSize(before) && long.Parse(before, CultureInfo.InvariantCulture) is var given && given > 0 && given <= size ? given
            : throw new QueryException(QueryErrorCodes.BadForm, "before", FormattableString.Invariant($"a number from 1 to {size}"), $"'{before}'");
        var lines = ImmutableArray.CreateBuilder<RecordLine>();
        for (var i = top - 1; i >= 0 && i >= top - NewestEntries; i--)
        {
            var entry = reader.Entry(i).Entry;
            if (entry.IsSealed)
            {
                continue;
            }

            lines.Add(new RecordLine(i, EntryKinds.NameOf(entry.Kind), entry.Item.Id, reader.Ledger[i].Submitter, Texts.Of(entry.Made)));
        }

        var witnesses = reader.Log.WitnessKeys().Is(out var keys, out _) ? keys.Select(k => k.Name) : [];
        return RecordPages.Write(frame, reader.Log.Note.ToString(), [.. witnesses], lines.ToImmutable(), top > NewestEntries ? top - NewestEntries : null);
    });

    private static byte[] Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
