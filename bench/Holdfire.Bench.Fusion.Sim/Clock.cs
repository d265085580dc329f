using System.Globalization;
using NodaTime;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>Minutes from the first day as civil times in ISO 8601.</summary>
internal static class Clock
{
    public const int MinutesOfDay = 1440;

    public static readonly LocalDate FirstDay = new(2031, 1, 1);

    private static readonly string[] Days = [.. Enumerable.Range(-30, 400)
        .Select(d => FirstDay.PlusDays(d).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))];

    public static string Date(int minute) => Days[30 + (int)Math.Floor((double)minute / MinutesOfDay)];

    public static string Time(int minute)
    {
        var ofDay = ((minute % MinutesOfDay) + MinutesOfDay) % MinutesOfDay;
        return string.Create(CultureInfo.InvariantCulture, $"{Date(minute)}T{ofDay / 60:00}:{ofDay % 60:00}");
    }

    public static string Instant(double minute) => Time((int)Math.Ceiling(minute)) + "Z";
}
