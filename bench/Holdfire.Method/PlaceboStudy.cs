using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using MathNet.Numerics.Distributions;
using NodaTime;

namespace Holdfire.Method;

/// <summary>Truces that never were, set into a case where none was in force, nor in the 28 days before.</summary>
/// <param name="subject">The case.</param>
/// <param name="thinned">Whether each window is looked at with events taken away, too.</param>
internal sealed class PlaceboStudy(Case subject, bool thinned = true)
{
    private const int Clear = 28;
    private const int Offsets = 3;
    private static readonly TruceId Id = new("placebo");

    /// <summary>What the method says of one window.</summary>
    /// <param name="First">Its first day.</param>
    /// <param name="Says">What its primary lines say, for a person to read.</param>
    /// <param name="IsWrong">Whether a primary line tells of a change.</param>
    /// <param name="AnyWrong">Whether any line does.</param>
    /// <param name="CannotSay">Whether every primary line says nothing.</param>
    /// <param name="NoClearChange">Whether a primary line says that there is no clear change.</param>
    /// <param name="Unabated">Whether a primary line says that it went on as before.</param>
    /// <param name="Quarter">What it says where three of four events of the window are taken away.</param>
    /// <param name="Half">Where one of two is.</param>
    public sealed record Outcome(LocalDate First, string Says, bool IsWrong, bool AnyWrong, bool CannotSay, bool NoClearChange, bool Unabated, Thinned Quarter, Thinned Half);

    /// <summary>What it says where events were taken away.</summary>
    /// <param name="Shown">Whether the interval of a primary line lies below 1.</param>
    /// <param name="Said">Whether a primary line says held, largely held or reduced.</param>
    /// <param name="Holds">Whether every interval holds the share that was kept.</param>
    /// <param name="Unabated">Whether a primary line says that it went on as before.</param>
    public readonly record struct Thinned(bool Shown, bool Said, bool Holds, bool Unabated);

    private DateTimeZone Zone => DateTimeZoneProviders.Tzdb[subject.Zone];

    /// <summary>All windows of so many days: each with 28 days before it, from three offsets, so that those of one never meet.</summary>
    public List<Outcome> Run(int days)
    {
        var starts = Enumerable.Range(0, Offsets).SelectMany(o => Starts(days, o * (days + Clear) / Offsets)).Distinct().Order().ToArray();
        var outcomes = new Outcome[starts.Length];
        Parallel.For(0, starts.Length, i => outcomes[i] = At(starts[i], days));
        return [.. outcomes];
    }

    /// <summary>What the primary lines say of the case's own truces.</summary>
    public IEnumerable<string> Own() => Assessor.Assess(CaseView.Of(subject), new AssessmentOptions { Alternatives = false })
        .SelectMany(t => t.Lines.Where(l => l.IsPrimary).Select(l => $"{t.Truce.Id}: {Words(l)}{(l.IsUnabated ? ", unabated" : "")}"));

    private IEnumerable<LocalDate> Starts(int days, int offset)
    {
        var (first, last) = Covered();
        var taken = subject.Truces.SelectMany(t => t.InForce).Select(f => f.When).ToList();
        bool IsClear(LocalDate day) => !taken.Exists(t => Intervals.Overlap(t, Local.Days(day.PlusDays(-Clear), day.PlusDays(days - 1), Zone)));
        var wasClear = false;
        for (var day = first.PlusDays(Clear); day.PlusDays(days - 1) <= last;)
        {
            if (!IsClear(day))
            {
                (day, wasClear) = (day.PlusDays(1), false);
            }
            else if (!wasClear)
            {
                // The offset counts anew after each truce, so that the offsets differ everywhere.
                (day, wasClear) = (day.PlusDays(offset), true);
            }
            else
            {
                yield return day;
                day = day.PlusDays(days + Clear);
            }
        }
    }

