using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Incidents, and the reports of one, as rows.</summary>
internal static class IncidentTable
{
    /// <summary>How many rows a table shows; the other forms show all.</summary>
    public const int MostRows = 200;

    public static AnswerTable Of(ImmutableArray<Incident> incidents, Case @case, DateTimeZone zone) => new AnswerTable(
        ["incident", "when", "act", "place", "alleged actor", "counted", "reports", "grouping", "disagree on"],
        [.. incidents.Take(MostRows).Select(i => (ImmutableArray<string>)
        [
            i.Id.Value,
            $"{Texts.StartOf(i.Window, zone) ?? "unknown"} to\n{Texts.EndOf(i.Window, zone) ?? "unknown"}",
            i.Act.Value + (i.IsAggregate ? " (sum)" : ""),
            IncidentNotes.Place(i),
            string.Join(" ", i.Actors),
            string.Join("\n", i.Counts.Select(c => $"{Texts.Words(c.Measure)} {Texts.Of(c.Range)}").Concat(HarmAnswer.OfEvent(i.Reports, @case).Select(HarmAnswer.Words))),
            string.Join(" ", i.Reports.Take(4).Select(r => r.Id.Value)) + (i.Reports.Length > 4 ? $" and {i.Reports.Length - 4} more" : ""),
            IncidentNotes.Percent(i.Probability) + (i.IsContested ? ", contested" : ""),
            string.Join(" ", i.Contradictions.Select(c => Texts.Words(c.Kind))),
        ])]).WithoutEmptyColumns();

    public static AnswerTable OfReports(ImmutableArray<Report> reports, DateTimeZone zone) => new(
        ["report", "source", "from", "to", "act", "counted", "alleged actor", "place", "mode"],
        [.. reports.Select(r => (ImmutableArray<string>)
        [
            r.Id.Value,
            r.Source.Value,
            Texts.StartOf(r.Window.Extent, zone) ?? "",
            Texts.EndOf(r.Window.Extent, zone) ?? "",
            r.Act.Value,
            $"{Texts.Words(r.Measure)} {Texts.Of(r.Count)}",
            r.AllegedActor?.Value ?? "",
            r.Point is { } p ? IncidentNotes.Point(p) : string.Join(" ", r.Areas),
            Texts.Words(r.Mode),
        ])]);
}
