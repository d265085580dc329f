using Holdfire.Assessment;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>What an assessment comes to for a reader: the answers, and the first breach that anyone alleges.</summary>
internal static class AssessNotes
{
    /// <summary>The sentences on a truce under its name.</summary>
    public static IEnumerable<string> Answer(AnsweredTruce answer)
    {
        var truce = answer.Assessment.Truce;
        yield return $"{truce.Id} {truce.Name}";
        foreach (var (_, name, sentence) in answer.Sentences.InOrder())
        {
            yield return $"  {name}: {sentence}";
        }

        yield return "";
    }

    /// <summary>The first breach that anyone alleges of each party, with its claim.</summary>
    public static IEnumerable<string> First(AnsweredTruce answer, DateTimeZone zone) => answer.Breaches.All.Alleged == 0 ? [] : answer.Assessment.First.Select(f => Told(answer.Assessment.Truce, f, zone));

    /// <summary>Where it is entered that a source watched and had nothing to report; none where nothing more is wanted.</summary>
    public static IEnumerable<string> Wanted(IEnumerable<AnsweredTruce> answers) => answers.All(a => a.Figures.Unknown.Wanted is null) ? []
        : ["Where a source watched and saw nothing, enter that under `watches` in sources.yaml (docs/case-format.md)."];

    /// <summary>What three lines or more tell together; no verdict comes from it.</summary>
    public static IEnumerable<string> Pooled(IEnumerable<PooledAnswer> pooled) => pooled.Select(p =>
        $"Together, over {Over(p)}{(p.AllegedActor is { } actor ? $", by {actor}" : "")}: {Say.Number(Say.Rounded(p.Size))} times as many as were to be expected ({Range(p.Ratio)}); "
            + $"another one like these, {Range(p.Next)}. Counts are never added, and no verdict comes from it.");

    private static string Over(PooledAnswer p) => p.Over switch
    {
        "truces" => $"the truces {Say.And(p.Truces)}, {Say.And(p.Acts)} as {Say.And(p.Sources)} counts",
        "sources" => $"the sources {Say.And(p.Sources)}, {Say.And(p.Acts)} in {Say.And(p.Truces)}",
        _ => $"the acts {Say.And(p.Acts)}, as {Say.And(p.Sources)} counts in {Say.And(p.Truces)}",
    };

    private static string Range(RatioBounds ratio) => Say.Range(new RatioBounds(Say.Rounded(ratio.Low), ratio.High is { } high ? Say.Rounded(high) : null));

    /// <summary>Reports from which no line is made, and why.</summary>
    public static IEnumerable<string> LeftOut(AnsweredTruce answer) => answer.Assessment.LeftOut.Select(left =>
        $"{answer.Assessment.Truce.Id}: no line, {left.Source}, {(left.Reports == 1 ? "1 report" : FormattableString.Invariant($"{left.Reports} reports"))} "
            + $"{(left.Actor is { } actor ? $"about {actor}" : "that name no actor")}: {left.Why}");

    private static string Told(Truce truce, FirstAlleged first, DateTimeZone zone)
    {
        var claim = first.Claim;
        var start = first.Start;
        var (earliest, latest) = ((claim.Window.Extent.Start - start).TotalHours, (claim.Window.Extent.End - start).TotalHours);
        return $"{truce.Id}: first alleged breach by {first.Actor?.Value ?? "either side"}, as {claim.Source} claims: {Texts.Of(claim.Count)} {claim.Act}, "
            + $"{Texts.At(claim.Window.Extent.Start, zone)} to {Texts.At(claim.Window.Extent.End, zone)} ({zone.Id}), {Texts.Hours(earliest)} to {Texts.Hours(latest)} h after the start ({claim.Id})";
    }
}
