using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>The page of one report with all that it says, what it is a part of, and what became of it.</summary>
public static class ReportPages
{
    private const int MostEntries = 20;

    /// <summary>The page.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="report">The report.</param>
    /// <param name="entries">The entries of the record about it.</param>
    public static string One(SiteFrame frame, Report report, ImmutableArray<RecordEntryAnswer> entries)
    {
        var (@case, links) = (frame.View.Known, new SiteLinks(frame));
        var title = frame.Text("report.title", ("id", report.Id.Value));
        var gone = @case.Corrections.FirstOrDefault(c => c.Report == report.Id);
        var replaces = @case.Corrections.Where(c => c.By == report.Id).Select(c => c.Report.Value).ToList();
        var parts = @case.Claimed.Where(r => r.PartOf == report.Id).Select(r => r.Id.Value).ToList();
        return SitePage.Write(frame, title,
            gone is null ? null : Html.El("p", Html.Class("error"), frame.Say("report.gone", ("what", Show.Words(gone.Kind))),
                gone.By is { } by ? new object[] { " ", frame.Say("report.replaced", ("by", links.Of(by.Value))) } : null),
            Html.P(frame.Say("report.says", ("source", CaseWords.Source(frame, report.Source.Value)))),
            report.Narrative.Length == 0 ? Html.Note(frame.Text("report.no-words"))
                : Html.El("blockquote", new XAttribute("dir", "auto"), report.Language.Length > 0 ? new XAttribute("lang", report.Language) : null, report.Narrative),
            Html.El("dl",
                frame.Term("col.source", Html.El("bdi", $"{CaseWords.Source(frame, report.Source.Value)} ({report.Source})")),
                frame.Term("col.what", Html.El("bdi", frame.InEnglish, Show.What(@case.Codes, report.Act, report.Measure, report.Unit)), " ", Html.El("code", report.Act.Value)),
                frame.Term("col.counted", Show.Count(report.Count), report.IsAggregate ? $" ({frame.Text("events.sum")})" : ""),
                frame.Term("col.target", Html.El("bdi", frame.InEnglish, @case.Codes.NameOf(report.Target))),
                frame.Term("col.when", Html.El("span", frame.InEnglish, When.Of(report.Window))),
                frame.Term("col.where", Html.El("bdi", CaseWords.Place(frame, [.. report.Areas.Select(a => a.Value)], report.Point?.Centre.Latitude, report.Point?.Centre.Longitude, report.Point?.RadiusKm))),
                frame.Term("col.actor", report.AllegedActor is { } actor ? Html.El("bdi", CaseWords.Party(frame, actor.Value)) : frame.Text("words.not-named")),
                frame.Term("col.harm", Harmed(report) is { Length: > 0 } harm ? Html.El("bdi", frame.InEnglish, harm) : frame.Text("words.not-said")),
                frame.Term("col.mode", Html.El("bdi", frame.InEnglish, Show.Words(report.Mode))),
                frame.Term("col.published", report.Published is { } published ? Html.El("span", frame.InEnglish, When.Of(published, @case.Zone)) : frame.Text("words.not-known")),
                frame.Term("col.where-said", IncidentPages.Reference(report.Reference) ?? frame.Text("words.not-known")),
                report.Statement is { } statement ? frame.Term("col.statement", links.Of(statement.Value)) : null,
                Ids(frame, links, "report.part-of", report.PartOf is { } whole ? [whole.Value] : []),
                Ids(frame, links, "report.parts", parts),
                Ids(frame, links, "report.included", report.IncludedIn.Select(r => r.Value)),
                Ids(frame, links, "report.quotes", report.Quotes.Select(r => r.Value)),
                Ids(frame, links, "report.denies", report.Denies.Select(r => r.Value)),
                Ids(frame, links, "report.replaces", replaces),
                report.Attachments.IsEmpty ? null : frame.Term("report.attachments", [.. Html.Joined(report.Attachments.Select(a =>
                    (object)Html.El("a", new XAttribute("href", $"/record/attachments/{a}"), Html.El("code", a[..Math.Min(12, a.Length)]))), ", ")])),
            @case.Reports.Any(r => r.Id == report.Id) ? Html.P(Html.El("a", new XAttribute("href", frame.To($"/incidents/{Uri.EscapeDataString(report.Id.Value)}")), frame.Text("report.incident"))) : null,
            ReplyBlock.Draw(frame, [report.Id.Value]),
            Html.Section("proof", frame.Text("proof.title"), ProofBlock.Draw(frame, entries, MostEntries)),
            CiteBlock.Draw(frame, title));
    }

    private static string Harmed(Report report) => string.Join("; ",
        from kind in Enum.GetValues<HarmKind>()
        from of in Enum.GetValues<HarmGroup>()
        let count = report.Harm.Of(kind, of)
        where count is not null
        select $"{Show.Count(count.Value)} {(of == HarmGroup.Unknown ? "not said whether civilians" : Show.Words(of))} {Show.Words(kind)}");

    private static object[]? Ids(SiteFrame frame, SiteLinks links, string key, IEnumerable<string> ids) =>
        ids.ToList() is { Count: > 0 } all ? frame.Term(key, [.. links.Of(all)]) : null;
}
