using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>The verdict on one event or claim under one truce: how it lies to the terms, and what bears it out.</summary>
public sealed record Finding
{
    /// <summary>What it is about.</summary>
    public required FindingSubject Subject { get; init; }

    /// <summary>The truce.</summary>
    public required TruceId Truce { get; init; }

    /// <summary>The prohibition that holds it most.</summary>
    public required string Prohibition { get; init; }

    /// <summary>How it lies to the terms.</summary>
    public required Placement Placement { get; init; }

    /// <summary>Whether it is still to be verified: alleged or disputed, and within the terms or perhaps within them.</summary>
    public bool IsOpen => Placement != Placement.OutsideTerms && Ladder.Standard is (StandardOfProof.Alleged or StandardOfProof.Disputed);

    /// <summary>Each limit, with how it lies to it.</summary>
    public required ImmutableArray<TermStep> Steps { get; init; }

    /// <summary>What the terms leave open: disputed times, exceptions in words alone, a release clause. In words.</summary>
    public ImmutableArray<FiredRule> Notes { get; init; } = [];

    /// <summary>What bears it out and what is said of who did it.</summary>
    public required LadderResult Ladder { get; init; }

    /// <summary>The limits that leave it out, or that it straddles: those that decided the placement.</summary>
    public IEnumerable<TermStep> Deciding
    {
        get
        {
            var worst = Steps.Max(s => s.Fit);
            return Steps.Where(s => worst != TermFit.Inside && s.Fit == worst);
        }
    }
}
