using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Splits a span of civil days into the windows asked for.</summary>
public static class CountWindows
{
    /// <summary>The windows, in the order of time; as phases they are cut where a truce of the case begins or ends for someone.</summary>
    public static ImmutableArray<Interval> Split(Case @case, CountsRequest request)
    {
        var whole = Local.Days(request.From, request.To, request.Zone);
        return request.By switch
        {
            CountStep.Day => Steps(request, 1),
            CountStep.Week => Steps(request, 7),
            CountStep.Phase => Phases(@case, whole),
            _ => [whole],
        };
    }

    private static ImmutableArray<Interval> Steps(CountsRequest request, int days)
    {
        var windows = ImmutableArray.CreateBuilder<Interval>();
        for (var day = request.From; day <= request.To; day = day.PlusDays(days))
        {
            windows.Add(Local.Days(day, LocalDate.Min(day.PlusDays(days - 1), request.To), request.Zone));
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
