using System.Text.RegularExpressions;

namespace Holdfire.Importers;

/// <summary>The acts of ACLED's types and sub-types; of the notes only the words for weapons are looked at.</summary>
internal static partial class AcledActs
{
    public static AcledCoding Of(SourceRow row, bool withDisrupted)
    {
        var (type, sub) = (row["event_type"], row["sub_event_type"]);
        return type switch
        {
            "Battles" => new("attack.ground", "military", "occurred", true, ""),
            "Explosions/Remote violence" => Explosion(row, sub),
            "Violence against civilians" when sub == "Attack" => new("attack", "other", "occurred", false, ""),
            "Violence against civilians" => Left(sub.Length > 0 ? sub : type),
            "Protests" or "Riots" => Left(type),
            "Strategic developments" when sub == "Disrupted weapons use" =>
                withDisrupted ? new("attack", "", "destroyed", false, "") : Left("Disrupted weapons use (--disrupted takes it)"),
            "Strategic developments" when sub == "Agreement" => Left("Agreement (a candidate for truces.yaml)"),
            "Strategic developments" => Left(sub.Length > 0 ? sub : type),
            _ => throw row.Refusal("event_type", "one of: Battles, Explosions/Remote violence, Violence against civilians, Protests, Riots, Strategic developments"),
        };
    }

    private static AcledCoding Explosion(SourceRow row, string sub)
    {
        var notes = row["notes"];
        var target = row["civilian_targeting"].Length > 0 && Residential().IsMatch(notes) ? "residential" : "";
        return sub switch
        {
            "Air/drone strike" => new(Drone().IsMatch(notes) ? "attack.air.uav" : "attack.air", target, "occurred", false, ""),
            "Shelling/artillery/missile attack" => new(Fire(notes), "", "occurred", false, ""),
            "Grenade" => new("attack.ground", "", "occurred", false, ""),
            "Chemical weapon" or "Suicide bomb" => new("attack", "", "occurred", false, ""),
            "Remote explosive/landmine/IED" => Left("laid before (mines and improvised devices)"),
            _ => throw row.Refusal("sub_event_type", "a sub-type of Explosions/Remote violence"),
        };
    }

    private static string Fire(string notes) => (Shell().IsMatch(notes), Missile().IsMatch(notes)) switch
    {
        (true, false) => "attack.shelling",
        (false, true) => "attack.air.missile",
        _ => "attack",
    };

    private static AcledCoding Left(string reason) => new("", "", "", false, reason);

    [GeneratedRegex(@"\b(drones?|UAVs?|FPV)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Drone();

    [GeneratedRegex(@"\b(shell(s|ed|ing)?|artillery|mortars?|MLRS|Grads?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shell();

    [GeneratedRegex(@"\bmissiles?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Missile();

    [GeneratedRegex(@"\bresidential\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Residential();
}
