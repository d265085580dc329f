using System.Xml.Linq;
using Holdfire.Exports;
using Holdfire.Server.Api;
using Holdfire.Server.Log;
using Holdfire.Server.Site;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.Publishing;

/// <summary>Writes the site as files for any web server: the pages, the answers and exports without filters, and the log itself.</summary>
/// <remarks>
/// Pages that need a server, a search and questions with options, are left out, and links to them become text. The pages are those that a
/// server gives at the same size of the record.
/// </remarks>
public sealed class PublishedSite
{
    private const string Unfinished = ".unfinished";

    private static readonly string[] Roots =
        ["/", "/claims", "/map", "/incidents", "/findings", "/daily", "/talks", "/report", "/record", "/verify", "/about", "/assets/site.css", "/assets/icon.svg"];

    private static readonly string[] Below = ["/truces/", "/incidents/", "/reports/", "/statements/", "/entries/", "/daily/"];
    private readonly string folder;
    private readonly SitePages pages;
    private readonly QueryEndpoint queries;
    private readonly ServedRecord record;

    private PublishedSite(ServedRecord record, AnswerCache kept, string folder) =>
        (this.record, this.folder, pages, queries) = (record, folder, new SitePages(record, kept, new ServerOptions { Clock = null, HasInstruments = false }), new QueryEndpoint(record, kept));

    /// <summary>Writes the site into a new or empty folder. It is put in place whole: where it fails nothing is there.</summary>
    /// <param name="record">What is published.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>How many files were written.</returns>
    /// <exception cref="IOException">The folder is not empty, or cannot be written.</exception>
    public static int Write(ServedRecord record, string folder, CancellationToken stop)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException($"{folder}: expected a new or empty folder, found something in it");
        }

        // Beside the folder or, where that is there and may be a disk of its own, in it: so that all is put in place by renaming.
        var isThere = Directory.Exists(folder);
        var unfinished = isThere ? Path.Combine(folder, Unfinished) : Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Unfinished;
        if (Path.Exists(unfinished))
        {
            throw new IOException($"{unfinished}: expected nothing of that name, found something: a site that was not finished? Remove it, then publish again");
        }

        try
        {
            using var kept = new AnswerCache(64L << 20);
            var site = new PublishedSite(record, kept, unfinished);
            var count = site.Pages(stop) + site.Data(stop) + site.Log();
            if (!isThere)
            {
                Directory.Move(unfinished, folder);
            }

            foreach (var done in isThere ? Directory.GetFileSystemEntries(unfinished) : [])
            {
                Directory.Move(done, Path.Combine(folder, Path.GetFileName(done)));
            }

            return count;
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private int Pages(CancellationToken stop)
    {
        var (count, known, next) = (0, Roots.ToHashSet(StringComparer.Ordinal), new Queue<string>(Roots));
        while (next.TryDequeue(out var address))
        {
            if (PublishedPath.Of(address) is not { } path || Asked(address, stop) is not { } response)
            {
                continue;
            }

            // The report and the verifier are files of their own that lead nowhere.
            var body = address is "/report" or "/verify" || !response.ContentType.StartsWith("text/html", StringComparison.Ordinal) ? response.Body
                : System.Text.Encoding.UTF8.GetBytes(Page(address, System.Text.Encoding.UTF8.GetString(response.Body.Span), a =>
                {
                    if (known.Add(a))
                    {
                        next.Enqueue(a);
                    }
                }));
            Put(path, body);
            count++;
        }

        return count;
    }

    // A page that says what is wrong is a page too: a report that was withdrawn is in no incident.
    private ServedResponse? Asked(string address, CancellationToken stop)
    {
        try
        {
            return pages.Find(Uri.UnescapeDataString(address), "", QueryCollection.Empty, [], stop);
        }
        catch (RefusedPageException e)
        {
            return ServedResponse.Page(StatusCodes.Status400BadRequest, e.Html);
        }
    }

    // The page for a server that knows nothing: links to files, and no form.
    private static string Page(string address, string html, Action<string> found)
    {
        var document = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), LoadOptions.PreserveWhitespace);
        document.Descendants("nav").Where(n => n.Attribute("class")?.Value == "languages").ToList().ForEach(n => n.Remove());
        document.Descendants("form").Select(f => f.Parent is { Name.LocalName: "details" } details ? details : f).Distinct().ToList().ForEach(f => f.Remove());
        foreach (var link in document.Descendants().Where(e => e.Attribute("href")?.Value.StartsWith('/') ?? false).ToList())
        {
            var to = link.Attribute("href")!.Value;
            if (DataOf(to) is { } data)
            {
                link.SetAttributeValue("href", PublishedPath.Relative(address, data));
            }
            else if (IsPublished(to) && PublishedPath.Of(to) is not null)
            {
                found(to);
                link.SetAttributeValue("href", PublishedPath.Relative(address, to));
            }
            else
            {
                link.ReplaceWith(link.Nodes());
            }
        }

        document.Descendants("head").Single().AddFirst(new XElement("meta",
            new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'")));
        return "<!DOCTYPE html>\n" + document.Root!.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static bool IsPublished(string address) => !address.Contains('?', StringComparison.Ordinal)
        && (Roots.Contains(address) || address == "/record/checkpoint" || Below.Any(b => address.StartsWith(b, StringComparison.Ordinal)));

    // An answer without options is a file; one with options needs a server.
    private static string? DataOf(string address)
    {
        const string Api = "/api/v1/";
        var (path, query) = address.Split('?') is [var before, var after] ? (before, after) : (address, "");
        return path.StartsWith(Api, StringComparison.Ordinal) && query is "f=json" or "f=csv" or "f=geojson" && QueryOf(path[Api.Length..]) is { } name && IsFree(name)
            ? $"/data/{name.Name.Replace(' ', '-')}.{query[2..]}" : null;
    }

    private static QueryInfo? QueryOf(string path) => QueryCatalogue.Find(path.Replace('/', ' '));

    private static bool IsFree(QueryInfo query) => query.Options.All(o => !o.Required && o.Kind != OptionKind.Position);

    private int Data(CancellationToken stop)
    {
        var count = 0;
        foreach (var query in QueryCatalogue.All.Where(IsFree))
        {
            foreach (var form in AnswerForms.Of(query))
            {
                try
                {
                    var request = QueryRequest.Of(query, new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["f"] = form.Name }), default);
                    Put(Path.Combine("data", $"{query.Name.Replace(' ', '-')}.{form.Name}"), queries.Answer(request, stop).Body);
                    count++;
                }
                catch (QueryException)
                {
                    // It has no answer without options after all.
                }
            }
        }

        var view = record.View(null, null, stop).View;
        foreach (var rows in ExportTables.Names)
        {
            var table = ExportTables.Of(rows, view, new Work(Environment.ProcessorCount, stop));
            foreach (var format in ExportFormat.All.Where(f => f.Name is "csv" or "geojson" or "geopackage"))
            {
                // The answers of the same name say more; these are the files of an export.
                var file = Path.Combine(folder, "data", "export", $"{rows}.{format.Ending}");
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                format.Write(table, file);
                count++;
            }
        }

        return count;
    }

    // Only what a record publishes, as the server gives it.
    private int Log()
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(record.Folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(record.Folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (RecordFiles.Find(record.Folder, path) is { } found && (found.Kind != RecordFileKind.Attachment || record.NamesFile(Path.GetFileName(path))))
            {
                Put(Path.Combine("record", path), File.ReadAllBytes(found.Path));
                count++;
            }
        }

        return count;
    }

    private void Put(string path, ReadOnlyMemory<byte> body)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
        stream.Write(body.Span);
    }
}
