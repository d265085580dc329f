using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Counts;
using Holdfire.Model;

namespace Holdfire.Assessment;

/// <summary>What one line is about.</summary>
internal sealed record LineSpec(
    Truce Truce, Prohibition Prohibition, TruceStatus Status, ActCode Act, Measure Measure, CountUnit Unit, Claims Claims, Periods Periods,
    bool OutsideTerms)
{
    /// <summary>When the truce bound whoever the claims are about.</summary>
    public required BoundTime Bound { get; init; }

    /// <summary>Parties that the prohibition does not bind and whose acts the claims may be, since they name no actor.</summary>
    public ImmutableArray<PartyId> MayBeOfOthers { get; init; } = [];

    /// <summary>The claims counted that are no part of another and in no other, by start, end and id.</summary>
    public ImmutableArray<Report> TopLevel { get; } = TopLevelOf(Prohibition, Act, Measure, Claims, OutsideTerms);

    private static ImmutableArray<Report> TopLevelOf(
        Prohibition prohibition, ActCode act, Measure measure, Claims claims, bool outsideTerms)
    {
        bool IsCounted(ClaimClass kind) => !kind.IsPart && kind.Measure == measure && act.Contains(kind.Act)
            && (outsideTerms || prohibition.Target is not { } target || kind.Target == target);
        bool[] ofClass = [.. claims.Table.AllClasses.Select(IsCounted)];
        var counted = ImmutableArray.CreateBuilder<Report>();
        for (var i = 0; i < claims.Places.Length; i++)
        {
            var place = claims.Places[i];
            if (ofClass[claims.Table.Classes[place]] && !claims.Table.Links.IsInOneOf(place, claims.Places))
            {
                counted.Add(claims.ReportOf(i));
            }
        }

        return counted.DrainToImmutable();
    }
}
