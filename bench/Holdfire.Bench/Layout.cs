using System.Collections.Immutable;
using NodaTime;

namespace Holdfire.Bench;

/// <summary>What all generated cases have in common.</summary>
internal static class Layout
{
    public const int Days = 92;
    public const int Regions = 20;

    public static readonly LocalDate FirstDay = new(2031, 1, 1);

    /// <summary>The acts of one source share no event, so that its claims of two acts never count the same.</summary>
    public static readonly ImmutableArray<SourceLayout> Sources =
    [
        new("a-army", "AA", "BB", "Etc/GMT-3", 180, ["attack.air.uav", "attack.air.missile", "attack.shelling", "attack.ground", "attack.sea"]),
        new("a-regions", "AA", "BB", "UTC", 0, ["attack.air.uav.one-way", "attack.air.bomb", "attack.shelling", "attack.ground", "attack.sea.uav"]),
        new("b-army", "BB", "AA", "Etc/GMT-3", 180, ["attack.air.uav", "attack.air.missile", "attack.shelling", "attack.ground", "attack.sea"]),
        new("b-regions", "BB", "AA", "UTC", 0, ["attack.air.uav.one-way", "attack.air.bomb", "attack.shelling", "attack.ground", "attack.sea.uav"]),
    ];

    public static readonly ImmutableArray<string> Measures = ["launched", "destroyed", "hit"];

    public static readonly ImmutableArray<string> Targets =
        ["unknown", "unknown", "unknown", "military", "military", "military", "residential", "residential", "energy_facility", "other"];

    public static string Region(int number) => FormattableString.Invariant($"X-R{number + 1:00}");
}
