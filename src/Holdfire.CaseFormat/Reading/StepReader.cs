using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads the steps of verification.</summary>
internal sealed class StepReader(LoadState state, CaseFiles files, ImmutableArray<Source> sources, ImmutableArray<Party> parties)
{
    public const string File = "steps.yaml";

    private readonly List<(VerificationStep Step, Spot At)> read = [];

    /// <summary>The steps in their order; an error for each that is not whole, or that names a proposal which it cannot be about.</summary>
    public ImmutableArray<VerificationStep> Read(IEnumerable<MapReader> maps)
    {
        foreach (var map in maps)
        {
            read.Add((Read(map), map.Has("of") ? map.At("of") : map.Start));
        }

        var byId = read.Select(r => r.Step).DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var (step, at) in read.Where(r => r.Step.Of.Length > 0))
        {
            if (byId.TryGetValue(step.Of, out var of))
            {
                Check(step, of, at);
            }
        }

        return [.. read.Select(r => r.Step)];
    }

    private VerificationStep Read(MapReader map)
    {
        var kind = map.Enum<VerificationStepKind>("kind");
        map.NeedWords("by", "who did it, by role or name");
        Only(map, kind == VerificationStepKind.Assigned, "to", "due");
        Only(map, kind == VerificationStepKind.Proposed, "standard", "actor");
        Only(map, kind is VerificationStepKind.Approved or VerificationStepKind.Dissent, "of");
        Need(map, kind == VerificationStepKind.Assigned, "to", "to whom it was given");
        Need(map, kind == VerificationStepKind.Proposed, "standard", "the standard of proof that is proposed");
        Need(map, kind is VerificationStepKind.Approved or VerificationStepKind.Dissent, "of", "the id of the step that proposed the finding");
        Need(map, kind == VerificationStepKind.Dissent, "text", "why, in words");
        var (actor, signer) = (state.Refer(IdKind.Party, map, "actor"), files.SignerOf(map.Start));
        return new VerificationStep(
            state.Define(IdKind.Step, map), new ReportId(state.Refer(IdKind.Report, map, "report")), kind, map.Text("by"), signer.Holder,
            state.Instant(map, "at") ?? default, map.Text("to"), state.Instant(map, "due"), map.EnumOrNull<ProofNeeded>("standard"),
            actor.Length > 0 ? new PartyId(actor) : null, state.Refer(IdKind.Step, map, "of"), map.Text("text"))
        {
            IsSignedByMission = signer.IsOfMission(sources, parties),
        };
    }

    private void Need(MapReader map, bool isOf, string key, string expected)
    {
        if (isOf && map.Text(key).Trim().Length == 0)
        {
            state.Errors.Add(map.At(key), expected, "none");
        }
    }

    private void Only(MapReader map, bool isOf, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (!isOf && map.Has(key))
            {
                state.Errors.Add(map.At(key), $"no {key} with a step {map.Text("kind")}", map.Text(key));
            }
        }
    }

    // Nobody approves what they proposed themselves.
    private void Check(VerificationStep step, VerificationStep of, Spot at)
    {
        if (of.Kind != VerificationStepKind.Proposed)
        {
            state.Errors.Add(at, "a step that proposes a finding", $"{of.Id}, which is {EnumText<VerificationStepKind>.Format(of.Kind)}");
        }
        else if (of.Report != step.Report)
        {
            state.Errors.Add(at, $"a proposal on {step.Report}, the report of this step", $"{of.Id}, on {of.Report}");
        }
        else if (step.Kind == VerificationStepKind.Approved && step.By == of.By)
        {
            state.Errors.Add(at, $"a proposal by someone else than {step.By}, who approves it", of.Id);
        }
    }
}
