using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>Holds events against one prohibition of a truce, limit by limit.</summary>
internal sealed class ProhibitionTest
{
    private readonly Truce truce;
    private readonly Prohibition prohibition;
    private readonly CaseCodes codes;
    private readonly AreaLimit area;
    private readonly ImmutableArray<(TermsException Terms, AreaLimit? Area)> exceptions;
    private readonly ImmutableArray<PartyId> parties;
    private readonly Dictionary<PartyId, ActorTerms> actors = [];

    public ProhibitionTest(Case @case, Truce truce, Prohibition prohibition)
    {
        (this.truce, this.prohibition, codes) = (truce, prohibition, @case.Codes);
        area = new AreaLimit(@case.Places, prohibition.Areas);
        exceptions = [.. truce.Exceptions.Where(e => !e.IsInWordsAlone)
            .Select(e => (e, e.Areas.IsEmpty ? null : new AreaLimit(@case.Places, e.Areas)))];
        parties = [.. @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id)];
    }

    public string Id => prohibition.Id;

    /// <summary>The steps, every one of which must be inside for the event to be within the terms.</summary>
    public ImmutableArray<TermStep> Test(FindingSubject subject) =>
        [.. OfActors(subject), area.Test(subject), OfAct(subject), OfTarget(subject), .. OfExceptions(subject)];

    /// <summary>Whether the time in force of an actor of the event is disputed.</summary>
    public bool IsDisputed(FindingSubject subject) => Candidates(subject).Any(a => TermsOf(a).IsDisputed);

    // An actor whom nobody names may be any of the parties.
    private ImmutableArray<PartyId> Candidates(FindingSubject subject) => subject.Actors.IsEmpty ? parties : subject.Actors;

    private ActorTerms TermsOf(PartyId actor)
    {
        if (!actors.TryGetValue(actor, out var terms))
        {
            actors[actor] = terms = new ActorTerms(truce, prohibition, actor);
        }

        return terms;
    }

    private List<TermStep> OfActors(FindingSubject subject)
    {
        var each = Candidates(subject).Select(a => (Actor: a, Steps: TermsOf(a).Test(subject).ToList())).ToList();
        if (each.Count == 1)
        {
            return each[0].Steps;
        }

        var fits = each.Select(e => e.Steps.Max(s => s.Fit)).Distinct().ToList();
        var open = subject.Actors.IsEmpty ? "No report names an actor" : "Reports name different actors";
        return fits.Count == 1
            ? [.. each.SelectMany(e => e.Steps).Distinct().Where(s => s.Fit == fits[0]).GroupBy(s => s.Limit)
                .Select(g => g.First() with { Text = string.Join(" ", g.Select(s => s.Text)) })]
            : [new TermStep(TermLimit.Actor, TermFit.Straddles, $"{open}, and the terms differ: "
                + string.Join(" ", each.SelectMany(e => e.Steps).Where(s => s.Fit != TermFit.Inside).Select(s => s.Text)))];
    }

    private TermStep OfAct(FindingSubject subject) => FitOf(prohibition.Act, subject.Act) switch
    {
        TermFit.Inside => new(TermLimit.Act, TermFit.Inside, $"{subject.Act} is forbidden as {prohibition.Act}."),
        TermFit.Straddles => new(TermLimit.Act, TermFit.Straddles, $"{subject.Act} is wider than what is forbidden, {prohibition.Act}."),
        _ => new(TermLimit.Act, TermFit.Outside, $"{subject.Act} is not {prohibition.Act}."),
    };

    private TermStep OfTarget(FindingSubject subject) => FitOf(prohibition.Target, subject.Target) switch
    {
        TermFit.Inside => new(TermLimit.Target, TermFit.Inside, $"Forbidden is {Named(prohibition.Target)}."),
        TermFit.Straddles => new(
            TermLimit.Target, TermFit.Straddles,
            $"The kind of target is {(subject.Target == TargetKind.Unknown ? "not given" : $"wider, {Named(subject.Target)}")}; forbidden is {Named(prohibition.Target)}."),
        _ => new(TermLimit.Target, TermFit.Outside, $"The target is {Named(subject.Target)}; forbidden is {Named(prohibition.Target)}."),
    };

    private IEnumerable<TermStep> OfExceptions(FindingSubject subject)
    {
        foreach (var (terms, where) in exceptions)
        {
            TermFit[] fits =
            [
                terms.Act is { } act ? FitOf(act, subject.Act) : TermFit.Inside, FitOf(terms.Target, subject.Target),
                where?.Test(subject).Fit ?? TermFit.Inside,
            ];
            if (fits.Max() is var fit && fit != TermFit.Outside)
            {
                yield return fit == TermFit.Inside
                    ? new TermStep(TermLimit.Exception, TermFit.Outside, $"The exception applies: {terms.Text}")
                    : new TermStep(TermLimit.Exception, TermFit.Straddles, $"The exception may apply: {terms.Text}");
            }
        }
    }

    private static TermFit FitOf(ActCode outer, ActCode act) =>
        outer.Contains(act) ? TermFit.Inside : act.Contains(outer) ? TermFit.Straddles : TermFit.Outside;

    private static TermFit FitOf(TargetKind? outer, TargetKind target) =>
        outer is not { } o || o.Contains(target) ? TermFit.Inside : target.MayBe(o) ? TermFit.Straddles : TermFit.Outside;

    private string Named(TargetKind? kind) => kind is { } k && k != TargetKind.Unknown ? codes.NameOf(k) : "any target";
}
