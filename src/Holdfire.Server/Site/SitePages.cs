using System.Collections.Immutable;
using System.Reflection;
using Holdfire.Pages.Site;
using Holdfire.Record;
using Holdfire.Server.Api;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.Site;

/// <summary>The pages: each asks the catalogue over the view that its address names.</summary>
internal sealed class SitePages(ServedRecord record, ServerOptions options)
{
    private const int NewestEntries = 100;
    private static readonly ReadOnlyMemory<byte> Styles = Asset("site.css");
    private static readonly ReadOnlyMemory<byte> Verifier = Asset("verify.html");

    // Pages with a fixed address that show one question of the catalogue.
    private static readonly ImmutableDictionary<string, string> Questions = new Dictionary<string, string>
    {
        ["/claims"] = "audit", ["/incidents"] = "incidents", ["/findings"] = "findings", ["/talks"] = "talks",
    }.ToImmutableDictionary();

    /// <summary>The page at an address; null where there is none.</summary>
    /// <exception cref="QueryException">The coordinates are wrong.</exception>
    /// <exception cref="RecordException">The record cannot be read.</exception>
    public Response? Find(string path, IQueryCollection parameters, CancellationToken stop)
    {
        if (path == "/assets/site.css")
        {
            return new Response(StatusCodes.Status200OK, "text/css; charset=utf-8", Styles);
        }

        if (path == "/verify")
        {
            return new Response(StatusCodes.Status200OK, "text/html; charset=utf-8", Verifier)
            {
                ContentPolicy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:",
            };
        }

        var frame = Frame(path, parameters);
        var work = new Work(Environment.ProcessorCount, stop);
        return path.Split('/') switch
        {
            ["", ""] => Page(TrucePages.All(frame, Run("assess", frame, work))),
            ["", "truces", var id] when frame.View.Known.Truces.FirstOrDefault(t => t.Id.Value == id) is { } truce => Page(TrucePages.One(
                frame, truce, Run("assess", frame, work, ("--truce", id)), Run("findings", frame, work, ("--truce", id)))),
            ["", "reports", var id] when frame.View.Known.Claimed.FirstOrDefault(r => r.Id.Value == id) is { } report => Page(ReportPages.One(frame, report)),
            ["", "incidents", var id] => Asked("incidents show", frame, parameters, work, ("ID", id)),
            ["", "record"] => Page(Record(frame)),
            ["", "search"] => Page(ReportPages.Search(frame, parameters["q"].FirstOrDefault() ?? "")),
            ["", "about"] => Page(AboutPages.Write(frame)),
            ["", "report"] => Whole(frame.View, work),
            ["", "ask", .. var name] => Asked(string.Join(' ', name), frame, parameters, work),
            _ when Questions.TryGetValue(path, out var question) => Asked(question, frame, parameters, work),
            _ => null,
        };
    }

    /// <summary>The page that says what is wrong; null where the record cannot be read at all.</summary>
    public Response? Problem(string path, Problem problem)
    {
        try
        {
            return Response.Page(problem.Status, ProblemPages.Write(FrameOf(record.View(null, null), path, ""), problem.Title, problem.Detail)) with { Caching = "no-store" };
        }
        catch (Exception e) when (e is RecordException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static Response Page(string html) => Response.Page(StatusCodes.Status200OK, html);

    private SiteFrame Frame(string path, IQueryCollection parameters)
    {
        var recordedAt = parameters[QueryRequest.NameOf(CommonOptions.RecordedAt.Name)].FirstOrDefault();
        var (knownName, knownBy) = CommonOptions.KnownBy.Aliases.Prepend(CommonOptions.KnownBy.Name)
            .Select(QueryRequest.NameOf).Select(n => (n, parameters[n].FirstOrDefault())).FirstOrDefault(p => p.Item2 is not null);
        var at = record.View(recordedAt, knownBy is null ? null : QueryArguments.ReadInstant(knownName, knownBy));
        return FrameOf(at, path, string.Join('&', ((string, string?)[]) [
            (QueryRequest.NameOf(CommonOptions.RecordedAt.Name), recordedAt), (QueryRequest.NameOf(CommonOptions.KnownBy.Name), knownBy)] switch
        {
            var pairs => pairs.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"),
        }));
    }

    private SiteFrame FrameOf(ServedView at, string path, string coordinates) =>
        new(at.View, record.Read(r => r.Origin), path, coordinates, options.IsThrowAway);

    private static QueryResult Run(string name, SiteFrame frame, Work work, params (string Name, string Value)[] values) =>
        QueryCatalogue.Find(name)!.Run(frame.View, new QueryArguments(
            values.ToImmutableDictionary(v => v.Name, v => new GivenValue(v.Value, v.Name)), ImmutableDictionary<string, NamedText>.Empty), work);

    private static Response? Asked(string name, SiteFrame frame, IQueryCollection parameters, Work work, params (string Name, string Value)[] fixedValues)
    {
        if (QueryCatalogue.Find(name) is not { } query)
        {
            return null;
        }

        // A form sends its empty fields too.
        var given = parameters.Where(p => p.Value.Any(v => !string.IsNullOrEmpty(v))).ToDictionary(p => p.Key, p => p.Value[0]!, StringComparer.Ordinal);
        var shown = given.Where(g => query.Option("--" + g.Key) is not null).ToDictionary(StringComparer.Ordinal);
        try
        {
            foreach (var (key, value) in fixedValues)
            {
                given[key] = value;
            }

            var request = QueryRequest.Of(query, new QueryCollection(given.ToDictionary(g => g.Key, g => new Microsoft.Extensions.Primitives.StringValues(g.Value))), default);
            return Page(QueryPages.Answered(frame, query, shown, query.Run(frame.View, request.Arguments, work)));
        }
        catch (QueryException e)
        {
            return Response.Page(StatusCodes.Status400BadRequest, QueryPages.Refused(frame, query, shown, e.Errors));
        }
    }

    private string Record(SiteFrame frame) => record.Read(reader =>
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

    // The whole report carries its own styles. It is the same file that the command writes.
    private static Response Whole(CaseView view, Work work) =>
        new(StatusCodes.Status200OK, "text/html; charset=utf-8", view.Index(v => WholeReport.Of(v, work)).Bytes)
        {
            ContentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        };

    private static byte[] Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
