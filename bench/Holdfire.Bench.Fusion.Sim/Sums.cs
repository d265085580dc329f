namespace Holdfire.Bench.Fusion.Sim;

/// <summary>Reports that sum: the drones of a night as the side under attack and a news desk give them.</summary>
internal sealed class Sums(Sector sector, Teller teller, Dice dice)
{
    public IEnumerable<Told> Of(Wave wave)
    {
        var victim = wave.Actor == "AA" ? "BB" : "AA";
        var army = SourceTable.All.First(s => s.Party == victim && s.Id.EndsWith("-army", StringComparison.Ordinal));
        if (wave.Launched < 3 || !dice.Chance(0.9))
        {
            yield break;
        }

        var evening = wave.Night * 1440;
        var clock = dice.Chance(0.5);
        var told = new Told
        {
            Source = army,
            Story = wave,
            Published = evening + Parameters.WaveStartMinute + Parameters.WaveMinutes + dice.Uniform(5, 120),
            Place = new ToldPlace(3, 0, 0, 0, Areas(wave)),
            Time = clock
                ? new ToldTime(ToldTime.Minute, (int)(evening + Parameters.WaveStartMinute) + army.Ahead,
                    (int)(evening + Parameters.WaveStartMinute + Parameters.WaveMinutes) + army.Ahead)
                : new ToldTime(ToldTime.Night, evening, evening + 1440),
            Act = dice.Chance(0.5) ? "attack.air.uav" : "attack.air.uav.one-way",
            Measure = "launched",
            Unit = "item",
            Count = teller.Count(army with { NoCount = 0 }, wave.Launched, true),
            Target = "",
            Actor = wave.Actor,
            Aggregate = true,
            Mode = "claimed",
        };
        yield return told;
        if (dice.Chance(0.4))
        {
            var desk = SourceTable.All.First(s => s.Id == "desk-2");
            yield return told with
            {
                Source = desk,
                Published = told.Published + dice.LogNormal(desk.Delay / 2, 0.6),
                Time = told.Time.Level == ToldTime.Minute
                    ? told.Time with { From = told.Time.From - army.Ahead, To = told.Time.To - army.Ahead } : told.Time,
                CopyOf = told,
                NamesCopied = dice.Chance(Parameters.EchoNamesItsSource),
            };
        }
    }

    private string Areas(Wave wave) => string.Join(';', wave.Events.Select(e => sector.RegionAt(e.X, e.Y)).Distinct().Order()
        .Select(sector.RegionCode));
}
