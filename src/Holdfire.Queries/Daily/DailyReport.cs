using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Assessment;
using Holdfire.Counts;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Tallies;
using Holdfire.Time;
using Holdfire.Verification;
using Holdfire.Views;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Queries;

/// <summary>Puts the parts of a daily report together.</summary>
internal sealed class DailyReport
{
    private const int DaysAhead = 7;

    // Reports of one event lie less than this apart from each other, as in TruceEvents.
    private static readonly Duration Near = Duration.FromDays(4);

    // Acts of compliance are no events of the day: obligations tell of them.
    private static readonly ActCode Compliance = new("compliance");

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly CaseView view;
    private readonly Case known;
    private readonly DailyCutOff cutOff;
    private readonly LocalDate date, other;
    private readonly Interval day, otherDay;
    private readonly FindingRules rules;
    private readonly FusionInput input;
    private readonly Work work;
    private readonly HashSet<ReportId> gone;

    /// <summary>A report.</summary>
    /// <param name="view">The view.</param>
    /// <param name="cutOff">When its day ends.</param>
    /// <param name="date">The date.</param>
    /// <param name="other">The date to compare with.</param>
    /// <param name="rules">The rules of the findings.</param>
    /// <param name="input">The reports, with the parameters of the fusion.</param>
    /// <param name="work">The limit on the work.</param>
    public DailyReport(CaseView view, DailyCutOff cutOff, LocalDate date, LocalDate other, FindingRules rules, FusionInput input, Work work)
    {
        (this.view, known, this.cutOff, this.date, this.other, this.rules, this.input, this.work) = (view, view.Known, cutOff, date, other, rules, input, work);
        (day, otherDay) = (cutOff.DayOf(date), cutOff.DayOf(other));
        gone = [.. known.Corrections.Select(c => c.Report)];
    }

    /// <summary>The answer.</summary>
    public DailyAnswer Answer()
    {
        var (subjects, crowded) = Subjects();
        var tallies = new EventTallies(known, subjects, Enum.GetValues<TallyDimension>().ToHashSet());
        var total = TallyRowAnswer.Of(known, tallies, null, day, otherDay);
        var watch = Watch();
        var stated = Stated();
        var (truces, open) = Truces();
        return new DailyAnswer(view)
        {
            Date = LocalDatePattern.Iso.Format(date),
            Span = SpanAnswer.Of(day),
            CutOff = cutOff.Time == LocalTime.Midnight ? "24:00" : Clock.Format(cutOff.Time),
            Zone = cutOff.Zone,
            Against = new DailyAgainstAnswer(LocalDatePattern.Iso.Format(other), SpanAnswer.Of(otherDay)),
            InShort = DailySentence.Of(total.Now, stated.Length, watch, Zeros()),
            Truces = truces,
            Total = total,
            Events = [.. tallies.KeysIn([day, otherDay]).Select(k => TallyRowAnswer.Of(known, tallies, k, day, otherDay))],
            Sums = [.. tallies.SubjectsIn(day).Where(s => s.IsAggregate).Select(Sum)],
            Stated = stated,
            News = News(),
            Watch = watch,
            Open = open,
            Obligations = Obligations(),
            Requests = Requests(),
            Queries = Queries(),
            Rules = rules.Version,
            Parameters = input.Parameters.Version,
            TooMany = CrowdedAnswer.Of(crowded) ?? [],
        };
    }

    private (ImmutableArray<FindingSubject> Subjects, ImmutableArray<CrowdedReports> Crowded) Subjects()
    {
        Interval[] near = [new(day.Start - Near, day.End + Near), new(otherDay.Start - Near, otherDay.End + Near)];
        var fused = FusionChoice.FuseWhatCanBeTold(
            input with { Reports = [.. known.Reports.Where(r => !Compliance.Contains(r.Act) && near.Any(r.Window.Touches))] }, work);
        return (Holdfire.Findings.Subjects.OfIncidents(known with { Statements = [] }, fused.Chosen(known.Places)), fused.Crowded);
    }

