using System.Collections.Immutable;
using Holdfire.Exports;
using Holdfire.Views;

namespace Holdfire.Server.Ogc.Features;

/// <summary>A collection of features.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What its features are.</param>
/// <param name="Page">Where people see one of them, before its id; null where they do not.</param>
/// <param name="Columns">What is said of each.</param>
/// <param name="Make">Makes its features out of a view.</param>
internal sealed record FeatureCollection(string Id, string Title, string Description, string? Page, ImmutableArray<ExportColumn> Columns,
    Func<CaseView, Work, FeatureTable> Make)
{
    /// <summary>All collections.</summary>
    public static ImmutableArray<FeatureCollection> All { get; } =
    [
        new(
            "incidents", "Incidents", "Events as far as reports let us tell: the reports judged to be about one event. What reports say, not a finding.",
            "/incidents/", ExportTables.ColumnsOf("incidents"), (v, w) => ExportFeatures.Of("incidents", v, w)),
        new(
            "reports", "Reports", "What one source says happened: a claim with who makes it, never a finding.",
            "/reports/", ExportTables.ColumnsOf("reports"), (v, w) => ExportFeatures.Of("reports", v, w)),
        new(
            "findings", "Findings", "What each event is under the terms of each truce, and by what standard of proof.",
            null, ExportTables.ColumnsOf("findings"), (v, w) => ExportFeatures.Of("findings", v, w)),
        new(
            "regional-counts", "Regional counts",
            "Bounds on what a side claims for an area and a civil day. Bounds of several areas, days, acts or units are never added.",
            null, RegionalCounts.Columns, RegionalCounts.Of),
    ];

    /// <summary>The collection of this name, or null.</summary>
    public static FeatureCollection? Find(string id) => All.FirstOrDefault(c => c.Id == id);

    /// <summary>Its features at a view, made once for each view.</summary>
    public FeatureTable Of(CaseView view, Work work) => view.Index(_ => new FeatureTables()).Of(this, view, work);
}
