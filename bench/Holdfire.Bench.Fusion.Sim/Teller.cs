using System.Globalization;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>A source that saw an event tells of it.</summary>
internal sealed class Teller(Sector sector, Vagueness vagueness, Dice dice)
{
    private static readonly string[] Loud = ["attack.shelling", "attack.air.missile.ballistic", "attack.air.bomb.guided", "attack.air.uav.one-way"];

    public PlaceTeller Places { get; } = new(sector, vagueness, dice);

    private TimeTeller Times { get; } = new(vagueness, dice);

    public bool Sees(SourceProfile source, TrueEvent story)
    {
        var km = Math.Abs(story.X - sector.Line(story.Y));
        if (source.ReachKm > 0 && km > source.ReachKm)
        {
            return false;
        }

        if (source.IsSensor)
        {
            var tenth = Math.Clamp((int)((story.Y + sector.Half) / (2 * sector.Half) * sector.Watched.Length), 0, sector.Watched.Length - 1);
            if (!sector.Watched[tenth] || !Loud.Contains(story.Act))
            {
                return false;
            }
        }

        var logit = source.Sees + (source.PerLogKilled * Math.Log(1 + story.Killed)) + (source.PerLogCount * Math.Log(story.Count))
            + (source.Party == story.Actor ? source.OwnActs : 0);
        return dice.Chance(1 / (1 + Math.Exp(-logit)));
    }

    public Told Tell(SourceProfile source, TrueEvent story)
    {
        var act = Act(source, story.Act);
        var accused = source.Party is not null && source.Party != story.Actor;
        var published = story.To + dice.LogNormal(source.Delay, 0.7);
        return new Told
        {
            Source = source,
            Story = story,
            Published = published,
            Place = Places.Tell(source, story.X, story.Y),
            Time = Times.Tell(source, story.From, story.To, published),
            Act = act,
            Measure = source.Kind == "party_organ" && accused && act.Contains("uav", StringComparison.Ordinal) && dice.Chance(0.4)
                ? "destroyed" : "occurred",
            Unit = story.Act == "attack.ground" ? "assault" : "item",
            Count = Count(source, story.Count, accused),
            Target = !source.IsSensor && dice.Chance(0.5) ? story.Target : "",
            Actor = Actor(source, story),
            Killed = Harm(source, story.Killed),
            Injured = Harm(source, story.Injured),
            Mode = source.Mode == "heard" && dice.Chance(0.15) ? "on_site" : source.Mode,
        };
    }

    /// <summary>A count as a source puts it.</summary>
    public string Count(SourceProfile source, int count, bool accused)
    {
        if (dice.Chance(source.NoCount))
        {
            return "some";
        }

        // One item is not miscounted; of many, those who count the other's acts count more.
        var told = count == 1 && !dice.Chance(source.CountError / 2) ? 1 : (int)Math.Max(1, Math.Round(
            count * dice.LogNormal(accused ? source.Exaggerates : 1, source.CountError)));
        if (told >= 10 && dice.Chance(source.Rounds))
        {
            var rounded = told >= 50 ? told / 10 * 10 : told / 5 * 5;
            return dice.Chance(0.5) ? Text($"~{rounded}") : Text($">={rounded}");
        }

        return told >= 5 && dice.Chance(0.05) ? Text($"{told - 2}..{told + 2}") : Text($"{told}");
    }

    private string Act(SourceProfile source, string act)
    {
        if (dice.Chance(source.WrongAct))
        {
            act = act switch
            {
                "attack.shelling" => "attack.air.bomb",
                "attack.air.bomb.guided" or "attack.ground" or "attack.air.uav.fpv" => "attack.shelling",
                "attack.air.uav.one-way" => "attack.air.missile",
                _ => "attack.air.uav",
            };
        }

        while (act.Contains('.', StringComparison.Ordinal) && dice.Chance(source.Coarsens))
        {
            act = act[..act.LastIndexOf('.')];
        }

        return act;
    }

    private string Actor(SourceProfile source, TrueEvent story)
    {
        // A party's organ never names its own side in what hurts the other side's civilians: it is silent then.
        if (dice.Chance(source.NoActor) || (source.Party == story.Actor && story.Killed + story.Injured > 0))
        {
            return "";
        }

        return dice.Chance(source.WrongActor) ? story.Victim : story.Actor;
    }

    private string Harm(SourceProfile source, int count)
    {
        if (!dice.Chance(count == 0 ? source.TellsHarm * 0.3 : source.TellsHarm))
        {
            return "";
        }

        // First figures are low or high by a few.
        return Text($"{Math.Max(0, count > 1 && dice.Chance(0.3) ? count + dice.Below(5) - 2 : count)}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
