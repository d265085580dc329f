using System.Collections.Immutable;
using Holdfire.Places;

namespace Holdfire.Model;

/// <summary>Who says something.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="Party">The party that it speaks for, or null for none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Grade">Its reliability.</param>
/// <param name="Scope">The area that its claims are about; its claim windows are coverage of this area alone.</param>
/// <param name="Watches">Declared coverage and gaps. Nothing else but a claim's own window is coverage.</param>
public sealed record Source(
    SourceId Id, string Name, PartyId? Party, SourceKind Kind, ReliabilityGrade Grade, AreaCode Scope,
    ImmutableArray<Watch> Watches)
{
    /// <summary>When it could not look as it usually does; each takes away from what its watches cover.</summary>
    public ImmutableArray<Restriction> Restrictions { get; init; } = [];

    /// <summary>
    /// The source whose words it passes on, or null where it speaks for itself. What it reports has that source's origin.
    /// </summary>
    public SourceId? Relays { get; init; }

    /// <summary>How its reports lie to each other.</summary>
    public SourceRows Rows { get; init; }

    /// <summary>How often it reports, as declared; null where nothing is declared. Never taken from the spacing of its reports.</summary>
    public ReportingRhythm? Rhythm { get; init; }

    /// <summary>Whether its rows may be handed on to others by its terms; bundles and public exports leave out those that may not.</summary>
    public bool MayBeHandedOn { get; init; } = true;
}
