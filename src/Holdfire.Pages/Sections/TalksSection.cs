using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Talks;
using Holdfire.Talks.Deadlocks;
using Holdfire.Talks.Stability;

namespace Holdfire.Pages.Sections;

/// <summary>What is on the table, who says what to it, and where it locks.</summary>
internal static class TalksSection
{
    private const int MostStates = 64;

    public static XElement? Draw(Page page)
    {
        var (talks, record) = (page.Case.Talks, page.View.Recorded.Talks);
        if (record.Items.IsEmpty)
        {
            return null;
        }

        var (stated, inferred) = Analyses(page);
        return Html.Section("talks", "The talks",
            Html.Note(
                "Every line rests on statements. What they do not say themselves is marked as inferred, with who reads it so. Among the " +
                "preconditions those of the sides count; what a third state requires locks nothing that the sides could do without it."),
            page.LeftOut(record.Entries.Count() - talks.Entries.Count(), "entries that rest on later statements"),
            Html.El("h3", "Where they lock"), Deadlocks(page, stated, inferred),
            PreconditionChart.Draw(page, inferred) is { } chart
                ? Html.WideFigure(chart,
                    "What is made to depend on what. An arrow runs from what must come first to what waits for it; a line with dots " +
                    "joins what must come together or in return; dashed is inferred; thick lines and boxes lie in a deadlock; a thin " +
                    "arrow in grey is a way by which something can come about. The letters name who requires it.")
                : null,
            Against(page),
            Html.El("h3", "Who stands where"), Table(page),
            Deadlines(page), Others(page), talks.Models.Where(m => m.States().Length <= MostStates).Select(m => Model(page, m)));
    }

    /// <summary>The deadlocks by what was stated alone, and with what is inferred.</summary>
    public static (DeadlockAnalysis Stated, DeadlockAnalysis Inferred) Analyses(Page page)
    {
        var sides = page.Parties.Select(p => p.Id).ToHashSet();
        return (DeadlockAnalysis.Of(page.Case.Talks, false, sides), DeadlockAnalysis.Of(page.Case.Talks, true, sides));
    }

    /// <summary>The deadlocks in words.</summary>
    public static IEnumerable<XElement> Words(Page page, DeadlockAnalysis stated, DeadlockAnalysis inferred)
    {
        yield return Html.P(stated.Deadlocks.IsEmpty
            ? "By what was stated alone there is no deadlock."
            : $"By what was stated alone there are deadlocks: {Show.Whole(stated.Deadlocks.Length)}.");
        foreach (var cycle in inferred.Deadlocks.SelectMany(d => d.Cycles))
        {
            yield return Html.P(
                Html.El("strong", cycle.IsStated ? "Stated: " : "With what is inferred: "), Linked(page, TalksWords.Of(cycle, page.Case)));
        }
    }

    private static IEnumerable<XElement> Deadlocks(Page page, DeadlockAnalysis stated, DeadlockAnalysis inferred)
    {
        foreach (var words in Words(page, stated, inferred))
        {
            yield return words;
        }

        foreach (var deadlock in inferred.Deadlocks)
        {
            yield return Html.P("Smallest ways out:");
            yield return Html.List(
            [
                .. deadlock.Drop.First.Select(s => (object)Html.El(
                    "span", $"{Changes(page, s, " and ")} ({string.Join(", ", s.Select(c => c.Precondition.Id))})")),
                Html.El("span", "with nothing dropped, all at once: " +
                    Changes(page, [.. deadlock.AllTogether.Select(p => new Change(p, ChangeKind.Weaken))], "; ")),
            ]);
            yield return Html.Note(deadlock.Drop.IsExact
                ? $"Exact: no set has fewer than {Show.Whole(deadlock.Drop.Least)}, and there are " +
                    $"{deadlock.Drop.Count!.Value.ToString(CultureInfo.InvariantCulture)} of that size" +
                    (deadlock.Drop.Count > deadlock.Drop.First.Length ? ", of which the first are listed." : ".")
                : $"A bound: at least {Show.Whole(deadlock.Drop.Least)} and at most {Show.Whole(deadlock.Drop.Most)}.");
        }

        if (inferred.Locked.Length > 0)
        {
            yield return Html.P(
                $"Cannot come about while all of it stands: {string.Join(", ", inferred.Locked.Select(page.Case.Talks.NameOf))}.");
        }

        if (inferred.LeftOut.Length > 0)
        {
            var others = inferred.LeftOut.Select(p => $"{p.Id}, {TalksWords.Requirement(p, page.Case)}");
            yield return Html.Note($"Left out, as their actors are no sides: {string.Join("; ", others)}.");
        }
    }

    private static string Changes(Page page, ImmutableArray<Change> changes, string between) =>
        string.Join(between, changes.Select(c => TalksWords.Of(c, page.Case)));

