namespace Holdfire.Bench.Fusion.Sim;

/// <summary>What follows a report: the same source repeats it, others repeat it, the accused denies it.</summary>
internal sealed class Echoes(Teller teller, Dice dice)
{
    private static readonly SourceProfile[] Repeaters = [.. SourceTable.All.Where(s => s.Echoes > 0)];

    // The one who repeats most also repeats those who repeat.
    private static SourceProfile Last => Repeaters[^1];

    public IEnumerable<Told> Of(Told first)
    {
        if (dice.Chance(first.Source.Repeats))
        {
            yield return Again(first);
        }

        var weight = 1 + (Parameters.EchoPerLogKilled * Math.Log(1 + Deaths(first)));
        foreach (var by in Repeaters)
        {
            if (by != first.Source && dice.Chance(Math.Min(0.9, by.Echoes * weight)))
            {
                var echo = Echo(first, by);
                yield return echo;
                if (by != Last && first.Source != Last && dice.Chance(Last.Echoes))
                {
                    yield return Echo(echo, Last);
                }
            }
        }

        if (Denier(first) is { } denier && dice.Chance(Deaths(first) > 0 ? Parameters.DeniedWithDeaths : Parameters.Denied))
        {
            yield return Denial(first, denier);
        }
    }

    // A later word of the same source: harm is known better, the time and place are the same.
    private Told Again(Told first) => first with
    {
        Published = first.Published + dice.LogNormal(300, 0.6),
        Killed = first.Killed.Length > 0 && dice.Chance(0.4) ? Plus(first.Killed, dice.Below(3)) : first.Killed,
        Injured = first.Injured.Length > 0 && dice.Chance(0.4) ? Plus(first.Injured, dice.Below(4)) : first.Injured,
        CopyOf = first,
        NamesCopied = dice.Chance(Parameters.RepeatNamesItself),
    };

    private Told Echo(Told first, SourceProfile by)
    {
        var place = dice.Chance(Parameters.EchoCoarsensPlace) ? teller.Places.Wider(first.Place, by) : first.Place;
        var time = dice.Chance(Parameters.EchoCoarsensTime) ? TimeTeller.Wider(first.Time) : first.Time;
        return first with
        {
            Source = by,
            Published = first.Published + dice.LogNormal(by.Delay / 2, 0.6),
            Place = place,
            Time = InClockOf(by, first.Source, time),
            Count = dice.Chance(by.NoCount) ? "some" : first.Count,
            Measure = "occurred",
            Killed = dice.Chance(by.TellsHarm) ? first.Killed : "",
            Injured = dice.Chance(by.TellsHarm) ? first.Injured : "",
            Mode = "claimed",
            CopyOf = first,
            NamesCopied = dice.Chance(Parameters.EchoNamesItsSource),
        };
    }

    private Told Denial(Told first, SourceProfile by) => first with
    {
        Source = by,
        Published = first.Published + dice.LogNormal(400, 0.6),
        Time = InClockOf(by, first.Source, first.Time),
        Count = "0",
        Measure = "occurred",
        Killed = "",
        Injured = "",
        Mode = "claimed",
        CopyOf = null,
        Denies = first,
    };

    private static SourceProfile? Denier(Told first) => first.Actor.Length == 0 || first.Source.Party == first.Actor
        ? null : SourceTable.All.First(s => s.Party == first.Actor && s.Id.EndsWith("-army", StringComparison.Ordinal));

    // Days and nights stay the civil days of whoever said them first; clock times are put into one's own clock.
    private static ToldTime InClockOf(SourceProfile by, SourceProfile first, ToldTime time) => time.Level >= ToldTime.Day
        ? time : time with { From = time.From + by.Ahead - first.Ahead, To = time.To + by.Ahead - first.Ahead };

    private static int Deaths(Told told) => ((TrueEvent)told.Story).Killed;

    private static string Plus(string count, int more) =>
        (int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) + more).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
