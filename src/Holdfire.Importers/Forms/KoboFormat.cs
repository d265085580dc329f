using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>Submissions of KoboToolbox: CSV or XLSX export, the JSON of its API (version 2), and an archive with what was attached.</summary>
internal sealed class KoboFormat : IClaimFormat
{
    private const string IndexMark = "#";

    private static SourceEntry Source { get; } = new("kobo", "Reports by form (KoboToolbox)", "monitor", AreDistinct: false);

    public ImportFormat Info { get; } = new("kobo", "submissions of KoboToolbox: CSV, XLSX, JSON, or an archive with attachments");

    public ImmutableHashSet<string> NotCompared { get; } = ["published"];

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        var reports = new FormReports("KOBO-", Source, FormFiles.Attached(files), context);
        var records = FormFiles.DataOf(files, "a file of submissions that ends in .csv, .xlsx or .json").SelectMany(f => FormFiles.Records(f, context, "results")).ToList();
        if (records.Count > 0 && records.All(r => r.Header.Find("_uuid") < 0 && r.Header.Find("meta/instanceID") < 0))
        {
            throw new UnreadableFileException(files[0].Name, 1, "_uuid", "a column '_uuid' (export with the columns of the tool)", "no such column");
        }

        var earlier = records.Where(r => r.Row is not null).Select(r => (Id: Id(r.Row!), Of: FormFiles.Bare(r.Row!["meta/deprecatedID"])))
            .Where(e => e.Id.Length > 0 && e.Of.Length > 0).GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First().Of, StringComparer.Ordinal);
        var harm = records.Where(r => r.Row is not null && IsRepeat(r.Header)).ToLookup(r => ParentOf(r.Row!), r => (Answer(r.Row!, r.Header, "kind"), Answer(r.Row!, r.Header, "number")), StringComparer.Ordinal);
        return records.Where(r => !IsRepeat(r.Header)).Select(r => r.Row is null ? ReadUnit.Bad(r.Rejected!)
            : reports.UnitOf(r.Row, r.Header, SubmissionOf(r.Row, earlier), harm[FormFiles.Bare(r.Row["_uuid"])].Concat(r.Row["_index"].Length > 0 ? harm[IndexMark + r.Row["_index"]] : [])));
    }

    // Groups that may be repeated stand in sheets or files of their own, and name the submission that they are of.
    private static bool IsRepeat(TableHeader header) => header.Find("_parent_index") >= 0 || header.Find("_submission__uuid") >= 0;

    private static string ParentOf(SourceRow row) => row["_submission__uuid"].Length > 0 ? FormFiles.Bare(row["_submission__uuid"]) : IndexMark + row["_parent_index"];

    private static string Answer(SourceRow row, TableHeader header, string question) =>
        header.Names.FirstOrDefault(n => n == question || n.EndsWith("/" + question, StringComparison.Ordinal)) is { } column ? row[column] : "";

    private static string Id(SourceRow row) => FormFiles.Bare(row["meta/instanceID"].Length > 0 ? row["meta/instanceID"] : row["_uuid"]);

    private static Submission SubmissionOf(SourceRow row, Dictionary<string, string> earlier)
    {
        var root = FormFiles.Bare(row["meta/rootUuid"]);
        if (root.Length == 0)
        {
            root = Id(row);
            for (var steps = 0; steps < 1000 && earlier.TryGetValue(root, out var before); steps++)
            {
                root = before;
            }
        }

        var state = row["_validation_status/uid"] is { Length: > 0 } uid ? uid : row["_validation_status"];
        return new Submission(
            root, row["_submission_time"], row["_submitted_by"], state is "validation_status_not_approved" or "Not approved" ? "not approved in review" : "", "",
            row["_id"]);
    }
}
