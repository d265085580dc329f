using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Pages.Markup;
using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.Pages.Sections;

/// <summary>How each line of a truce came to its verdict; what all lines of an alleged actor share is said once.</summary>
internal static class LineSteps
{
    public static IEnumerable<XElement> Draw(Page page, Truce truce, ImmutableArray<AssessmentLine> lines) =>
        lines.GroupBy(l => l.AllegedActor).Select(g => Actor(page, truce, page.ActorName(g.Key), [.. g]));

    private static XElement Actor(Page page, Truce truce, string actor, ImmutableArray<AssessmentLine> lines)
    {
        var shared = lines.Length < 2 ? [] : lines[0].Reasons.Where(r => lines.All(l => l.Reasons.Contains(r))).Distinct().ToImmutableArray();
        return Html.El("div", Html.Class("detail"),
            Html.El("h4", $"Alleged actor: {actor}"),
            shared.Length == 0 ? null : Html.P("For all of these lines: ", string.Join("; ", shared), "."),
            lines.Select(l => Html.El("div",
                Html.El("h5", $"{AssessmentSection.Name(page, l)}, says {page.SourceName(l.Source)}"),
                Html.El("ul", Steps(page, truce, l, shared)))));
    }

    private static IEnumerable<XElement> Steps(Page page, Truce truce, AssessmentLine line, ImmutableArray<string> shared)
    {
        foreach (var reason in line.Reasons.Where(r => !shared.Contains(r)))
        {
            yield return Html.El("li", reason);
        }
        yield return Html.El("li", Breach(page, truce, line));
        if (line.Killed is not null || line.Injured is not null)
        {
            yield return Html.El("li", $"civilians said to have been killed: {Harm(line.Killed)}; injured: {Harm(line.Injured)}");
        }
        foreach (var wanted in line.Wanted.GroupBy(w => w.Why, StringComparer.Ordinal))
        {
            var spans = wanted.Select(w => $"{Show.Civil(w.When, truce.Zone)}: {Show.Number(w.Hours)} h");
            yield return Html.El("li", $"would help: {wanted.Key}: {string.Join("; ", spans)}");
        }
    }

    private static string Harm(CountRange? range) => range is { } said ? Show.Count(said) : "not said";

    private static object Breach(Page page, Truce truce, AssessmentLine line)
    {
        if (line.FirstAllegedBreach is not { } at)
        {
            return "no claim lies wholly within the truce";
        }
        var start = line.TimeInForce;
        var after = start.HasStart ? $", {Show.Number((at - Intervals.StartOf(start)).TotalHours)} h after the start" : "";
        return new object[]
        {
            $"first claim wholly within the truce: from {Show.Time(at, truce.Zone)}{after}",
            line.FirstAllegedBreachReport is { } report ? new[] { " [", page.Link(report.Value), "]" } : [],
        };
    }
}
