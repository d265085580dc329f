namespace Holdfire.Bench.Fusion.Sim;

/// <summary>Makes the true events of one sector.</summary>
internal sealed class EventGenerator(Sector sector, Density density, Dice dice)
{
    private static readonly string[] LineActs = ["attack.shelling", "attack.air.uav.fpv", "attack.ground", "attack.air.bomb.guided"];
    private static readonly string[] RearActs = ["attack.air.missile.ballistic", "attack.air.uav.one-way", "attack.shelling", "attack.ground"];
    private static readonly string[] Targets = ["military", "residential", "other", "energy_facility"];

    private double Ends => density.Days * 1440.0;

    /// <summary>All single events, in no order, and the waves that some of them belong to.</summary>
    public (List<TrueEvent> Events, List<Wave> Waves) Make()
    {
        var events = new List<TrueEvent>();
        Line(events);
        for (var n = dice.Poisson(density.RearPerDay * density.Days); n > 0; n--)
        {
            events.Add(Rear());
        }

        var waves = Enumerable.Range(0, density.Days - 1).SelectMany(Waves).ToList();
        waves.ForEach(w => events.AddRange(w.Events));
        return (events, waves);
    }

    /// <summary>An event that could have been, at the line or, where that has none, anywhere: what a source makes up.</summary>
    public TrueEvent Invent(string actor)
    {
        var line = dice.Chance(density.LinePerDay / (density.LinePerDay + density.RearPerDay));
        var (act, x, y) = line ? AtHotSpot(actor) : AtTown(actor);
        return Build(line ? "line" : "rear", act, actor, dice.Uniform(0, Ends), x, y, StoryKind.Invention);
    }

    // A branching process: what is set off sets off in turn (Hawkes).
    private void Line(List<TrueEvent> events)
    {
        var open = new Queue<TrueEvent>();
        for (var n = dice.Poisson(density.LinePerDay * density.Days * (1 - Parameters.SetOff)); n > 0; n--)
        {
            var actor = AnyParty();
            var (act, x, y) = AtHotSpot(actor);
            open.Enqueue(Build("line", act, actor, dice.Uniform(0, Ends), x, y));
        }

        while (open.TryDequeue(out var parent))
        {
            events.Add(parent);
            for (var n = dice.Poisson(Parameters.SetOff); n > 0; n--)
            {
                if (SetOff(parent) is { } child)
                {
                    open.Enqueue(child);
                }
            }
        }
    }

    private TrueEvent? SetOff(TrueEvent parent)
    {
        var fast = dice.Chance(Parameters.FastShare);
        var at = parent.From + dice.Wait(fast ? Parameters.FastMinutes : Parameters.SlowDays * 1440);
        if (at >= Ends)
        {
            return null;
        }

        // The next salvo is of the same kind and close by; return fire lands across the line.
        var back = dice.Chance(Parameters.ReturnFire);
        var actor = back ? parent.Victim : parent.Actor;
        var act = fast && dice.Chance(0.7) ? parent.Act : LineActs[dice.Pick(Parameters.LineActs)];
        var y = Math.Clamp(parent.Y + dice.Normal(Parameters.SetOffKm), -sector.Half, sector.Half);
        var x = back ? Beyond(actor, y, act) : parent.X + dice.Normal(Parameters.SetOffKm);
        return Build("line", act, actor, at, x, y);
    }

    private TrueEvent Rear()
    {
        var actor = AnyParty();
        var (act, x, y) = AtTown(actor);
        return Build("rear", act, actor, dice.Uniform(0, Ends), x, y);
    }

    // One wave of each party a night at most; its drones come down in groups, over the land of the other.
    private IEnumerable<Wave> Waves(int night)
    {
        foreach (var actor in (string[])["AA", "BB"])
        {
            if (!dice.Chance(Parameters.WaveNights))
            {
                continue;
            }

            var launched = dice.Poisson(dice.LogNormal(Parameters.WaveMedian, Parameters.WaveSigma) * density.WaveShare);
            if (launched == 0)
            {
                continue;
            }

            var wave = new Wave { Kind = StoryKind.Sum, Actor = actor, Night = night, Launched = launched };
            for (var left = launched; left > 0;)
            {
                var group = Math.Min(left, 1 + dice.Poisson(0.6));
                left -= group;
                var (_, x, y) = AtTown(actor);
                var at = (night * 1440) + Parameters.WaveStartMinute + dice.Uniform(0, Parameters.WaveMinutes);
                wave.Events.Add(Build("wave", "attack.air.uav.one-way", actor, at, x, y, count: group));
            }

            yield return wave;
        }
    }

    private string AnyParty() => dice.Chance(0.5) ? "AA" : "BB";

    private (string Act, double X, double Y) AtHotSpot(string actor)
    {
        var y = sector.HotSpots[dice.Pick(sector.HotWeights)] + dice.Normal(density.HotKm);
        y = Math.Clamp(y, -sector.Half, sector.Half);
        var act = LineActs[dice.Pick(Parameters.LineActs)];
        return (act, Beyond(actor, y, act), y);
    }

    // How far behind the other's line an act lands, in kilometres.
    private double Beyond(string actor, double y, string act)
    {
        var reach = act switch { "attack.ground" => 1, "attack.air.bomb.guided" => 8, _ => 4 };
        return sector.Line(y) + ((actor == "AA" ? 1 : -1) * Math.Abs(dice.Normal(reach)));
    }

    private (string Act, double X, double Y) AtTown(string actor)
    {
        var act = RearActs[dice.Pick(Parameters.RearActs)];
        var nearTown = dice.Chance(0.7);
        for (var tries = 0; ; tries++)
        {
            var town = sector.Towns[dice.Below(sector.Towns.Length)];
            var (x, y) = nearTown
                ? (town.X + dice.Normal(3), town.Y + dice.Normal(3))
                : (dice.Uniform(-sector.Half, sector.Half), dice.Uniform(-sector.Half, sector.Half));
            (x, y) = (Math.Clamp(x, -sector.Half, sector.Half), Math.Clamp(y, -sector.Half, sector.Half));
            if (sector.HeldBy(x, y) != actor || tries == 50)
            {
                return (act, x, y);
            }
        }
    }

    private TrueEvent Build(
        string process, string act, string actor, double from, double x, double y, StoryKind kind = StoryKind.Event, int? count = null)
    {
        var lasts = act switch
        {
            "attack.shelling" => dice.LogNormal(15, 0.8),
            "attack.ground" => dice.LogNormal(90, 0.7),
            _ => dice.Uniform(0, 3),
        };
        var items = count ?? act switch
        {
            "attack.shelling" => Math.Max(1, (int)dice.LogNormal(8, 0.9)),
            "attack.ground" => 1,
            _ => 1 + dice.Poisson(0.5),
        };
        var harmed = dice.Chance(process == "line" ? Parameters.HarmedLine : Parameters.HarmedRear);
        var killed = harmed && dice.Chance(0.5) ? dice.PowerLaw(Parameters.HarmExponent, Parameters.MostKilled) : 0;
        return new TrueEvent
        {
            Kind = kind,
            Process = process,
            Act = act,
            Actor = actor,
            From = from,
            To = from + lasts,
            X = x,
            Y = y,
            Count = items,
            Killed = killed,
            Injured = harmed ? Math.Max(killed == 0 ? 1 : 0, dice.Poisson(Math.Max(1, killed) * Parameters.InjuredPerKilled)) : 0,
            Target = Targets[dice.Pick([0.6, 0.25, 0.1, 0.05])],
        };
    }
}
