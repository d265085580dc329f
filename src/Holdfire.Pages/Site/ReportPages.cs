using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Site;

/// <summary>The pages of reports: one with all that it says, and a search over all.</summary>
public static class ReportPages
{
    private const int MostFound = 200;

    /// <summary>One report.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="report">The report.</param>
    public static string One(SiteFrame frame, Report report)
    {
        var @case = frame.View.Recorded;
        var source = @case.Sources.FirstOrDefault(s => s.Id == report.Source);
        return SitePage.Write(frame, $"Report {report.Id}",
            Html.P($"What {source?.Name ?? report.Source.Value} says. A report is a claim, not a finding."),
            Html.El("dl",
                Term("Source", $"{source?.Name ?? report.Source.Value} ({report.Source})"),
                Term("What", Show.What(@case.Codes, report.Act, report.Measure, report.Unit)),
                Term("How many", Show.Count(report.Count)),
                Term("When", [.. When.Of(report.Window)]),
                Term("Where", string.Join(", ", report.Areas.Select(a => @case.Places.Find(a)?.Name ?? a.Value)) is { Length: > 0 } areas ? areas : "not said"),
                Term("Point", report.Point is { } point ? FormattableString.Invariant($"{point.Centre.Latitude:0.####}, {point.Centre.Longitude:0.####}, within {point.RadiusKm:0.#} km") : "not said"),
                Term("Alleged actor", report.AllegedActor is { } actor ? @case.Parties.FirstOrDefault(p => p.Id == actor)?.Name ?? actor.Value : "not said"),
                Term("Published", report.Published is { } published ? Show.Time(published, @case.Zone) : "not known"),
                Term("Reference", report.Reference)),
            Links(frame, "Is about an incident", [$"/incidents/{Uri.EscapeDataString(report.Id.Value)}"]));
    }

    /// <summary>What holds all of some words.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="words">The words; empty for the empty form.</param>
    public static string Search(SiteFrame frame, string words) => SitePage.Write(frame, "Search",
        Html.El("form", new XAttribute("action", "/search"), new XAttribute("method", "get"), new XAttribute("role", "search"),
            Html.El("p", Html.El("label", Html.El("span", "Words, ids or places"),
                Html.El("input", new XAttribute("type", "search"), new XAttribute("name", "q"), new XAttribute("value", words)))),
            Html.El("p", Html.El("button", "Search"))),
        words.Length == 0 ? null : Found(frame, words));

    private static object[] Found(SiteFrame frame, string words)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = frame.View.Known;
        var truces = known.Truces.Where(t => Holds(wanted, t.Id.Value, t.Name)).Select(t => (Path: $"/truces/{Uri.EscapeDataString(t.Id.Value)}", Text: $"{t.Id}: {t.Name}"));
        var reports = known.Claimed.Where(r => Holds(wanted, r.Id.Value, r.Source.Value, r.Reference, known.Codes.NameOf(r.Act), PlacesOf(frame, r)))
            .Select(r => (Path: $"/reports/{Uri.EscapeDataString(r.Id.Value)}", Text: $"{r.Id}: {r.Source}, {Show.What(known.Codes, r.Act, r.Measure, r.Unit)}, {Show.Brief(r.Window)}"));
        var statements = known.Statements.Where(s => Holds(wanted, s.Id.Value, s.Paraphrase, s.Speaker.Value))
            .Select(s => (Path: $"/report#{Uri.EscapeDataString(s.Id.Value)}", Text: $"{s.Id}: {s.Paraphrase}"));
        var all = truces.Concat(statements).Concat(reports).Take(MostFound + 1).ToList();
        return
        [
            Html.Note(all.Count > MostFound ? $"More than {MostFound} things hold these words; the first {MostFound} are shown." : $"{all.Count} found."),
            Html.List(all.Take(MostFound).Select(f => Html.El("a", new XAttribute("href", frame.To(f.Path)), f.Text))),
        ];
    }

    private static string PlacesOf(SiteFrame frame, Report report) =>
        string.Join(' ', report.Areas.Select(a => $"{a} {frame.View.Known.Places.Find(a)?.Name}"));

    private static bool Holds(string[] wanted, params string?[] texts) =>
        wanted.All(w => texts.Any(t => t?.Contains(w, StringComparison.OrdinalIgnoreCase) ?? false));

    private static object[] Term(string name, params object[] value) => [Html.El("dt", name), Html.El("dd", value)];

    private static XElement Links(SiteFrame frame, string name, string[] paths) =>
        Html.P(paths.Select(p => Html.El("a", new XAttribute("href", frame.To(p)), name)));
}
