using Holdfire.Model;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.CaseFormat;

/// <summary>Reads when the day of a daily report ends.</summary>
internal static class DailyReader
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The cut-off; midnight where its clock time cannot be read.</summary>
    public static DailyCutOff Read(MapReader map, DateTimeZone zone, LoadState state)
    {
        var text = map.Text("cut_off");
        var time = text == "24:00" ? LocalTime.Midnight : Clock.Parse(text) is { Success: true } parsed ? parsed.Value : (LocalTime?)null;
        if (time is null && text.Length > 0)
        {
            state.Errors.Add(map.At("cut_off"), "a clock time such as 18:00", text);
        }

        return new DailyCutOff(time ?? LocalTime.Midnight, map.TextOrNull("time_zone") is null ? zone.Id : state.Zone(map, "time_zone").Id);
    }
}
