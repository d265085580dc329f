using System.Xml.Linq;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Sections;

/// <summary>The answers, before the evidence: each truce in a few sentences, with the numbers of breaches, deaths and injuries.</summary>
internal static class SummarySection
{
    private const string NotStated = "not stated";

    private static readonly (string Head, Func<BreachNumbers, string> Cell)[] Heads =
    [
        ("Alleged", n => Show.Whole(n.Alleged)), ("Corroborated", n => Show.Whole(n.Corroborated)), ("Verified", n => Show.Whole(n.Verified)),
        ("Said by itself", n => Show.Whole(n.SaidByActor)), ("Days with a breach", n => Bounds(n.DaysWithBreach)),
        ("Civilians killed", n => Said(n.KilledCivilians)), ("Civilians injured", n => Said(n.InjuredCivilians)),
        ("Armed forces killed", n => Said(n.KilledMilitary)), ("Armed forces injured", n => Said(n.InjuredMilitary)),
        ("Killed, not said who", n => Said(n.KilledUnknown)), ("Injured, not said who", n => Said(n.InjuredUnknown)),
    ];

    /// <summary>All sentences of each truce with the numbers by actor, and the pictures.</summary>
    public static XElement Draw(Page page, MapOutlines? outlines) =>
        Html.Section("summary", "In short",
            FindingsSection.NotIn(page),
            page.Answers.Select(a => Truce(page, a)),
            page.LeftOut(page.Shown.Truces, "truces announced later"),
            TrendPanel.Draw(page, outlines));

    /// <summary>One printed page: three sentences a truce, all numbers in one table, the pictures.</summary>
    public static XElement Page(Page page, MapOutlines? outlines) =>
        Html.Section("summary", "In short",
            FindingsSection.NotIn(page),
            page.Answers.Select(a => Html.El("article", Html.Class("answer"),
                Html.El("h3", page.Link(a.Assessment.Truce.Id.Value), $" {a.Assessment.Truce.Name}"),
                Html.Note(Status(page, a.Assessment.Truce)),
                Html.El("dl", Said("Breaches", a.Sentences.Breaches), Said("Change", a.Sentences.Change), Said("Not known", a.Sentences.Unknown)))),
            page.LeftOut(page.Shown.Truces, "truces announced later"),
            Together(page),
            TrendPanel.Draw(page, outlines));

    /// <summary>All sentences of each truce, for the annex.</summary>
    public static XElement? InFull(Page page) =>
        page.Answers.IsEmpty ? null : Html.Section("answers", "The answers in full", page.Answers.Select(a => Truce(page, a)));

    private static XElement? Together(Page page)
    {
        var told = page.Answers.Where(a => a.Figures.Breaches.All.Alleged > 0).Select(a => (a.Assessment.Truce, a.Figures.Breaches.All)).ToList();
        var heads = Heads.Where(h => told.Exists(t => h.Cell(t.All) != NotStated)).ToList();
        return told.Count == 0 ? null : Html.Table("tally", [.. heads.Select(h => h.Head).Prepend("Breaches, as alleged")], told.Select(t => Html.El("tr",
            Html.El("td", t.Truce.Id.Value), heads.Select(h => Html.El("td", h.Cell(t.All))))));
    }

    private static XElement Truce(Page page, AnsweredTruce answer)
    {
        var (truce, said) = (answer.Assessment.Truce, answer.Sentences);
        return Html.El("article", Html.Class("answer"),
            Html.El("h3", page.Link(truce.Id.Value), $" {truce.Name}"),
            Html.Note(Status(page, truce)),
            Html.El("dl", said.InOrder().Select(s => Said(s.Name, s.Sentence))),
            Tally(answer.Figures.Breaches));
    }

    private static object[] Said(string name, string sentence) => [Html.El("dt", name), Html.El("dd", sentence)];

    // By actor, and all together where there are several: an event that names nobody is nobody's, and not everybody's.
    private static XElement? Tally(BreachFigures f)
    {
        var actors = f.Actors.Where(a => a.Numbers.Alleged > 0).Select(a => (Name: a.Name ?? "not named, or in dispute", a.Numbers)).ToList();
        if (actors.Count == 0)
        {
            return null;
        }

        var rows = actors.Count > 1 ? actors.Append((Name: "all", Numbers: f.All)) : actors;
        var heads = Heads.Where(h => h.Cell(f.All) != NotStated).ToList();
        return Html.Table("tally", [.. heads.Select(h => h.Head).Prepend("Alleged actor")], rows.Select(r => Html.El("tr",
            Html.El("td", r.Name), heads.Select(h => Html.El("td", new XAttribute("data-head", h.Head), h.Cell(r.Numbers))))));
    }

    private static string Said(CountBounds? bounds) => bounds is { } said ? Bounds(said) : NotStated;

    private static string Bounds(CountBounds bounds) => Show.Count(bounds.Min, bounds.Max);

    private static string Status(Page page, Truce truce) => truce.InForce.Length == 0
        ? $"{(page.AsOf is null ? "Never in force" : "Not in force by then")}; planned: {Show.Civil(truce.Intended, truce.Zone)}"
        : "In force: " + string.Join("; ", truce.InForce.GroupBy(f => (f.When, f.Zone, f.Disputed)).Select(f =>
            $"{string.Join(", ", f.Select(x => page.PartyName(x.Party)))}, {Show.Civil(f.Key.When, f.Key.Zone)}{(f.Key.Disputed ? ", disputed" : "")}"));

    /// <summary>Where talks are deadlocked, in sentences; null for a case without talks.</summary>
    public static XElement? Talks(Page page)
    {
        var (stated, inferred) = TalksSection.Analyses(page);
        return page.Case.Talks.Items.IsEmpty ? null : Html.Section("deadlocks", "Where talks are deadlocked", TalksSection.Words(page, stated, inferred));
    }

    /// <summary>What the numbers in statements come to; null where there are none.</summary>
    public static XElement? Statements(Page page) =>
        page.Audit.Length == 0 ? null : Html.Section("numbers", "What the numbers in statements come to", Compared(page));

    // What can be compared stands in the table; the rest is one line.
    private static IEnumerable<XElement> Compared(Page page)
    {
        var compared = page.Audit.Where(a => a.Outcome != AuditOutcome.NothingToCompare).ToList();
        if (compared.Count > 0)
        {
            yield return Html.Table("sentences", ["Claim", "What the audit finds", "Why"], compared.Select(a => Claim(page, a)));
        }

        var rest = page.Audit.Where(a => a.Outcome == AuditOutcome.NothingToCompare).ToList();
        if (rest.Count > 0)
        {
            yield return Html.Note($"{(rest.Count == 1 ? "1 number has" : $"{Show.Whole(rest.Count)} numbers have")} nothing here to be compared with: ", page.Links(rest.Select(a => a.Claim.Id.Value)), ".");
        }
    }

    private static XElement Claim(Page page, AuditedClaim audited) =>
        Html.Row(
            new object[]
            {
                page.Link(audited.Claim.Id.Value),
                $" {page.SourceName(audited.Claim.Source)}: {Show.Count(audited.Claim.Count)} " +
                $"{Show.What(page.Case.Codes, audited.Claim.Act, audited.Claim.Measure, audited.Claim.Unit)}, {Show.Brief(audited.Claim.Window)}",
            },
            AuditSection.VerdictOf(audited), audited.InShort);
}
