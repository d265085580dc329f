using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>A time in which a source could not look as it usually does: it takes away from what a declared watch covers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Who could not look.</param>
/// <param name="Kind">Why.</param>
/// <param name="Window">When. In its certain part the source did not look; in the rest nobody knows.</param>
/// <param name="Areas">Where: each of these.</param>
/// <param name="Act">For which act, with all below it; null for all.</param>
/// <param name="By">Who is said to have kept it from looking, or null.</param>
/// <param name="Basis">Where this comes from.</param>
/// <param name="Published">When it was made known, or null where that is not kept.</param>
public sealed record Restriction(
    string Id, SourceId Source, RestrictionKind Kind, TimeWindow Window, ImmutableArray<AreaCode> Areas, ActCode? Act, PartyId? By, string Basis,
    Instant? Published)
{
    /// <summary>The instant from which it counts as known: its publication, else the end of its widest extent.</summary>
    public Instant KnownAt => Published ?? Intervals.EndOf(Window.Extent);
}
