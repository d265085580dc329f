using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>The pages of truces: all with their short answers, and one with its terms and what is claimed of it.</summary>
public static class TrucePages
{
    /// <summary>All truces of the case, each with its short answer.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="assessment">The answer to <c>assess</c> for all truces.</param>
    public static string All(SiteFrame frame, QueryResult assessment)
    {
        var answers = AnswersOf(assessment);
        var truces = frame.View.Known.Truces;
        return SitePage.Write(frame, "Truces",
            truces.IsEmpty ? Html.Note("No truce is on record yet.") : null,
            truces.Select(t => Html.El("article",
                Html.El("h2", Html.El("a", new XAttribute("href", frame.To($"/truces/{Uri.EscapeDataString(t.Id.Value)}")), t.Name)),
                Html.P(Html.El("b", t.Id.Value), " · ", When.Of(t.Intended, t.Zone)),
                Short(answers.GetValueOrDefault(t.Id.Value)))));
    }

    /// <summary>One truce.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="truce">The truce.</param>
    /// <param name="assessment">The answer to <c>assess</c> for it.</param>
    /// <param name="findings">The answer to <c>findings</c> for it.</param>
    public static string One(SiteFrame frame, Truce truce, QueryResult assessment, QueryResult findings) => SitePage.Write(frame, truce.Name,
        Html.P(Html.El("b", truce.Id.Value), " · ", When.Of(truce.Intended, truce.Zone)),
        Short(AnswersOf(assessment).GetValueOrDefault(truce.Id.Value)),
        Html.Section("terms", "What was agreed", Terms(frame, truce)),
        Html.Section("held", "Did it hold?", QueryPages.TableOf(assessment.Table()), assessment.Notes().Where(n => n.Length > 0).Select(n => Html.P(n))),
        Html.Section("findings", "Events under its terms", QueryPages.TableOf(findings.Table()), findings.Notes().Where(n => n.Length > 0).Select(n => Html.P(n))),
        CiteBlock.Draw(frame, truce.Name));

    private static object[] Terms(SiteFrame frame, Truce truce) =>
    [
        List("Said of it", truce.Declarations.Select(d => $"{Name(frame, d.Actor)} {Show.Words(d.Kind)}: {d.Text}")),
        List("In force", truce.InForce.Select(f => $"{Name(frame, f.Party)}: {Show.Days(f.When, truce.Zone)}{(f.Disputed ? ", disputed" : "")}; basis: {f.Basis}")),
        List("Forbidden", truce.Prohibitions.Select(p => $"{p.Id}: {frame.View.Known.Codes.NameOf(p.Act)}, to {string.Join(" and ", p.Bound.Select(b => Name(frame, b)))}. {p.Text}")),
        List("Not forbidden", truce.Exceptions.Select(e => e.Text)),
        List("Asked", truce.Obligations.Select(o => $"{Name(frame, o.Party)}: {o.Text}{(o.Deadline is { } due ? $", by {Show.Time(due, truce.Zone)}" : "")}")),
        List("Accounts that differ", truce.Conflicts),
    ];

    private static object[] List(string title, IEnumerable<string> items) =>
        items.ToImmutableArray() is { IsEmpty: false } lines ? [Html.El("h3", title), Html.List(lines)] : [];

    private static string Name(SiteFrame frame, PartyId party) =>
        frame.View.Known.Parties.FirstOrDefault(p => p.Id == party)?.Name ?? party.Value;

    private static XElement? Short(AnswerSentences? sentences) => sentences is null ? null
        : Html.El("dl", Html.Class("short"), sentences.InOrder().Select(s => new[] { Html.El("dt", s.Name), Html.El("dd", s.Sentence) }));

    private static Dictionary<string, AnswerSentences> AnswersOf(QueryResult assessment) =>
        ((AssessAnswer)assessment.Answer).Truces.ToDictionary(t => t.Truce, t => t.Answer, StringComparer.Ordinal);
}
