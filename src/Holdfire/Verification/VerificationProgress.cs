using System.Collections.Immutable;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Verification;

/// <summary>How far the verification of an event has come.</summary>
public sealed class VerificationProgress
{
    /// <summary>From the steps that are about the event, in the order of the record.</summary>
    public VerificationProgress(ImmutableArray<VerificationStep> steps)
    {
        (Steps, Findings) = (steps, ProposedFinding.Of(steps));
        foreach (var step in steps)
        {
            Take(step);
        }
    }

    /// <summary>All that was done, in the order of the record. The order decides; times that people state play no part.</summary>
    public ImmutableArray<VerificationStep> Steps { get; }

    /// <summary>What was proposed to be found, the newest last.</summary>
    public ImmutableArray<ProposedFinding> Findings { get; }

    /// <summary>Where it stands.</summary>
    public VerificationState State { get; private set; }

    /// <summary>Who has it, or had it last; empty where it was given to nobody.</summary>
    public string Assigned { get; private set; } = "";

    /// <summary>By when who has it is to have looked; null where nothing is waited for, or no time was set.</summary>
    public Instant? Due { get; private set; }

    /// <summary>Whether somebody still has to do something.</summary>
    public bool IsOpen => State is not (VerificationState.Closed or VerificationState.NotVerifiable);

    /// <summary>Whether it was to be looked at by an instant that has passed.</summary>
    public bool IsOverdue(Instant now) => Due is { } due && due < now;

    private void Take(VerificationStep step)
    {
        if (StateAfter(step.Kind) is not { } state)
        {
            return;
        }

        (State, Due) = (state, step.Due);
        Assigned = state switch
        {
            VerificationState.Assigned => step.To,
            VerificationState.ToVerify => "",
            _ => Assigned,
        };
    }

    private static VerificationState? StateAfter(VerificationStepKind kind) => kind switch
    {
        VerificationStepKind.ToVerify => VerificationState.ToVerify,
        VerificationStepKind.Assigned => VerificationState.Assigned,
        VerificationStepKind.Visited => VerificationState.Visited,
        VerificationStepKind.AccessRefused => VerificationState.AccessRefused,
        VerificationStepKind.Verified => VerificationState.Verified,
        VerificationStepKind.Closed => VerificationState.Closed,
        VerificationStepKind.NotVerifiable => VerificationState.NotVerifiable,
        _ => null,
    };
}
