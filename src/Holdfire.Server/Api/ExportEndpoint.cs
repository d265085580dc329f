using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Exports;
using Holdfire.Server.Ogc;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Holdfire.Server.Api;

/// <summary><c>/api/v1/export/ROWS</c>: reports, incidents or findings as the files that <c>holdfire export</c> writes.</summary>
internal sealed class ExportEndpoint(ServedRecord record, AnswerCache kept)
{
    /// <summary>What follows the version in the address.</summary>
    public const string Below = "export/";

    /// <summary>The parameters beside the coordinates of the view.</summary>
    public static ImmutableArray<string> Names { get; } = ["f", "limit", "cursor"];

    /// <summary>The file; null where there are no such rows.</summary>
    /// <exception cref="QueryException">A parameter is wrong.</exception>
    public ServedResponse? Find(string rows, HttpRequest request, CancellationToken stop)
    {
        if (!ExportTables.Names.Contains(rows))
        {
            return null;
        }

        var given = new Parameters(request.Query, [.. Names, .. OgcCoordinates.Names]);
        var format = given.OneOf("f", [.. ExportFormat.All.Select(f => f.Name)]) is { } name ? ExportFormat.Find(name)! : Accepted(request);
        var (limit, cursor, coordinates) = (given.Whole("limit", 1), given.Whole("cursor", 0) ?? 0, OgcCoordinates.Of(given));
        var seen = coordinates.In(record, stop);
        var site = SiteAddress.Of(request);
        var tag = AnswerCache.TagOf(seen, FormattableString.Invariant($"export {rows} {format.Name} {limit} {cursor}"));

        var page = kept.Find(tag, () => PageOf(rows, seen.View, format, cursor, limit, stop), p => p.Body.Length, stop)!;
        return new ServedResponse(StatusCodes.Status200OK, $"{format.MediaType}{(format.MediaType.StartsWith("text/", StringComparison.Ordinal) ? "; charset=utf-8" : "")}", page.Body)
        {
            Tag = tag,
            Caching = coordinates.AreFixed && seen.IsFixed ? ServedResponse.Immutable : "no-cache",
            IsForAllSites = true,
            SaveAs = $"{rows}.{format.Ending}",
            Headers = page.Next is { } more ? [new("Link", $"<{site}/api/v1/{Below}{rows}?f={format.Name}&limit={limit}&cursor={more.ToString(CultureInfo.InvariantCulture)}&{Query(coordinates.Fixed(seen))}>; rel=\"next\"")] : [],
        };
    }

    // The table is made once for each view, as a page is a part of it and whether more follow is for it to say.
    private static ExportedPage PageOf(string rows, CaseView view, ExportFormat format, int cursor, int? limit, CancellationToken stop)
    {
        var table = view.Index(_ => new ExportedTables()).Of(rows, view, new Work(Environment.ProcessorCount, stop));
        return new ExportedPage(
            Bytes(table with { Rows = [.. table.Rows.Skip(cursor).Take(limit ?? int.MaxValue)] }, format),
            limit is { } most && cursor + (long)most < table.Rows.Length ? cursor + most : null);
    }

    // The one that is accepted most of those that are named; what is not named by itself is CSV.
    private static ExportFormat Accepted(HttpRequest request) =>
        (MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wanted)
            ? wanted.OrderByDescending(w => w.Quality ?? 1).Select(w => ExportFormat.All.FirstOrDefault(f => w.MediaType.Equals(f.MediaType, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(f => f is not null)
            : null) ?? ExportFormat.All[0];

    private static string Query(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));

    // Databases and workbooks are written to files.
    private static byte[] Bytes(ExportTable table, ExportFormat format)
    {
        var file = Path.GetTempFileName();
        try
        {
            format.Write(table, file);
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
