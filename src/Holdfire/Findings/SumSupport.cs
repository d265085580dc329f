using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>How many of the events that a report sums are borne out by findings on single events.</summary>
/// <param name="Claim">The report that sums.</param>
/// <param name="Claimed">Its count.</param>
/// <param name="Standard">The standard of proof that the single events reach, or better.</param>
/// <param name="AtLeast">
/// At least so many: of single events of that standard that lie wholly within the sum, the most that any one source tells of.
/// </param>
/// <param name="AtMost">At most so many, over all of that standard that may lie within it; null where one of them sets no limit.</param>
/// <param name="Reports">The reports that <paramref name="AtLeast"/> is made of, in order.</param>
public sealed record SumSupport(
    ReportId Claim, CountRange Claimed, StandardOfProof Standard, long AtLeast, long? AtMost, ImmutableArray<ReportId> Reports)
{
    /// <summary>Whether nothing of it is borne out.</summary>
    public bool IsNone => AtMost == 0;

    /// <summary>Whether that is as many as the report claims at the least.</summary>
    public bool IsReached => AtLeast >= Math.Max(1, Claimed.Min);

    /// <summary>What is borne out, in words.</summary>
    public override string ToString()
    {
        var most = BorneAtMost is { } m ? FormattableString.Invariant($"at most {m}") : "no limit above";
        var claimed = Claimed.Max == Claimed.Min ? FormattableString.Invariant($"{Claimed.Min}")
            : Claimed.Max is { } max ? FormattableString.Invariant($"{Claimed.Min} to {max}") : FormattableString.Invariant($"{Claimed.Min} or more");
        var standard = Standard == StandardOfProof.Verified ? "verified" : "corroborated or better";
        return FormattableString.Invariant($"At least {BorneAtLeast} and {most} of the {claimed} that {Claim} claims are single events that are {standard}.");
    }

    /// <summary>Of the claim: never more than it counts.</summary>
    public long BorneAtLeast => Claimed.Max is { } max ? Math.Min(AtLeast, max) : AtLeast;

    /// <summary>Of the claim: never more than it counts; null where neither sets a limit.</summary>
    public long? BorneAtMost => (AtMost, Claimed.Max) switch
    {
        (null, var max) => max,
        (var most, null) => most,
        var (most, max) => Math.Min(most.Value, max.Value),
    };
}
