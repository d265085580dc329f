using Holdfire.Assessment;
using Holdfire.Findings;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>The first sentence: terms and breaches. "Held" and "not held" are words of this sentence alone.</summary>
public static class BreachSentence
{
    private const string NotGiven = "a time that is not given";

    /// <summary>The sentence.</summary>
    public static string Of(BreachFigures f) =>
        f.Status == TruceStatus.NeverInForce ? "It never came into force, so nothing could break it."
        : !f.HasBegun ? $"It begins on {f.Start}, after everything that is known here, so nothing can be said of breaches."
        : f.Prohibitions == 0 ? "Its terms as recorded forbid nothing, so no breach can be told."
        : f.Compliance switch
        {
            Compliance.NoneAlleged => None(f),
            Compliance.Alleged => Alleged(f),
            _ => BorneOut(f),
        };

    private static string None(BreachFigures f)
    {
        var open = f.All.MayBe == 0 ? "" : $"; {MayBe(f.All)}";
        return f.Hours > 0 && f.HoursWatched >= f.Hours && f.All.MayBe == 0
            ? $"Held as far as its sources can tell: they watched all {Say.Number(f.Hours)} hours and allege no breach."
            : $"{(f.All.MayBe == 0 ? "No breach is alleged here" : "No breach is alleged outright")}{open}; that nobody reports one does not show that there was none.";
    }

    private static string Alleged(BreachFigures f)
    {
        var a = f.All;
        var lead = f.IsExceeded ? $"Not held, since {Tolerance(f)}: breaches"
            : f.Unabated is { } on ? $"Not held, since {on.Source} counts breaches on {Units(on)}, {Say.Number(on.Counted)} in all, where {Say.Number(on.Expected)} were to be expected without a truce: breaches" : "Breaches";
        var denied = a.DeniedByActor > 0 ? $"; {Say.Number(a.DeniedByActor)} {(a.DeniedByActor == 1 ? "is" : "are")} denied by the actor itself" : "";
        return $"{lead}{By(f, n => n.Alleged)} are alleged from {From(a)}: {Counted(a)}{AlsoOn(f)}; none is corroborated here{Kept(f)}{denied}{Harm(a)}{Apart(f)}.";
    }

    private static string BorneOut(BreachFigures f)
    {
        var a = f.All;
        var lead = f.IsExceeded ? f.ToleranceIsSet ? $"Not held, since {Tolerance(f)}: " : "Not held: "
            : f.ToleranceIsSet ? $"Held within what the mission tolerates, {Say.Number(f.ToleratedPerDay)} {Standard(f)} a day: " : "";
        var among = new List<string>();
        if (a.Verified > 0)
        {
            among.Add($"{Say.Number(a.Verified)} of them verified");
        }

        if (a.SaidByActor > 0)
        {
            among.Add($"{Say.Number(a.SaidByActor)} said by the actor itself");
        }

        if (a.DeniedByActor > 0)
        {
            among.Add($"{Say.Number(a.DeniedByActor)} of those alleged denied by the actor itself");
        }

        var more = a.AllegedOnly > 0 ? $"; {Say.Number(a.AllegedOnly)} more {(a.AllegedOnly == 1 ? "is" : "are")} only alleged" : "";
        return $"{lead}{Say.Count(a.Corroborated, "breach", "breaches")}{By(f, n => n.Corroborated)} {(a.Corroborated == 1 ? "is" : "are")} corroborated"
            + (among.Count > 0 ? $" ({string.Join(", ", among)})" : "") + $"{more}; alleged from {a.FirstWhen ?? NotGiven} on, {On(f)}{Harm(a)}{Apart(f)}.";
    }

    // The actors, each with its number where there are several.
    private static string By(BreachFigures f, Func<BreachNumbers, int> of)
    {
        var named = f.Actors.Where(a => a.Name is not null && of(a.Numbers) > 0).ToList();
        var nobody = f.Actors.Where(a => a.Name is null).Sum(a => of(a.Numbers));
        return (named.Count, nobody) switch
        {
            (0, _) => " by an actor not named or in dispute",
            (1, 0) => $" by {named[0].Name}",
            _ => " by " + Say.And([.. named.Select(a => $"{a.Name} ({Say.Number(of(a.Numbers))})"), .. nobody > 0 ? new[] { $"an actor not named or in dispute ({Say.Number(nobody)})" } : []]),
        };
    }

    private static string From(BreachNumbers a) =>
        $"{a.FirstWhen ?? NotGiven}{(a.FirstSources.Length is 1 or 2 ? $", first by {Say.And(a.FirstSources)}" : " on")}";