    private DailySumAnswer Sum(FindingSubject s) => new(
        s.Id, [.. s.Reports.Select(r => r.Source.Value).Distinct().Order(StringComparer.Ordinal)], s.Act.Value,
        s.Window.HasStart ? s.Window.Start : null, s.Window.HasEnd ? s.Window.End : null, [.. s.Numbers.Select(NumberAnswer.Of)],
        [.. EventHarm.Of(s.Reports, gone).Select(h => new HarmAnswer(h.Kind, h.Group, h.Range.Min, h.Range.Max))]);

    private ImmutableArray<DailySumAnswer> Stated()
    {
        var scopes = Holdfire.Findings.Subjects.Scopes(known);
        return
        [
            .. view.Standing.Statements.SelectMany(s => s.Quantities)
                .Where(q => q.PartOf is null && q.Count.Max != 0 && !Compliance.Contains(q.Act) && q.Window.Touches(day) && q.Window.Extent is { HasStart: true, HasEnd: true })
                .Select(q => Sum(Holdfire.Findings.Subjects.Of(q, scopes))),
        ];
    }

    // Reports that say of some of the day that there was nothing of a kind.
    private int Zeros() => view.Standing.Reports.Count(r => r.Count.Max == 0 && r.PartOf is null && r.Denies.IsEmpty && r.Window.Touches(day));

    private (ImmutableArray<DailyTruceAnswer> Truces, DailyOpenAnswer Open) Truces()
    {
        var truces = ImmutableArray.CreateBuilder<DailyTruceAnswer>();
        var ofDay = new Dictionary<string, Finding>(StringComparer.Ordinal);
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var truce in known.Truces)
        {
            ImmutableArray<string> bound = [.. truce.InForce.Where(f => Intervals.Overlap(f.When, day)).Select(f => f.Party.Value).Distinct()];
            if (bound.IsEmpty)
            {
                continue;
            }

            var events = TruceEvents.Of(view, rules, input, truce.Id, work);
            var answers = TruceAnswers.Of(view, Assessor.Assess(view, new AssessmentOptions(truce.Id), work), events.Findings, events.IsFused);
            truces.Add(new DailyTruceAnswer(truce.Id.Value, truce.Name, bound, answers.Single().Sentences.Breaches,
                events.Findings.Any(f => f.Placement == Placement.WithinTerms && Intervals.StartOf(f.Subject.Window) >= day.End)));
            foreach (var finding in events.Findings.Where(f => f.IsOpen && !f.Subject.IsAggregate))
            {
                if (Intervals.Overlap(finding.Subject.Window, day))
                {
                    ofDay.TryAdd(finding.Subject.Id, finding);
                }
                else if (Intervals.EndOf(finding.Subject.Window) <= day.Start)
                {
                    before.Add(finding.Subject.Id);
                }
            }
        }

