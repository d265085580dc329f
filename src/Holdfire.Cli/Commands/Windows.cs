using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>Splits a span of civil days into the windows asked for.</summary>
internal static class Windows
{
    public static ImmutableArray<Interval> Split(Case @case, LocalDate first, LocalDate last, DateTimeZone zone, string by)
    {
        var whole = Local.Days(first, last, zone);
        return by switch
        {
            "total" => [whole],
            "day" => Steps(first, last, zone, 1),
            "week" => Steps(first, last, zone, 7),
            "phase" => Phases(@case, whole),
            _ => throw new InputException($"--by: expected day, week, phase or total; found '{by}'"),
        };
    }

    private static ImmutableArray<Interval> Steps(LocalDate first, LocalDate last, DateTimeZone zone, int days)
    {
        var windows = ImmutableArray.CreateBuilder<Interval>();
        for (var day = first; day <= last; day = day.PlusDays(days))
        {
            windows.Add(Local.Days(day, LocalDate.Min(day.PlusDays(days - 1), last), zone));
        }

        return windows.ToImmutable();
    }

    /// <summary>Cuts at every start and end at which a truce began or ceased to bind someone.</summary>
    private static ImmutableArray<Interval> Phases(Case @case, Interval whole)
    {
        var cuts = @case.Truces.SelectMany(t => t.InForce)
            .SelectMany(f => new[] { Intervals.StartOf(f.When), Intervals.EndOf(f.When) })
            .Where(i => i > whole.Start && i < whole.End)
            .Append(whole.Start).Append(whole.End).Distinct().Order().ToImmutableArray();
        return [.. cuts.Zip(cuts.Skip(1), (a, b) => new Interval(a, b))];
    }
}
