using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>Mediation offered, asked for, answered or spoken of.</summary>
/// <param name="By">The id of the party that says so.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Mediators">The ids of the mediators.</param>
/// <param name="Item">The id of the item that it is about; null for none.</param>
/// <param name="Entry">The entry.</param>
public sealed record MediationAnswer(string By, MediationKind Kind, ImmutableArray<string> Mediators, string? Item, TalksEntryAnswer Entry)
{
    /// <summary>From an offer of mediation.</summary>
    public static MediationAnswer Of(MediationOffer m) =>
        new(m.By.Value, m.Kind, [.. m.Mediators.Select(p => p.Value)], m.Item?.Value, TalksEntryAnswer.Of(m));
}
