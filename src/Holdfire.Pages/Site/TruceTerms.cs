using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>What was agreed in a truce, who said what of it, and what is owed under it.</summary>
internal static class TruceTerms
{
    /// <summary>The terms.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="truce">The truce.</param>
    public static object?[] Draw(SiteFrame frame, Truce truce) =>
    [
        List(frame, "terms.forbidden", truce.Prohibitions.Select(p => Prohibition(frame, p))),
        List(frame, "terms.exceptions", truce.Exceptions.Select(e => (object)e.Text)),
        truce.ReleaseClause is { } clause ? List(frame, "terms.release", [clause]) : null,
        Html.El("h3", frame.Text("terms.said")),
        truce.Declarations.IsEmpty ? Html.Note(frame.Text("terms.nobody")) : Html.Table("answer",
            [frame.Text("col.who"), frame.Text("col.said"), frame.Text("col.when"), frame.Text("col.words"), frame.Text("col.source")],
            truce.Declarations.Concat(truce.Extensions.SelectMany(e => e.Declarations)).Select(d => Html.Row(
                Html.El("bdi", CaseWords.Party(frame, d.Actor.Value)), CaseWords.Of(frame, "declaration", d.Kind), Html.El("span", frame.InEnglish, When.Of(d.When)), Html.El("bdi", d.Text),
                d.Statement is { } statement ? new SiteLinks(frame).Of(statement.Value) : IncidentPages.Reference(d.Reference)))),
        Html.El("h3", frame.Text("terms.in-force")),
        truce.InForce.IsEmpty ? Html.Note(frame.Text("terms.never-in-force")) : Html.Table("answer",
            [frame.Text("col.party"), frame.Text("col.time"), frame.Text("col.basis")],
            truce.InForce.Select(f => Html.Row(
                Html.El("bdi", CaseWords.Party(frame, f.Party.Value)),
                new object?[] { Html.El("span", frame.InEnglish, When.Of(f.When, truce.Zone)), f.Disputed ? new object[] { "; ", Html.El("strong", frame.Text("terms.disputed")) } : null },
                f.Basis.Length > 0 ? Html.El("bdi", f.Basis) : null))),
        List(frame, "terms.extended", truce.Extensions.Select(e => (object)e.Text)),
        List(frame, "terms.conflicts", truce.Conflicts),
    ];

    /// <summary>What is owed under it, by whom and by when, and what became of it.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="truce">The truce.</param>
    /// <param name="answer">The answer to <c>obligations</c>.</param>
    public static object?[] Obligations(SiteFrame frame, Truce truce, ObligationsAnswer answer)
    {
        var owed = answer.Obligations.Where(o => o.Truce == truce.Id.Value).ToImmutableArray();
        var links = new SiteLinks(frame);
        return owed.IsEmpty ? [Html.Note(frame.Text("obligations.none"))] :
        [
            Html.Table("answer",
                [frame.Text("col.party"), frame.Text("col.owed"), frame.Text("col.due"), frame.Text("col.state"), frame.Text("col.evidence")],
                owed.Select(o => Html.Row(
                    Html.El("bdi", CaseWords.Party(frame, o.Party)), Html.El("bdi", o.Text), o.Due is { } due ? Show.Civil(due, truce.Zone) : frame.Text("words.not-known"),
                    new object?[] { Html.El("strong", CaseWords.Of(frame, "obligation", o.State)), o.IsLate is true ? $", {frame.Text("obligations.late")}" : null },
                    links.Of(o.Evidence)))),
            answer.Now is { } now ? Html.Note(frame.Say("obligations.as-of", ("time", Show.Civil(now, truce.Zone)))) : null,
            Html.Note(frame.Text("obligations.overdue")),
        ];
    }

    private static object[] Prohibition(SiteFrame frame, Prohibition p)
    {
        var areas = p.Areas.IsEmpty ? frame.Text("words.anywhere") : CaseWords.Areas(frame, [.. p.Areas.Select(a => a.Value)]);
        var codes = frame.View.Known.Codes;
        return
        [
            Html.El("bdi", p.Text), " ",
            Html.El("small", frame.Say("terms.prohibition",
                ("id", p.Id), ("act", codes.NameOf(p.Act) + (p.Target is { } target ? $" on {codes.NameOf(target)}" : "")), ("areas", areas),
                ("bound", CaseWords.Parties(frame, p.Bound.Select(b => b.Value))))),
        ];
    }

    private static object[]? List(SiteFrame frame, string key, IEnumerable<object> items) =>
        items.ToImmutableArray() is { IsEmpty: false } lines ? [Html.El("h3", frame.Text(key)), Html.List(lines.Select(l => l is string text ? Html.El("bdi", text) : l))] : null;
}