    private static IEnumerable<XElement> Against(Page page)
    {
        var found = TalksContradiction.In(page.Case);
        if (page.Case.Talks.Unconditional.IsEmpty)
        {
            yield break;
        }

        yield return Html.El("h3", "“Without conditions”");
        foreach (var claim in page.Case.Talks.Unconditional)
        {
            var against = found.Where(c => c.Claim.Id == claim.Id).ToList();
            yield return against.Count == 0
                ? Html.P(Linked(page, $"{TalksWords.Of(claim, page.Case)}. The record holds no condition of the same side for it."))
                : Html.El("div", against.Select(c => Html.P(Linked(page, TalksWords.Of(c, page.Case)))));
        }
    }

    private static XElement Table(Page page)
    {
        var positions = Positions.Now(page.Case.Talks);
        return Html.Table("positions", ["Item", "Party", "Position", "Since", "Statements"], page.Case.Talks.Items.SelectMany(item =>
        {
            var own = positions.Where(p => p.Item == item.Id).ToList();
            return own.Select((p, i) => Html.El("tr",
                i > 0 ? null : Html.El("th", new XAttribute("scope", "rowgroup"), new XAttribute("rowspan", own.Count), item.Name),
                Html.El("td", page.PartyName(p.Party)), Html.El("td", TalksWords.Of(p, page.Case)),
                Html.El("td", Show.Brief(p.Entry.When)), Basis(page, p.Entry)));
        }));
    }

    private static XElement Basis(Page page, TalksEntry entry) => Html.El("td",
        page.Links(entry.Statements.Select(s => s.Value)),
        entry.Inference is { } i ? Html.El("small", $" inferred by {i.By}: {i.Why}") : null);

    private static IEnumerable<XElement> Deadlines(Page page)
    {
        var deadlines = TalksDeadline.In(page.View, page.Now);
        if (deadlines.IsEmpty)
        {
            yield break;
        }

        yield return Html.El("h3", "Threats, promises and deadlines");
        string[] heads = ["What", "By when", "What became of it", "Those addressed, now", "Statements"];
        yield return Html.Table("deadlines", heads, deadlines.Select(d => Html.Row(
            TalksWords.Of(d.Entry, page.Case), d.Deadline is { } window ? When.Of(window) : "none said", Status(d),
            string.Join("; ", d.Answers.Select(p => $"{page.PartyName(p.Party)} {TalksWords.Of(p, page.Case)}").DefaultIfEmpty("no answer on record")),
            page.Links(d.Entry.Statements.Select(s => s.Value)))));
    }

    private static string Status(TalksDeadline deadline) => deadline.Status switch
    {
        DeadlineStatus.Known => string.Join("; ", deadline.Outcomes.Select(o => TalksWords.Outcome(o.Kind))),
        DeadlineStatus.NoneSaid => "no time said",
        DeadlineStatus.Pending => "not over yet",
        _ => "over; the record does not say",
    };

    private static IEnumerable<XElement> Others(Page page)
    {
        IEnumerable<TalksEntry> entries = [.. page.Case.Talks.Mediation, .. page.Case.Talks.Guarantees];
        if (!entries.Any())
        {
            yield break;
        }

        yield return Html.El("h3", "Mediation and guarantees");
        yield return Html.List(entries.Select(e => (object)Html.El("span",
            TalksWords.Of(e, page.Case), " (", page.Links(e.Statements.Select(s => s.Value)),
            e.Inference is { } i ? $"; inferred by {i.By}: {i.Why}" : null, ")")));
    }

    private static IEnumerable<XElement> Model(Page page, ConflictModel model)
    {
        yield return Html.El("h3", $"{model.Id}: {model.Title}");
        yield return Html.P(
            $"A model by {model.By}, their judgement and no finding, from ", page.Links(model.Statements.Select(s => s.Value)), $". {model.Text} ",
            string.Join(" ", model.Options.Select(o => $"{o.Id}: {TalksWords.NameOf(o.Party, page.Case)} can {o.Text}.")));
        yield return Html.Table("equilibria", ["Options taken", "Stable for all", "Stable for all if unknown preferences fall so", "Against coalitions"],
            StabilityAnalysis.Of(model).States.Where(s => s.PossibleEquilibrium != StabilityKinds.None).Select(s => Html.Row(
                string.Join(", ", model.Options.Where((_, i) => (s.State >> i & 1) == 1).Select(o => o.Id).DefaultIfEmpty("none")),
                Kinds(s.Equilibrium), Kinds(s.PossibleEquilibrium & ~s.Equilibrium), s.Coalitional is { } c ? Kinds(c) : "not computed")));
    }

    // A sentence of the domain with its statements as links.
    private static IEnumerable<object> Linked(Page page, string text)
    {
        var ids = page.Case.Statements.Select(s => s.Id.Value).ToHashSet(StringComparer.Ordinal);
        return Regex.Split(text, @"([\w.-]*\w)").Select(part => ids.Contains(part) ? page.Link(part) : part);
    }

    private static string Kinds(StabilityKinds kinds) => string.Join(", ", StabilityWords.NamesOf(kinds).DefaultIfEmpty("no"));
}
