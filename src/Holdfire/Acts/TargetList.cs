using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Holdfire.Acts;

/// <summary>The built-in kinds of targets.</summary>
public static class TargetList
{
    private static readonly FrozenDictionary<TargetKind, string> Labels = new Dictionary<TargetKind, string>
    {
        [TargetKind.Unknown] = "not said",
        [TargetKind.EnergyFacility] = "an energy facility",
        [TargetKind.Military] = "armed forces and their works",
        [TargetKind.Residential] = "homes",
        [TargetKind.Other] = "of another kind",
        [new("aid")] = "aid workers, their goods and vehicles",
        [new("farmland")] = "farmland, crops and herds",
        [new("hospital")] = "hospitals, clinics and ambulances",
        [new("journalists")] = "journalists and their works",
        [new("monitors")] = "monitors of the truce and their posts",
        [new("school")] = "schools and universities",
        [new("un")] = "the United Nations, its staff and posts",
        [new("water")] = "water works",
        [new("worship")] = "places of worship",
    }.ToFrozenDictionary();

    /// <summary>All kinds: those not said, the four that every version had, then the others in the order of their codes.</summary>
    public static ImmutableArray<TargetKind> Kinds { get; } =
    [
        TargetKind.Unknown, TargetKind.EnergyFacility, TargetKind.Military, TargetKind.Residential, TargetKind.Other,
        .. Labels.Keys.Order().Except([TargetKind.Unknown, TargetKind.EnergyFacility, TargetKind.Military, TargetKind.Residential, TargetKind.Other]),
    ];

    /// <summary>Whether the kind is in the list.</summary>
    public static bool IsKnown(TargetKind kind) => Labels.ContainsKey(kind);

    /// <summary>The words printed for a kind.</summary>
    /// <exception cref="ArgumentException">The kind is not in the list.</exception>
    public static string LabelOf(TargetKind kind) =>
        Labels.TryGetValue(kind, out var label) ? label : throw new ArgumentException($"target '{kind}' is not known", nameof(kind));
}