        return (truces.ToImmutable(), new DailyOpenAnswer(ofDay.Count, before.Count, [.. ofDay.Values.Select(OpenItem)]));
    }

    private DailyOpenItemAnswer OpenItem(Finding f)
    {
        var reports = f.Subject.Reports.Select(r => r.Id).ToHashSet();
        var progress = new VerificationProgress([.. known.Steps.Where(s => s.At < day.End && reports.Contains(s.Report))]);
        return OpenItem(f, progress);
    }

    private static DailyOpenItemAnswer OpenItem(Finding f, VerificationProgress progress) => new(
        f.Subject.Id, f.Truce.Value, f.Ladder.Standard, f.Subject.Act.Value, [.. f.Subject.Areas.Select(a => a.Value)], PointAnswer.Of(f.Subject.Point),
        [.. f.Subject.Actors.Select(a => a.Value)], f.Subject.Window.HasStart ? f.Subject.Window.Start : null, f.Subject.Window.HasEnd ? f.Subject.Window.End : null,
        [.. f.Subject.Reports.Select(r => r.Source.Value).Distinct().Order(StringComparer.Ordinal)], progress.State, progress.Assigned.Length > 0 ? progress.Assigned : null, progress.Due);

    private DailyNewsAnswer News()
    {
        var news = ReportNews.In(known, day);
        return new DailyNewsAnswer(
            news.Count(n => n.Kind == NewsKind.New), news.Count(n => n.Kind == NewsKind.New && n.IsAboutEarlier(day)), news.Count(n => n.Kind == NewsKind.Changed),
            news.Count(n => n.Kind == NewsKind.Withdrawn), [.. news.Select(n => new DailyNewsItemAnswer(
                n.Kind, n.Report.Id.Value, n.By?.Id.Value, n.Report.Source.Value, n.At, n.Report.Act.Value, n.IsAboutEarlier(day), Number(n.Report), n.By is { } by ? Number(by) : null))]);
    }

    private static NumberAnswer Number(Report r) => new(r.Measure, r.Unit, r.Count.Min, r.Count.Max);

    private DailyWatchAnswer Watch()
    {
        var (sources, together) = SourceWatch.In(view.Standing, day);
        var restrictions = known.Sources.SelectMany(s => s.Restrictions.Where(r => r.Window.Touches(day)).Select(r => new DailyRestrictionAnswer(
                s.Id.Value, r.Kind, [.. r.Areas.Select(a => a.Value)], r.Window.Extent.HasStart ? r.Window.Extent.Start : null,
                r.Window.Extent.HasEnd ? r.Window.Extent.End : null, r.By?.Value, r.Basis))
            .Concat(s.Watches.Where(w => !w.Watching && Intervals.Overlap(w.When, day)).Select(w => new DailyRestrictionAnswer(
                s.Id.Value, null, [w.Area.Value], w.When.HasStart ? w.When.Start : null, w.When.HasEnd ? w.When.End : null, null, w.Basis))));
        return new DailyWatchAnswer(
            Rounded(day.Duration.TotalHours), Rounded(together.Yes),
            [.. sources.Select(w => new DailySourceAnswer(w.Source.Id.Value, w.Source.Name, Rounded(w.Hours.Yes), Rounded(w.Hours.No), Rounded(w.Hours.Unknown)))],
            [.. restrictions]);
    }

    private ImmutableArray<ObligationStatusAnswer> Obligations()
    {
        var horizon = day.End + Duration.FromDays(DaysAhead);
        return
        [
            .. ObligationCheck.Of(view, day.End).Where(o => o.State is ObligationState.Overdue
                || (o.State is ObligationState.Due or ObligationState.InPart or ObligationState.Unknown && o.Due is { } due && due > day.Start && due <= horizon))
                .OrderBy(o => o.Due ?? Instant.MaxValue).ThenBy(o => o.Truce).ThenBy(o => o.Obligation.Id, StringComparer.Ordinal).Select(ObligationStatusAnswer.Of),
        ];
    }

    // What came in after the day says nothing of what was waited for on it.
    private ImmutableArray<PartyQueryAnswer> Queries() =>
    [
        .. AskedQuery.In(known with { Replies = [.. known.Replies.Where(r => r.Received < day.End)] }).Where(q => q.Query.Sent < day.End && q.Replies.IsEmpty)
            .OrderBy(q => q.Query.Sent).ThenBy(q => q.Query.Id, StringComparer.Ordinal).Select(q => PartyQueryAnswer.Of(q, day.End, DateTimeZoneProviders.Tzdb[cutOff.Zone])),
    ];

    private ImmutableArray<DailyRequestAnswer> Requests()
    {
        var week = Duration.FromDays(DaysAhead);
        return
        [
            .. TalksDeadline.In(view, day.End).Where(d => d.Deadline is { Extent.HasEnd: true }).Select(d => (Of: d, By: d.Deadline!.Extent.End))
                .Where(d => (d.Of.Status == DeadlineStatus.Pending && d.By <= day.End + week)
                    || (d.Of.Status == DeadlineStatus.PassedUnknown && d.Of.Answers.IsEmpty && d.By > day.End - week))
                .OrderBy(d => d.By).ThenBy(d => d.Of.Entry.Id.Value, StringComparer.Ordinal)
                .Select(d => new DailyRequestAnswer(d.Of.Entry.Id.Value, TalksWords.Of(d.Of.Entry, known), d.By, d.Of.Status == DeadlineStatus.PassedUnknown)),
        ];
    }

    private static double Rounded(double hours) => Math.Round(hours, 1, MidpointRounding.AwayFromZero);
}
