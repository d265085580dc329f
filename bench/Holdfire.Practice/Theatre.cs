using NodaTime;

namespace Holdfire.Practice;

/// <summary>Where and when things happen: a line that runs from north to south through an empty part of an ocean.</summary>
internal static class Theatre
{
    public static readonly Instant Start = Instant.FromUtc(2031, 3, 1, 2, 0);
    public const int Days = 31;

    private static readonly string[] Acts =
        ["attack.shelling", "attack.shelling", "attack.air.uav", "attack.air.uav", "attack.air.uav.fpv", "attack.ground", "attack.air.uav.one-way", "recon.air.uav"];

    private static readonly string[] Targets = ["", "military", "military", "residential", "energy_facility", "", "other"];

    public static Event Next(int number, Random random)
    {
        var actor = random.Next(2) == 0 ? "ORD" : "VEL";
        var east = actor == "ORD";
        var (latitude, offset) = (-30 + (random.NextDouble() * 0.96) - 0.48, 0.004 + (Math.Abs(random.NextDouble() - random.NextDouble()) * 0.3));
        var minute = (number * Days * 1440 / CaseWriter.Events) + random.Next(-300, 300);
        return new Event(
            number, Start + Duration.FromMinutes(Math.Max(0, minute)), random.Next(5, 90), Math.Round(latitude, 4),
            Math.Round(-20 + (east ? offset : -offset), 4), $"X-{(east ? "VEL" : "ORD")}-{(latitude > -30 ? "NORTH" : "SOUTH")}",
            Acts[random.Next(Acts.Length)], Targets[random.Next(Targets.Length)], 1 + (random.Next(6) * random.Next(2)), actor, east ? "VEL" : "ORD");
    }
}
