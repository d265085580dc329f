using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>The pages of truces: all with their short answers, and one with its terms and what is claimed of it.</summary>
public static class TrucePages
{
    // What stands on the page of a truce alone, and not on that of all.
    private static readonly ImmutableArray<string> Finer = ["course", "reporting", "places", "ways"];

    /// <summary>All truces of the case, each with its short answer.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="assessment">The answer to <c>assess</c> for all truces.</param>
    public static string All(SiteFrame frame, QueryResult assessment)
    {
        var answers = AnswersOf(assessment);
        var truces = frame.View.Known.Truces;
        return SitePage.Write(frame, frame.Text("nav.truces"),
            truces.IsEmpty ? Html.Note(frame.Text("truce.none")) : null,
            truces.Select(t => Html.El("article",
                Html.El("h2", Html.El("a", new XAttribute("href", frame.To($"/truces/{Uri.EscapeDataString(t.Id.Value)}")), Html.El("bdi", t.Name))),
                TruceTime.Of(frame, t),
                Short(frame, answers.GetValueOrDefault(t.Id.Value)?.Answer, key => !Finer.Contains(key)))));
    }

    /// <summary>One truce.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="truce">The truce.</param>
    /// <param name="assessment">The answer to <c>assess</c> for it.</param>
    /// <param name="findings">The answer to <c>findings</c> for it.</param>
    /// <param name="obligations">The answer to <c>obligations</c>.</param>
    /// <param name="incidents">The events of its time and of the days around it; null where no chart can be drawn of it.</param>
    public static string One(SiteFrame frame, Truce truce, QueryResult assessment, QueryResult findings, QueryResult obligations, IncidentsAnswer? incidents)
    {
        var page = new Page(frame.View, [], [], FindingSet.None);
        var answer = AnswersOf(assessment).GetValueOrDefault(truce.Id.Value);
        return SitePage.Write(frame, truce.Name,
            TruceTime.Of(frame, truce),
            Short(frame, answer?.Answer, _ => true),
            Html.Section("terms", frame.Text("terms.title"), TruceTerms.Draw(frame, truce)),
            TruceCharts.Draw(frame, page, truce, incidents),
            answer is null ? null : Html.Section("breaches", frame.Text("breaches.title"), BreachTables.Tally(frame, answer.Figures.Breaches)),
            Html.Section("events", frame.Text("events.title"), BreachTables.Events(frame, truce, (FindingsAnswer)findings.Answer)),
            Html.Section("obligations", frame.Text("obligations.title"), TruceTerms.Obligations(frame, truce, (ObligationsAnswer)obligations.Answer)),
            Html.Section("held", frame.Text("rates.title"), Rates(frame, assessment)),
            CiteBlock.Draw(frame, truce.Name));
    }

    private static IEnumerable<XElement> Rates(SiteFrame frame, QueryResult assessment)
    {
        var table = assessment.Table();
        yield return table.Rows.IsEmpty ? Html.Note(frame.Text("rates.none")) : frame.English(QueryPages.TableOf(frame, table));
        foreach (var note in PageNotes.Of(assessment.Notes()))
        {
            yield return Html.El("p", frame.InEnglish, new SiteLinks(frame).In(note));
        }
    }

    private static XElement? Short(SiteFrame frame, AnswerSentences? sentences, Predicate<string> isShown) => sentences is null ? null
        : Html.El("dl", Html.Class("short"), sentences.InOrder().Where(s => isShown(s.Key)).Select(s =>
            new[] { Html.El("dt", frame.Text($"answer.{s.Key}")), Html.El("dd", frame.InEnglish, s.Sentence) }));

    private static Dictionary<string, AssessAnswerTruce> AnswersOf(QueryResult assessment) =>
        ((AssessAnswer)assessment.Answer).Truces.ToDictionary(t => t.Truce, StringComparer.Ordinal);
}
