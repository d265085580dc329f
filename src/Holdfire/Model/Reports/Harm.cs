namespace Holdfire.Model;

/// <summary>Harm that a report claims. Null where the report says nothing of it.</summary>
/// <param name="Killed">Civilians said to have been killed.</param>
/// <param name="Injured">Civilians said to have been injured.</param>
/// <param name="Objects">Civilian objects said to have been damaged.</param>
public sealed record Harm(CountRange? Killed, CountRange? Injured, CountRange? Objects)
{
    /// <summary>Nothing is said of harm.</summary>
    public static Harm NotStated { get; } = new(null, null, null);

    /// <summary>Members of armed forces said to have been killed.</summary>
    public CountRange? KilledMilitary { get; init; }

    /// <summary>People said to have been killed of whom it is not said whether they were civilians.</summary>
    public CountRange? KilledUnknown { get; init; }

    /// <summary>Members of armed forces said to have been injured.</summary>
    public CountRange? InjuredMilitary { get; init; }

    /// <summary>People said to have been injured of whom it is not said whether they were civilians.</summary>
    public CountRange? InjuredUnknown { get; init; }

    /// <summary>How many of a group are said to have been killed or injured; null where nothing is said of them.</summary>
    public CountRange? Of(HarmKind kind, HarmGroup group) => (kind, group) switch
    {
        (HarmKind.Killed, HarmGroup.Civilians) => Killed,
        (HarmKind.Killed, HarmGroup.Military) => KilledMilitary,
        (HarmKind.Killed, _) => KilledUnknown,
        (_, HarmGroup.Civilians) => Injured,
        (_, HarmGroup.Military) => InjuredMilitary,
        _ => InjuredUnknown,
    };
}
