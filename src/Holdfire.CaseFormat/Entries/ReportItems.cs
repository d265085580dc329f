using Holdfire.Model;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Reads reports that are items of a record.</summary>
internal static class ReportItems
{
    /// <summary>The report, with what is wrong in it and the ids in it noted; null where the content is not of the form of an entry.</summary>
    public static Report? Read(CaseItem item, LoadState state, ReportReader reader, JsonReportFields fields)
    {
        var at = new Spot(item.Where, 0, 0);
        using var document = CanonicalJson.Parse(item.Content, out var error);
        if (document is null)
        {
            state.Errors.Add(at, "a report", error!.Found);
            return null;
        }

        fields.Take(document.RootElement, at, state.Errors);
        var report = reader.Read(fields);
        state.Ids.Define(IdKind.Report, report.Id.Value, fields);
        return report;
    }
}
