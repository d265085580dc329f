namespace Holdfire.Bench.Fusion.Sim;

/// <summary>How sources put a time into a report.</summary>
internal sealed class TimeTeller(Vagueness vagueness, Dice dice)
{
    private const int MinutesOfDay = 1440;

    /// <summary>Nothing is told to begin after it was published.</summary>
    public ToldTime Tell(SourceProfile source, double from, double to, double published)
    {
        if (dice.Chance(source.Lags))
        {
            var heard = Math.Min(from + dice.Wait(source.LagMinutes), published);
            (from, to) = (heard, heard);
        }

        if (dice.Chance(source.WrongDay))
        {
            var days = (from + MinutesOfDay <= published && dice.Chance(0.7) ? 1 : -1) * MinutesOfDay;
            (from, to) = (from + days, to + days);
        }

        var weights = source.Times.Select((w, level) => level >= ToldTime.Day ? w * vagueness.Factor : w).ToArray();
        return At(source, dice.Pick(weights), from, to, published);
    }

    /// <summary>The civil day of a time told more exactly.</summary>
    public static ToldTime Wider(ToldTime time) =>
        time.Level >= ToldTime.Day ? time : Day(time.From);

    private ToldTime At(SourceProfile source, int level, double from, double to, double published)
    {
        var shift = Math.Min(dice.Normal(source.TimeError), published - to);
        var (first, last) = ((int)Math.Floor(from + shift) + source.Ahead, (int)Math.Floor(to + shift) + source.Ahead);
        var hour = Floor(first, MinutesOfDay) / 60;
        switch (level)
        {
            case ToldTime.Minute:
                return new ToldTime(ToldTime.Minute, first, dice.Chance(0.3) ? last : first);
            case ToldTime.About:
                var rounded = (int)Math.Round(first / 30.0) * 30;
                return new ToldTime(ToldTime.About, rounded, rounded);
            case ToldTime.Night when hour is >= 18 or < 8:
                var evening = first - Floor(first, MinutesOfDay) - (hour < 12 ? MinutesOfDay : 0);
                return new ToldTime(ToldTime.Night, evening, evening + MinutesOfDay);
            default:
                return Day(first);
        }
    }

    private static ToldTime Day(int minute)
    {
        var midnight = minute - Floor(minute, MinutesOfDay);
        return new ToldTime(ToldTime.Day, midnight, midnight);
    }

    private static int Floor(int value, int by) => ((value % by) + by) % by;
}
