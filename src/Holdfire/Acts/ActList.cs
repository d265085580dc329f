using System.Collections.Immutable;

namespace Holdfire.Acts;

/// <summary>The known acts.</summary>
public static partial class ActList
{
    /// <summary>All codes in order.</summary>
    public static ImmutableArray<ActCode> Codes { get; } =
    [
        new("attack"), new("attack.air"), new("attack.air.bomb"), new("attack.air.bomb.guided"),
        new("attack.air.missile"), new("attack.air.missile.air-launched"), new("attack.air.missile.ballistic"),
        new("attack.air.missile.cruise"), new("attack.air.uav"), new("attack.air.uav.fpv"),
        new("attack.air.uav.loitering"), new("attack.air.uav.one-way"), new("attack.ground"), new("attack.sea"),
        new("attack.sea.crewed"), new("attack.sea.uav"), new("attack.shelling"), new("recon"), new("recon.air"),
        new("recon.air.uav"),
    ];

    /// <summary>Whether the code is in the list.</summary>
    public static bool IsKnown(ActCode code) => Codes.Contains(code);
}
