namespace Holdfire.Bench.Fusion.Sim;

/// <summary>All that is said in one sector, with the truth.</summary>
/// <param name="Sector">Where.</param>
/// <param name="Events">The true events, reported or not, in the order of their ids.</param>
/// <param name="Waves">The drone waves.</param>
/// <param name="Reports">The reports, by source, then by publication.</param>
internal sealed record SectorReports(Sector Sector, List<TrueEvent> Events, List<Wave> Waves, List<Told> Reports)
{
    /// <summary>One sector of a case; what it holds depends on its arguments alone.</summary>
    public static SectorReports Make(int seed, int number, Density density, Vagueness vagueness, bool wide = false)
    {
        var dice = new Dice(seed, number);
        var sector = new Sector(number, density, dice);
        var generator = new EventGenerator(sector, density, dice);
        var (events, waves) = generator.Make();
        events.Sort((a, b) => a.From.CompareTo(b.From));
        Name(events, sector, "E");
        Name(waves, sector, "W");

        var teller = new Teller(sector, vagueness, dice);
        var first = events.SelectMany(e => SourceTable.All.Where(s => teller.Sees(s, e)).Select(s => teller.Tell(s, e))).ToList();
        first.AddRange(Invented(first, generator, teller, sector, dice));
        var echoes = new Echoes(teller, dice);
        var sums = new Sums(sector, teller, dice);
        List<Told> all = [.. first, .. first.SelectMany(echoes.Of), .. waves.SelectMany(sums.Of)];
        if (wide)
        {
            // A stream of chance of their own, so that what the other sources say is the same with and without them.
            var more = new Teller(sector, vagueness, new Dice(~seed, number));
            all.AddRange(SourceTable.Wide.SelectMany(s => events.Where(e => more.Sees(s, e)).Select(e => more.Tell(s, e))));
        }

        return new SectorReports(sector, events, waves, all);
    }

    private static List<Told> Invented(List<Told> told, EventGenerator generator, Teller teller, Sector sector, Dice dice)
    {
        var made = new List<Told>();
        foreach (var source in SourceTable.All)
        {
            for (var n = dice.Poisson(source.Invents * told.Count(t => t.Source == source)); n > 0; n--)
            {
                var actor = source.Party switch { "AA" => "BB", "BB" => "AA", _ => dice.Chance(0.5) ? "AA" : "BB" };
                made.Add(teller.Tell(source, generator.Invent(actor)));
            }
        }

        Name(made.ConvertAll(m => m.Story), sector, "F");
        return made;
    }

    private static void Name<T>(List<T> stories, Sector sector, string kind)
        where T : Story
    {
        for (var i = 0; i < stories.Count; i++)
        {
            stories[i].Id = FormattableString.Invariant($"{kind}{sector.Number + 1:0000}-{i + 1:00000}");
        }
    }
}
