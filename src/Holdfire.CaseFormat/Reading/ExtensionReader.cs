using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>Reads how a truce was extended.</summary>
internal sealed class ExtensionReader(LoadState state, TermTimes times, Func<MapReader, Declaration> declaration)
{
    /// <summary>The truce with what its extensions add: times in force, and a later end.</summary>
    public Truce Read(MapReader map, Truce truce)
    {
        foreach (var item in map.Maps("extensions"))
        {
            truce = Extended(item, truce);
        }

        return truce;
    }

    private Truce Extended(MapReader map, Truce truce)
    {
        var zone = state.Zone(map);
        var (end, ends) = times.EndOf(map, zone);
        if (!truce.Intended.HasEnd)
        {
            state.Errors.Add(map.Start, "no extension, since the truce that it extends has no end", map.Text("text"));
            return truce;
        }

        var before = truce.Intended;
        if (end is { } at && at.End <= before.End)
        {
            state.Errors.Add(map.At("to"), "an end after the one that is extended", map.Text("to"));
            return truce;
        }

        var number = truce.Extensions.Length + 1;
        ImmutableArray<InForce> inForce = map.Has("in_force")
            ? [.. map.Maps("in_force").Select(m => times.InForce(m, number))]
            : GoesOn(map, truce, end, ends, number);
        return truce with
        {
            Intended = new Interval(before.HasStart ? before.Start : null, end?.End),
            Ends = ends,
            InForce = [.. truce.InForce, .. inForce],
            Extensions =
            [
                .. truce.Extensions,
                new Extension
                {
                    Announced = state.Window(map.Map("announced")), Before = before, Intended = new Interval(before.End, end?.End), Ends = ends,
                    Declarations = [.. map.Maps("declarations").Select(declaration)], Text = map.Text("text"),
                },
            ],
        };
    }

    // For everyone whom it bound at its end it goes on from there.
    private ImmutableArray<InForce> GoesOn(MapReader map, Truce truce, Interval? end, TruceEnd ends, int number)
    {
        var bound = truce.InForce.GroupBy(f => f.Party).Select(g => g.MaxBy(f => Intervals.EndOf(f.When))!)
            .Where(f => f.When.HasEnd && f.When.End >= truce.Intended.End && !(end?.End <= f.When.End)).ToList();
        if (bound.Count == 0)
        {
            state.Errors.Add(map.Start, "the key in_force, since the truce bound nobody until its end", "none");
        }

        var isSpan = end is { } e && e.Start < e.End;
        return
        [
            .. bound.Select(f => new InForce(
                f.Party, new Interval(f.When.End, end?.End), isSpan ? TimePrecision.Within : TimePrecision.Minute, map.Text("zone"), map.Text("text"), false)
            {
                EarliestEnd = isSpan ? end!.Value.Start : null, EndUnknown = ends == TruceEnd.Unknown, Extension = number,
            }),
        ];
    }
}
