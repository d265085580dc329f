using Holdfire.Server.Api;
using Holdfire.Server.Entries;
using Holdfire.Server.Events;
using Holdfire.Server.Log;
using Holdfire.Server.Ogc;
using Holdfire.Server.Site;
using Holdfire.Server.Tiles;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server;

/// <summary>Finds what an address asks for and answers it. Whatever goes wrong becomes a page or a problem.</summary>
internal sealed class Dispatcher(ServedRecord record, QueryEndpoint queries, ExportEndpoint exports, OgcEndpoint ogc, TileEndpoint tiles, SitePages pages, Action<Exception> report)
{
    private const string ApiPath = "/api/v1/";
    private const string RecordPath = "/record/";

    /// <summary>The response to a request.</summary>
    public ServedResponse Answer(HttpRequest request, CancellationToken stop)
    {
        var path = request.Path.Value ?? "/";
        var isPage = !path.StartsWith(ApiPath, StringComparison.Ordinal) && !path.StartsWith(RecordPath, StringComparison.Ordinal) && !IsOgc(path)
            && !path.StartsWith(TileEndpoint.Below, StringComparison.Ordinal);
        HttpProblem problem;
        try
        {
            // The one method of these two is answered before.
            var allowed = path switch { EntriesEndpoint.Path => "POST", EventsEndpoint.Path => "GET", _ => "GET, HEAD" };
            if (allowed != "GET, HEAD" || (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)))
            {
                return ServedResponse.Of(Problems.WrongMethod(request.Method, allowed.Replace(", ", " or ", StringComparison.Ordinal))) with { Allow = allowed };
            }

            if ((path switch
            {
                "/healthz" or "/readyz" => Health(),
                _ when path.StartsWith(ApiPath, StringComparison.Ordinal) => Api(path[ApiPath.Length..], request, stop),
                _ when path.StartsWith(RecordPath, StringComparison.Ordinal) => OfRecord(path[RecordPath.Length..]),
                _ when IsOgc(path) => ogc.Find(request, stop),
                _ when path.StartsWith(TileEndpoint.Below, StringComparison.Ordinal) => tiles.Find(path[TileEndpoint.Below.Length..], request, stop),
                _ => pages.Find(path, SiteAddress.Of(request), request.Query, Languages(request), stop),
            }) is { } found)
            {
                return found;
            }

            problem = Problems.NotFound(path, isPage ? "a page of this case" : "an address that docs/server.md names");
        }
        catch (RefusedPageException e)
        {
            return ServedResponse.Page(StatusCodes.Status400BadRequest, e.Html) with { Caching = "no-store" };
        }
        catch (Exception e)
        {
            problem = Problems.Of(e) ?? Problems.Defect();
            if (problem.Status is StatusCodes.Status500InternalServerError || problem.Code.StartsWith("record.", StringComparison.Ordinal))
            {
                report(e);
            }
        }

        return isPage && pages.Refuse(path, request.Query, Languages(request), problem) is { } page ? page : ServedResponse.Of(problem);
    }

    /// <summary>What the reader's browser asks for, the best first.</summary>
    internal static IEnumerable<string> Languages(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString());

    private static bool IsOgc(string path) => path == OgcEndpoint.Root || path.StartsWith(OgcEndpoint.Root + "/", StringComparison.Ordinal);

    // The record is read, so that one that was touched is not healthy.
    private ServedResponse Health()
    {
        var size = record.Size;
        return new ServedResponse(StatusCodes.Status200OK, "text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(
            FormattableString.Invariant($"ok, {size} entries\n"))) { Caching = "no-store" };
    }

    private ServedResponse? Api(string path, HttpRequest request, CancellationToken stop)
    {
        if (path.StartsWith(ExportEndpoint.Below, StringComparison.Ordinal))
        {
            return exports.Find(path[ExportEndpoint.Below.Length..], request, stop);
        }

        if (path == "openapi.json")
        {
            return new ServedResponse(StatusCodes.Status200OK, "application/json; charset=utf-8", OpenApiDocument.Bytes) { IsForAllSites = true };
        }

        return QueryCatalogue.Find(path.TrimEnd('/').Replace('/', ' ')) is { } query
            ? ServedResponse.Of(queries.Answer(QueryRequest.Of(query, request.Query, request.Headers.Accept), stop)) : null;
    }

    private ServedResponse? OfRecord(string path) => RecordFiles.Find(record.Folder, path) is not { } file
        || (file.Kind == RecordFileKind.Attachment && !record.NamesFile(Path.GetFileName(file.Path))) ? null
        : new ServedResponse(
            StatusCodes.Status200OK, file.Kind == RecordFileKind.Changing ? "text/plain; charset=utf-8" : "application/octet-stream", default)
        {
            File = file.Path,

            // An attachment is the same bytes as long as it is there; an erasure can take it back.
            Caching = file.Kind == RecordFileKind.Tile ? ServedResponse.Immutable : "no-cache",
            Tag = file.Kind == RecordFileKind.Attachment ? $"\"{Path.GetFileName(file.Path)}\"" : null,
            IsForAllSites = true,
            SaveAs = file.Kind == RecordFileKind.Attachment ? Path.GetFileName(file.Path) : null,
        };
}