    // What a source declares to have watched, else what is claimed.
    private (LocalDate First, LocalDate Last) Covered()
    {
        var watches = subject.Sources.SelectMany(s => s.Watches).Where(w => w.Watching && w.When is { HasStart: true, HasEnd: true }).Select(w => w.When).ToList();
        var spans = watches.Count > 0 ? watches
            : [.. subject.Reports.Select(r => r.Window.Extent).Where(e => e is { HasStart: true, HasEnd: true })];
        return (spans.Min(s => s.Start).InZone(Zone).Date, spans.Max(s => s.End).InZone(Zone).Date.PlusDays(-1));
    }

    private Outcome At(LocalDate first, int days)
    {
        var window = Local.Days(first, first.PlusDays(days - 1), Zone);
        var lines = Lines(subject, window);
        return new Outcome(
            first, string.Join("; ", lines.Where(l => l.IsPrimary).Select(Words)),
            lines.Exists(l => l.IsPrimary && IsChange(l.Verdict)), lines.Exists(l => IsChange(l.Verdict)),
            lines.TrueForAll(l => !l.IsPrimary || l.Verdict == Verdict.CannotSay), lines.Exists(l => l is { IsPrimary: true, Verdict: Verdict.NoClearChange }),
            lines.Exists(l => l is { IsPrimary: true, IsUnabated: true }),
            thinned ? ThinnedTo(window, 0.25, first) : default, thinned ? ThinnedTo(window, 0.5, first) : default);
    }

    private static string Words(AssessmentLine l) => string.Create(
        CultureInfo.InvariantCulture, $"{l.Verdict} {l.ExpectedRatio:0.00} ({l.Ratio?.Low:0.00} to {l.Ratio?.High:0.00}) of {l.Expected:0}, {l.UnitsBefore} units before, {l.PlaceboWindows} windows");

    private Thinned ThinnedTo(Interval window, double share, LocalDate seed)
    {
        var random = new Random((seed.Year * 1000) + seed.DayOfYear);
        var kept = subject.Reports.Select(r => !r.Window.IsInside(window) ? r : Keep(r, share, random)).OfType<Report>();
        var lines = Lines(subject with { Reports = [.. kept] }, window).FindAll(l => l.IsPrimary);
        return new Thinned(
            lines.Exists(l => l.Ratio?.High < 1), lines.Exists(l => l.Verdict is Verdict.Held or Verdict.LargelyHeld or Verdict.Reduced),
            lines.TrueForAll(l => l.Ratio is not { } r || (r.Low <= share && !(r.High < share))),
            lines.Exists(l => l.IsUnabated));
    }

    private static Report? Keep(Report report, double share, Random random) =>
        report.Count is not { Max: { } max, Min: var min } || max != min ? report
        : Binomial.Sample(random, share, (int)min) is > 0 and var kept ? report with { Count = CountRange.Exactly(kept) } : null;

    private List<AssessmentLine> Lines(Case @case, Interval window)
    {
        var parties = @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id).ToImmutableArray();
        ImmutableArray<Prohibition> terms = @case.Truces is [var like, ..]
            ? [.. like.Prohibitions.Where(p => p.Target is null).Select(p => p with { Bound = parties })] : [SeriesCase.Terms(parties)];
        var truce = new Truce
        {
            Id = Id, Name = "placebo", Intended = window, Zone = @case.Zone,
            Announced = TimeWindow.Exact(new Interval(window.Start, window.Start)),
            InForce = [.. parties.Select(p => new InForce(p, window, TimePrecision.Minute, @case.Zone, "placebo", false))],
            Prohibitions = terms,
        };
        var tried = @case with { Truces = [.. @case.Truces, truce] };
        return [.. Assessor.Assess(CaseView.Of(tried), new AssessmentOptions(Id) { Alternatives = false })
            .SelectMany(t => t.Lines).Where(l => l.Verdict is not null)];
    }

    private static bool IsChange(Verdict? verdict) => verdict is Verdict.Held or Verdict.LargelyHeld or Verdict.Reduced or Verdict.Worse;
}
