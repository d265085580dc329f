using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Counts;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>What one line is about.</summary>
/// <param name="Truce">The truce.</param>
/// <param name="Prohibition">The prohibition.</param>
/// <param name="Status">Whether it bound the alleged actor.</param>
/// <param name="Act">The act.</param>
/// <param name="Measure">What about it is counted.</param>
/// <param name="Unit">What one counts.</param>
/// <param name="Claims">The claims, those long before the truce among them.</param>
/// <param name="When">The truce for the alleged actor.</param>
/// <param name="Others">When other truces forbade the same.</param>
/// <param name="OutsideTerms">Whether the act is outside the terms.</param>
internal sealed record LineSpec(
    Truce Truce, Prohibition Prohibition, TruceStatus Status, ActCode Act, Measure Measure, CountUnit Unit, Claims Claims,
    Interval When, ImmutableArray<Interval> Others, bool OutsideTerms)
{
    private readonly Lazy<ImmutableArray<Report>> counted = new(() => CountedOf(Prohibition, Act, Measure, Claims, OutsideTerms));
    private readonly Lazy<HashSet<ReportId>> ids = new(() =>
        [.. CountedOf(Prohibition, Act, Measure, Claims, OutsideTerms).Select(r => r.Id)]);

    /// <summary>When the truce bound whoever the claims are about.</summary>
    public required BoundTime Bound { get; init; }

    /// <summary>The end of the data of the source.</summary>
    public required Instant DataEnd { get; init; }

    /// <summary>The same from places where the truce held for nobody; null where the source tells of none.</summary>
    public LineSpec? Control { get; init; }

    /// <summary>Parties that the prohibition does not bind and whose acts the claims may be, since they name no actor.</summary>
    public ImmutableArray<PartyId> MayBeOfOthers { get; init; } = [];

    /// <summary>Whether it gets a verdict.</summary>
    public bool IsJudged => Status == TruceStatus.InForce && !OutsideTerms;

    /// <summary>The claims counted that are no part of another, by start, end and id; those in others too.</summary>
    public ImmutableArray<Report> Counted => counted.Value;

    /// <summary>Whether a counted claim is recorded to be in another.</summary>
    public bool IsInAnother(Report claim) => !claim.IncludedIn.IsEmpty && claim.IncludedIn.Any(ids.Value.Contains);

    private static ImmutableArray<Report> CountedOf(
        Prohibition prohibition, ActCode act, Measure measure, Claims claims, bool outsideTerms)
    {
        bool IsCounted(ClaimClass kind) => !kind.IsPart && kind.Measure == measure && act.Contains(kind.Act)
            && (outsideTerms || prohibition.Target is not { } target || kind.Target == target);
        bool[] ofClass = [.. claims.Table.AllClasses.Select(IsCounted)];
        var counted = ImmutableArray.CreateBuilder<Report>();
        for (var i = 0; i < claims.Places.Length; i++)
        {
            if (ofClass[claims.Table.Classes[claims.Places[i]]])
            {
                counted.Add(claims.ReportOf(i));
            }
        }

        return counted.DrainToImmutable();
    }
}
