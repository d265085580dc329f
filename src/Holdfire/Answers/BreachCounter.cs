using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Answers;

/// <summary>Counts breaches of one truce, least and most. A sum and the single events in it are never added.</summary>
internal sealed class BreachCounter(Case @case, TruceDays days)
{
    private readonly HashSet<ReportId> gone = [.. @case.Corrections.Select(c => c.Report)];

    /// <summary>The numbers.</summary>
    /// <param name="all">Breaches, and what may be one.</param>
    public BreachTally Tally(IReadOnlyCollection<Breach> all)
    {
        var within = all.Where(b => b.IsWithin).ToList();
        var open = all.Where(b => !b.IsWithin).SelectMany(b => b.Finding.Deciding.Select(s => s.Limit).Distinct()).GroupBy(l => l)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        var sums = within.FindAll(b => b.Finding.Subject.IsAggregate);
        return new BreachTally
        {
            Alleged = within.Count,
            Corroborated = within.Count(b => b.Reaches(ProofNeeded.Corroborated)),
            Verified = within.Count(b => b.Reaches(ProofNeeded.Verified)),
            SaidByItself = within.Count(b => b.Finding.Ladder.Attribution == Attribution.Conceded),
            DeniedByItself = within.Count(b => b.Finding.Ladder.Testimonies.Any(t => t is { Denies: true, Side: TestimonySide.Own })),
            Origins = within.SelectMany(b => b.Finding.Ladder.Origins).Distinct(StringComparer.Ordinal).Count(),
            MayBeFor = open?.Key,
            MayBeForCount = open?.Count() ?? 0,
            Sums = sums.Count,
            GreatestSum = sums.Select(s => (CountRange?)s.Finding.Subject.Count).MaxBy(c => (c!.Value.Min, c.Value.Max ?? long.MaxValue)),
            InAll = sums.Count > 0 ? null : InAll(within),
            MayBe = all.Count - within.Count,
            DaysWithBreach = DaysWithBreach(within),
            First = within.Select(b => b.Finding).Where(f => f.Subject.Window.HasStart)
                .OrderBy(f => f.Subject.Window.Start).ThenBy(f => Intervals.EndOf(f.Subject.Window)).ThenBy(f => f.Subject.Id, StringComparer.Ordinal).FirstOrDefault(),
            Killed = Harmed(all, h => h.Killed),
            Injured = Harmed(all, h => h.Injured),
            KilledMilitary = Harmed(all, h => h.KilledMilitary),
            InjuredMilitary = Harmed(all, h => h.InjuredMilitary),
            KilledUnknown = Harmed(all, h => h.KilledUnknown),
            InjuredUnknown = Harmed(all, h => h.InjuredUnknown),
        };
    }

    /// <summary>Whether these are certainly more than is tolerated: on one day, or over all days together.</summary>
    public bool Exceeds(IReadOnlyCollection<Breach> within, Tolerance tolerance)
    {
        var counted = within.Where(b => b.Reaches(tolerance.Standard)).ToList();
        return AtLeast(counted) > (long)tolerance.PerDay * Math.Max(1, days.Count)
            || counted.Where(b => days.IsInOne(b.Finding.Subject.Window)).GroupBy(b => b.Finding.Subject.Window.Start.InZone(days.Zone).Date)
                .Any(day => AtLeast(day) > tolerance.PerDay);
    }

    // Single events are different from each other, and so are sums over times apart; a sum may hold the single events, so the greater of the two is certain.
    private static long AtLeast(IEnumerable<Breach> breaches)
    {
        var subjects = breaches.Select(b => b.Finding.Subject).ToList();
        return Math.Max(
            subjects.Where(s => !s.IsAggregate).Sum(s => Summed(s).Min), ApartInTime.Greatest(subjects.Where(s => s.IsAggregate).Select(s => (s.Window, Summed(s).Min))));
    }

    // A hundred drones may be one breach; a hundred attacks are a hundred.
    private static CountRange Summed(FindingSubject subject) => subject.Reports.All(r => r.Unit == CountUnit.Item) ? CountRange.Exactly(1)
        : new CountRange(Math.Max(1, subject.Count.Min), subject.Count.Max is { } most ? Math.Max(1, most) : null);

    private static CountRange? InAll(List<Breach> within)
    {
        var counts = within.ConvertAll(b => Summed(b.Finding.Subject));
        return counts.TrueForAll(c => c == CountRange.Exactly(1)) ? null : new CountRange(counts.Sum(c => c.Min), counts.Aggregate((long?)0, (sum, c) => sum + c.Max));
    }

    private CountRange DaysWithBreach(List<Breach> within)
    {
        var may = new HashSet<int>();
        var spans = new List<(Interval, long)>();
        foreach (var window in within.Select(b => b.Finding.Subject.Window))
        {
            if (days.PlacesOf(window) is not var (first, last))
            {
                continue;
            }

            may.UnionWith(Enumerable.Range(first, last - first + 1));
            spans.Add((new Interval(Instant.FromUnixTimeSeconds(first), Instant.FromUnixTimeSeconds(last + 1)), 1));
        }

        // A claim of several days says that one of them had a breach, at the least; claims of other days say it of others.
        return new CountRange(ApartInTime.Greatest(spans), may.Count);
    }

    private CountRange? Harmed(IReadOnlyCollection<Breach> all, Func<Harm, CountRange?> kind)
    {
        var (single, sums, most, said) = (0L, new List<(Interval When, long Least)>(), (long?)0, false);
        foreach (var breach in all)
        {
            if (Harmed(breach.Finding.Subject, kind) is not { } harmed)
            {
                continue;
            }

            said = true;
            most += harmed.Max;
            if (breach is { IsWithin: true, Finding.Subject: { IsAggregate: true, Window: var when } })
            {
                sums.Add((when, harmed.Min));
            }
            else if (breach.IsWithin)
            {
                single += harmed.Min;
            }
        }

        return said ? new CountRange(Math.Max(single, ApartInTime.Greatest(sums)), most) : null;
    }

    // Reports of one event that differ leave the least and the most of them possible.
    private CountRange? Harmed(FindingSubject subject, Func<Harm, CountRange?> kind)
    {
        var told = subject.Reports.Where(r => r.PartOf is null && !gone.Contains(r.Id)).Select(r => kind(r.Harm)).OfType<CountRange>().ToList();
        return told.Count == 0 ? null : new CountRange(told.Min(t => t.Min), told.Exists(t => t.Max is null) ? null : told.Max(t => t.Max));
    }
}
