using System.Globalization;
using Holdfire.Findings;

namespace Holdfire.Queries;

/// <summary>Findings for a reader, one line a step.</summary>
internal static class FindingNotes
{
    /// <summary>How many findings of each kind each truce has.</summary>
    public static IEnumerable<string> Summary(FindingsMade answer)
    {
        if (answer.Findings.Length > FindingTable.MostRows)
        {
            yield return $"{Number(answer.Findings.Length - FindingTable.MostRows)} more are not shown: filters narrow the list, and --format csv shows all.";
        }

        foreach (var totals in FindingTotals.Of(answer.Findings))
        {
            yield return totals;
        }

        yield return $"{MadeBy(answer)}. Each event counts once, whatever number is claimed of it; no finding is one of guilt.";
    }

    /// <summary>The table of rules, and the parameter set of the fusion where there was one.</summary>
    public static string MadeBy(FindingsMade answer) =>
        $"Rules {answer.Rules.Version}; " + (answer.Parameters is { } set ? $"reports fused by the parameters {set}" : "each report alone");

    /// <summary>The verdicts with what decided them.</summary>
    public static IEnumerable<string> Show(FindingsMade answer) => answer.Findings.SelectMany(f => (string[])
    [
        Head(f),
        .. f.Deciding.Select(s => $"  {s.Rule}: {s.Text}"),
        $"  {Texts.Words(f.Ladder.Standard)}: {string.Join(", ", f.Ladder.StandardRules.Select(r => r.Rule).Distinct())}",
        $"  {Texts.Words(f.Ladder.Attribution)}: {f.Ladder.AttributionRule?.Rule ?? "nothing stands"}",
        .. Pins(f, answer),
    ]);

    /// <summary>Every limit, rule, report and origin.</summary>
    public static IEnumerable<string> Explain(FindingsMade answer) => answer.Findings.SelectMany(f => (string[])
    [
        Head(f),
        .. f.Steps.Select(s => $"  {s.Rule} {Texts.Words(s.Fit)}: {s.Text}"),
        .. f.Notes.Select(n => $"  {n.Rule}: {n.Text}"),
        .. f.Ladder.StandardRules.Select(Fired),
        .. f.Ladder.AttributionRule is { } who ? new[] { Fired(who) } : [],
        .. Pins(f, answer),
        .. Repeats(f, answer),
        .. f.Ladder.Testimonies.Select(t => $"  {t.Report.Id}, {(t.Denies ? "denied" : "said")} by {t.Report.Source} ({Texts.Words(t.Source.Kind)}, "
            + $"grade {t.Source.Grade}, {Texts.Words(t.Report.Mode)}); origin: {t.Origin}"),
    ]);

    private static string Head(Finding f) => $"{f.Subject.Id} under {f.Truce} {f.Prohibition}: {Texts.Words(f.Placement)}; "
        + $"{Texts.Words(f.Ladder.Standard)}; {Texts.Words(f.Ladder.Attribution)} ({FindingTable.Actors(f.Subject)})";

    private static string Fired(FiredRule rule) => $"  {rule.Rule}: {rule.Text}" + (rule.Reports.IsEmpty ? "" : $" [{string.Join(", ", rule.Reports)}]");

    private static IEnumerable<string> Pins(Finding f, FindingsMade answer) => PinTexts.On(answer.Case, f.Subject.Reports).Select(p => "  " + PinTexts.Line(p));

    private static IEnumerable<string> Repeats(Finding f, FindingsMade answer)
    {
        var gone = answer.Case.Corrections.ToDictionary(c => c.Report);
        foreach (var report in f.Subject.Reports)
        {
            if (gone.TryGetValue(report.Id, out var correction))
            {
                yield return $"  {report.Id}: {Texts.Words(correction.Kind)} by its source" + (correction.By is { } by ? $", {by} in its place" : "");
            }
            else if (!report.Quotes.IsEmpty)
            {
                yield return $"  {report.Id}, by {report.Source}, repeats {string.Join(", ", report.Quotes)} and adds no origin";
            }
        }
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
