using NodaTime;

namespace Holdfire.Model;

/// <summary>Whether truces bind at an instant. Whoever asks says which instant; nothing here reads a clock.</summary>
public static class TruceStates
{
    /// <summary>The state of a truce: in force where it certainly binds any party.</summary>
    public static TruceState At(this Truce truce, Instant now) => Of([.. truce.InForce.Select(f => f.At(now))]);

    /// <summary>The state for one party, over all its times in force.</summary>
    public static TruceState At(this Truce truce, PartyId party, Instant now) =>
        Of([.. truce.InForce.Where(f => f.Party == party).Select(f => f.At(now))]);

    /// <summary>The state of one time in force.</summary>
    public static TruceState At(this InForce time, Instant now) =>
        time.When.HasStart && now < time.When.Start ? TruceState.NotBegun
        : time.When.HasEnd && now >= time.When.End ? TruceState.Ended
        : time.Certain is { } certain && certain.Contains(now) ? TruceState.InForce : TruceState.Unknown;

    private static TruceState Of(TruceState[] states) => states.Length == 0 ? TruceState.NeverInForce
        : states.Contains(TruceState.InForce) ? TruceState.InForce
        : states.Contains(TruceState.Unknown) ? TruceState.Unknown
        : states.Distinct().Count() == 1 ? states[0] : TruceState.Between;
}
