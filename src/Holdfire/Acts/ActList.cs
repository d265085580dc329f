using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Holdfire.Acts;

/// <summary>The known acts.</summary>
public static class ActList
{
    private static readonly FrozenDictionary<ActCode, string> Labels = new Dictionary<ActCode, string>
    {
        [new("attack")] = "attacks",
        [new("attack.air")] = "attacks from the air",
        [new("attack.air.bomb")] = "aerial bombs",
        [new("attack.air.bomb.guided")] = "guided aerial bombs",
        [new("attack.air.missile")] = "missiles",
        [new("attack.air.missile.air-launched")] = "air-launched missiles",
        [new("attack.air.missile.ballistic")] = "ballistic missiles",
        [new("attack.air.missile.cruise")] = "cruise missiles",
        [new("attack.air.uav")] = "attack drones",
        [new("attack.air.uav.fpv")] = "first-person-view drones",
        [new("attack.air.uav.loitering")] = "loitering munitions",
        [new("attack.air.uav.one-way")] = "one-way attack drones",
        [new("attack.ground")] = "ground assaults and direct fire",
        [new("attack.sea")] = "attacks at sea",
        [new("attack.sea.crewed")] = "crewed boats",
        [new("attack.sea.uav")] = "sea drones",
        [new("attack.shelling")] = "shelling",
        [new("compliance")] = "acts of compliance",
        [new("compliance.access")] = "access given",
        [new("compliance.aid")] = "aid let through",
        [new("compliance.demining")] = "mines cleared",
        [new("compliance.deployment")] = "deployments",
        [new("compliance.handover")] = "handovers",
        [new("compliance.release")] = "releases",
        [new("compliance.withdrawal")] = "withdrawals",
        [new("recon")] = "reconnaissance",
        [new("recon.air")] = "reconnaissance from the air",
        [new("recon.air.uav")] = "reconnaissance drones",
        [new("violation")] = "violations",
        [new("violation.aid_denied")] = "denials of aid",
        [new("violation.blocked_movement")] = "blocked movements",
        [new("violation.blocked_movement.monitors")] = "monitors kept from moving",
        [new("violation.construction")] = "construction works",
        [new("violation.demolition")] = "demolitions",
        [new("violation.detention")] = "detentions",
        [new("violation.incursion")] = "incursions",
        [new("violation.looting")] = "looting",
        [new("violation.mines")] = "mines laid",
        [new("violation.overflight")] = "overflights",
        [new("violation.weapons")] = "weapons in a zone",
    }.ToFrozenDictionary();

    /// <summary>All codes in order.</summary>
    public static ImmutableArray<ActCode> Codes { get; } = [.. Labels.Keys.Order()];

    /// <summary>Whether the code is in the list.</summary>
    public static bool IsKnown(ActCode code) => Labels.ContainsKey(code);

    /// <summary>The words printed for an act: a plural noun in English, neutral as to who did it.</summary>
    /// <exception cref="ArgumentException">The code is not in the list.</exception>
    public static string LabelOf(ActCode code) =>
        Labels.TryGetValue(code, out var label)
            ? label
            : throw new ArgumentException($"act '{code}' is not known", nameof(code));
}