    /// <summary>What may be a breach, and what leaves it open.</summary>
    internal static string MayBe(BreachNumbers a)
    {
        var left = a.MayBeFor switch
        {
            TermLimit.Actor => "who acted",
            TermLimit.Time => "when it was",
            TermLimit.Area => "where it was",
            TermLimit.Act => "what was done",
            TermLimit.Target => "what was hit",
            _ => "whether an exception applies",
        };
        var often = a.MayBeForCount == a.MayBe ? "since" : $"most often ({Say.Number(a.MayBeForCount)}) since";
        return $"{Say.Count(a.MayBe, "event may be a breach", "events may be breaches")} or not, {often} it is not certain {left}";
    }

    private static string Counted(BreachNumbers a) => a.InAll is { } all ? $"{Say.Count(a.Alleged, "claim that counts", "claims that count")} {Say.Bounds(all)} in all"
        : a.Sums == 0 ? Say.Count(a.Alleged, "event", "events")
        : a.Sums == a.Alleged ? $"{Say.Count(a.Sums, "claim that sums", "claims that sum")} many, the greatest {Say.Bounds(a.GreatestSum!)}"
        : $"{Say.Count(a.Alleged, "claim", "claims")}, {Say.Number(a.Sums)} of them {(a.Sums == 1 ? "a sum" : "sums")} of many, the greatest {Say.Bounds(a.GreatestSum!)}";

    private static string On(BreachFigures f) => $"on {Say.Bounds(f.All.DaysWithBreach)} of {Say.Count(f.Days, "day", "days")}";

    // Days are told once: where a source is said to count breaches on so many whole days or nights, civil days would be a second number of the same.
    private static string AlsoOn(BreachFigures f) => f is { IsExceeded: false, Unabated.Unit: ReportingUnit.Day or ReportingUnit.Night } ? "" : $", {On(f)}";

    private static string Units(UnabatedFigures on) => on.WithBreach == on.Units
        ? on.Units == 1 ? $"the {Say.Units(1, on.Unit)} that lies whole within it" : $"all {Say.Units(on.Units, on.Unit)} that lie whole within it"
        : $"{Say.Number(on.WithBreach)} of the {Say.Units(on.Units, on.Unit)} that lie whole within it";

    private static string Tolerance(BreachFigures f) =>
        $"the mission tolerates no more than {Say.Number(f.ToleratedPerDay)} {Standard(f)} a day";

    // Where the mission set a limit and it is kept, that is the answer; the default limit says nothing of what is only alleged.
    private static string Kept(BreachFigures f) => f is { ToleranceIsSet: true, IsExceeded: false }
        ? $", which is within what the mission tolerates ({Say.Number(f.ToleratedPerDay)} {Standard(f)} a day)" : "";

    private static string Standard(BreachFigures f) => (f.ToleratedStandard, f.ToleratedPerDay == 1) switch
    {
        (ProofNeeded.Alleged, true) => "alleged breach",
        (ProofNeeded.Alleged, false) => "alleged breaches",
        (ProofNeeded.Corroborated, true) => "corroborated breach",
        (ProofNeeded.Corroborated, false) => "corroborated breaches",
        (_, true) => "verified breach",
        _ => "verified breaches",
    };

    private static string Harm(BreachNumbers a)
    {
        var said = Harmed(a.KilledCivilians, a.InjuredCivilians, "civilian", "civilians")
            + Harmed(a.KilledMilitary, a.InjuredMilitary, "member of armed forces", "members of armed forces")
            + Harmed(a.KilledUnknown, a.InjuredUnknown, "person, civilian or not,", "people, civilians or not,");
        return said.Length > 0 ? said : "; deaths and injuries are not stated";
    }

    private static string Harmed(CountBounds? killed, CountBounds? injured, string one, string many) => (killed, injured) switch
    {
        (null, null) => "",
        ({ } dead, null) => $"; {Say.Bounds(dead, $"{one} is", $"{many} are")} said to have been killed",
        (null, { } hurt) => $"; {Say.Bounds(hurt, $"{one} is", $"{many} are")} said to have been injured",
        ({ } dead, { } hurt) => $"; {Say.Bounds(dead, $"{one} is", $"{many} are")} said to have been killed and {Say.Bounds(hurt)} injured",
    };

    private static string Apart(BreachFigures f) => f.IsFused ? "" : "; each report stands alone, since too many may be of one event to tell them apart";
}
