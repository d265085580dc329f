using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>Submissions of ODK Central: the archive or the tables of its export, and the JSON of its OData service.</summary>
internal sealed class OdkFormat : IClaimFormat
{
    private static SourceEntry Source { get; } = new("odk", "Reports by form (ODK Central)", "monitor", AreDistinct: false);

    public ImportFormat Info { get; } = new("odk", "submissions of ODK Central: archive, CSV tables, or OData JSON");

    public ImmutableHashSet<string> NotCompared { get; } = ["published"];

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        var reports = new FormReports("ODK-", Source, FormFiles.Attached(files), context);
        var records = FormFiles.DataOf(files, "a file of submissions that ends in .csv, .xlsx or .json").SelectMany(f => FormFiles.Records(f, context, "value")).ToList();
        if (records.Count > 0 && records.All(r => r.Header.Find("KEY") < 0 && r.Header.Find("__id") < 0))
        {
            throw new UnreadableFileException(files[0].Name, 1, "KEY", "a column 'KEY' (the export of ODK Central), or '__id' (OData)", "no such column");
        }

        var harm = records.Where(r => r.Row is not null && r.Header.Find("PARENT_KEY") >= 0)
            .ToLookup(r => r.Row!["PARENT_KEY"], r => (r.Row!["kind"], r.Row["number"]), StringComparer.Ordinal);
        return records.Where(r => r.Header.Find("PARENT_KEY") < 0).Select(r => r.Row is null ? ReadUnit.Bad(r.Rejected!)
            : reports.UnitOf(r.Row, r.Header, SubmissionOf(r.Row), harm[r.Row["KEY"]]));
    }

    private static Submission SubmissionOf(SourceRow row)
    {
        string Of(string column, string service) => row[column] is { Length: > 0 } text ? text : row["__system/" + service];
        var (status, review) = (Of("Status", "status"), Of("ReviewState", "reviewState"));
        var key = row["KEY"].Length > 0 ? row["KEY"] : row["__id"];
        return new Submission(
            FormFiles.Bare(key), Of("SubmissionDate", "submissionDate"), Of("SubmitterName", "submitterName"), review == "rejected" ? "rejected in review" : "",
            status.Length > 0 ? status : "", key);
    }
}
