using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Holdfire.Assessment;
using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Queries.Tests;

/// <summary>Each number in a sentence is a figure of the answer, and a figure that is shown changes its sentence.</summary>
public sealed partial class AnswerSentenceTests
{
    private static readonly Gen<CountBounds?> Bounds = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 9], Gen.Int[0, 4], (min, more, kind) =>
        kind == 0 ? null : new CountBounds(min, kind == 1 ? null : min + more));

    private static readonly Gen<BreachNumbers> Numbers =
        from alleged in Gen.Int[1, 1500]
        from corroborated in Gen.Int[0, 9]
        from verified in Gen.Int[0, 9]
        from itself in Gen.Int[0, 3]
        from denied in Gen.Int[0, 3]
        from sums in Gen.Int[0, 3]
        from greatest in Bounds
        from all in Bounds
        from days in Bounds
        from open in Gen.Int[0, 200]
        from killed in Bounds
        from injured in Bounds
        from sources in Gen.Int[1, 3]
        select new BreachNumbers
        {
            Alleged = alleged, Corroborated = Math.Min(alleged, corroborated), Verified = Math.Min(Math.Min(alleged, corroborated), verified),
            AllegedOnly = alleged - Math.Min(alleged, corroborated), SaidByActor = itself, DeniedByActor = denied, IndependentSources = sources,
            Sums = Math.Min(alleged, sums), GreatestSum = greatest ?? new CountBounds(7, 7), InAll = sums == 0 ? all : null, MayBe = open, MayBeFor = TermLimit.Target, MayBeForCount = (open + 1) / 2,
            DaysWithBreach = days ?? new CountBounds(1, 1), FirstWhen = "8 May 2031", KilledCivilians = killed, InjuredCivilians = injured,
        };

    private static readonly Gen<BreachFigures> Breaches =
        from all in Numbers
        from tolerance in Gen.Int[0, 3]
        from set in Gen.Bool
        from exceeded in Gen.Bool
        from days in Gen.Int[1, 400]
        from fused in Gen.Bool
        from other in Numbers
        from several in Gen.Bool
        select new BreachFigures
        {
            Status = TruceStatus.InForce, HasBegun = true, Start = "8 May 2031, 00:00", Prohibitions = 1, ToleratedStandard = ProofNeeded.Corroborated,
            ToleratedPerDay = tolerance, ToleranceIsSet = set, IsExceeded = exceeded, Days = days, Hours = days * 24, IsFused = fused, All = all,
            Compliance = all.Verified > 0 ? Compliance.Verified : all.Corroborated > 0 ? Compliance.Corroborated : Compliance.Alleged,
            Actors = several ? [new("NN", "North", all), new("SS", "South", other)] : [new("NN", "North", all)],
        };

    private static readonly Gen<ObligationFigures> Obligations =
        from met in Gen.Int[0, 4]
        from overdue in Gen.Int[0, 4]
        from due in Gen.Int[0, 4]
        from unknown in Gen.Int[0, 4]
        select new ObligationFigures
        {
            AsOf = "2 June 2031, 00:00", All = met + overdue + due + unknown, Met = met, Overdue = overdue, Due = due, Unknown = unknown, Next = due > 0 ? "9 June 2031, 12:00" : null,
        };

    private static readonly Gen<UnknownFigures> Unknown =
        from hours in Gen.Int[1, 3000]
        from watched in Gen.Int[0, 3000]
        from numbers in Numbers
        from before in Gen.Int[0, 400]
        from during in Gen.Int[1, 400]
        select new UnknownFigures
        {
            Status = TruceStatus.InForce, HasBegun = true, Hours = hours, HoursWatched = Math.Min(hours, watched), Breaches = numbers,
            Wanted = new("Desk", "shelling", before, during, false), NotCounted = ["shelling"],
        };

    private static readonly Gen<ChangeFigures> Change =
        from before in Gen.Int[0, 400]
        from during in Gen.Int[0, 400]
        from low in Gen.Int[0, 300]
        from verdict in Gen.Enum<Verdict>()
        from lines in Gen.Int[1, 9]
        from told in Gen.Bool
        from why in Gen.Enum<WhyOpen>()
        select new ChangeFigures
        {
            Status = TruceStatus.InForce, HasBegun = true, Lines = lines, CannotSay = told ? lines - 1 : lines,
            Open = told ? [] : [new ChangeLineFigures { Act = "shelling", Source = "Desk", WhyOpen = why, UnitsBefore = before, UnitsDuring = during, Counted = low, Expected = before, Ratio = new(low / 100.0, 4), Ways = WaysOf(before, during), Reporting = low % 3 == 0 ? null : ReportingOf(low) }],
            Told = !told ? [] :
            [
                new ChangeLineFigures
                {
                    Act = "shelling", Actor = "North", Source = "Desk", RateVerdict = verdict, UnitsDuring = lines, Counted = during, Expected = before, Ratio = new(low / 100.0, 4),
                    Ways = low % 2 == 1 ? null : WaysOf(before, during), Reporting = low % 5 == 0 ? null : ReportingOf(low),
                    Elsewhere = low % 4 == 0 ? new(during, before + 0.5, new(low / 100.0, null)) : null, Areas = low % 3 == 0 ? new(lines + 2, lines, "Upper Marl", during, before) : null,
                    AsLowInHundred = low % 7 + 1, Windows = low + 1, AsLow = low % 4, TippingInHundred = low % 2 == 0 ? low + 1 : null, UnitsBefore = before,
                    Course = new(during + 1, during, Math.Min(during, low), low + 1, low % 5 == 0 ? "3 May 2031" : null, low / 100.0, low / 50.0),
                    Harm = low % 3 == 1 ? new(new(before, before + low), low / 10.0, new(low / 20.0, null), low % 2 == 0) : null, SilentUnits = low % 3 == 0 ? lines : null, HeardUnits = low % 3 == 0 ? lines : null, SilenceInTenThousand = low % 3 == 0 ? low + 1 : null,
                },
            ],
        };

    private static WaysFigures WaysOf(int falls, int rises) => new(falls + rises + 3, falls, rises, 3, falls / 100.0, 4.5);

    private static ReportingFigures ReportingOf(int low) => new(low / 500.0, 1 + (low / 400.0), new(low / 800.0, low % 2 == 0 ? null : low / 40.0));

    [Fact]
    public void EveryNumber_IsAFigure_InAnyAnswer() =>
        Gen.Select(Breaches, Change, Unknown, Obligations, (b, c, u, o) => new AnswerFigures(b, c, u, o)).Sample(f => NotAmongFigures(f).Count == 0);

    [Theory]
    [MemberData(nameof(BuiltInCases.Names), MemberType = typeof(BuiltInCases))]
    public void EveryNumber_IsAFigure_InTheBuiltInCases(string folder)
    {
        var view = CaseView.Of(BuiltInCases.Load(folder));
        var query = QueryCatalogue.Find("assess")!;
        var answer = (AssessAnswer)query.Run(view, QueryArguments.Parse(query, [], out _), Work.Unlimited).Answer;

        Assert.All(answer.Truces, t => Assert.Empty(NotAmongFigures(t.Figures)));
        Assert.All(answer.Truces, t => Assert.Equal(t.Figures.Sentences(), t.Answer));
    }

    // A number that is printed is a number that matters: another one gives another sentence.
    [Fact]
    public void AFigureThatIsShown_ChangesItsSentence() => Breaches.Sample(f =>
    {
        var a = f.All;
        var shown = BreachSentence.Of(f);
        BreachFigures With(BreachNumbers all) => f with { All = all, Actors = [.. f.Actors.Select(x => ReferenceEquals(x.Numbers, a) ? x with { Numbers = all } : x)] };
        var alleged = f.Compliance == Compliance.Alleged;
        return shown != BreachSentence.Of(f with { Days = f.Days + 1 })
            && shown != BreachSentence.Of(With(a with { DaysWithBreach = new(a.DaysWithBreach.Min, (a.DaysWithBreach.Max ?? 90) + 1) }))
            && shown != BreachSentence.Of(With(a with { KilledCivilians = new((a.KilledCivilians?.Min ?? 0) + 100, null) }))
            && shown != BreachSentence.Of(With(a with { InjuredCivilians = new((a.InjuredCivilians?.Min ?? 0) + 100, null) }))
            && shown != BreachSentence.Of(With(a with { FirstWhen = "9 May 2031" }))
            && shown != BreachSentence.Of(With(a with { DeniedByActor = a.DeniedByActor + 1 }))
            && (alleged ? a.Sums == a.Alleged || shown != BreachSentence.Of(With(a with { Alleged = a.Alleged + 1 }))
                : shown != BreachSentence.Of(With(a with { Corroborated = a.Corroborated + 1 })) && shown != BreachSentence.Of(With(a with { Verified = a.Verified + 1 }))
                    && shown != BreachSentence.Of(With(a with { SaidByActor = a.SaidByActor + 1 })) && shown != BreachSentence.Of(With(a with { AllegedOnly = a.AllegedOnly + 1 })))
            && (!f.ToleranceIsSet || shown != BreachSentence.Of(f with { ToleratedPerDay = f.ToleratedPerDay + 1 }));
    });

    [Fact]
    public void OtherFiguresThatAreShown_ChangeTheirSentences()
    {
        Obligations.Sample(f => f.All == 0 || (ObligationSentence.Of(f) != ObligationSentence.Of(f with { All = f.All + 1 })
            && ObligationSentence.Of(f) != ObligationSentence.Of(f with { Overdue = f.Overdue + 1 })));
        Unknown.Sample(f => UnknownSentence.Of(f) != UnknownSentence.Of(f with { Wanted = f.Wanted! with { HoursDuring = f.Wanted.HoursDuring + 1 } })
            && UnknownSentence.Of(f) != UnknownSentence.Of(f with { Hours = f.Hours + 1 }));
        Change.Sample(f => f.Told.IsEmpty ? f.Lines < 2 || ChangeSentence.Of(f) != ChangeSentence.Of(f with { Lines = f.Lines + 1 })
            : ChangeSentence.Of(f) != ChangeSentence.Of(f with { Told = [f.Told[0] with { Ratio = new(9, null), SilenceInTenThousand = f.Told[0].SilenceInTenThousand + 1 }] }));
    }

    [Fact]
    public void FiguresOfCourseHarmAndReporting_ChangeTheirSentences() => Change.Sample(f =>
    {
        if (f.Told.IsEmpty)
        {
            return CourseSentence.Of(f) is null && HarmSentence.Of(f) is null
                && (ReportingSentence.Of(f) is null) == (f.Open[0] is not { WhyOpen: WhyOpen.Reporting, Reporting: not null });
        }

        var (line, course) = (f.Told[0], f.Told[0].Course!);
        ChangeFigures With(ChangeLineFigures other) => f with { Told = [other] };
        return CourseSentence.Of(f) != CourseSentence.Of(With(line with { Course = course with { Units = course.Units + 1 } }))
            && CourseSentence.Of(f) != CourseSentence.Of(With(line with { Course = course with { ChangeFrom = "9 May 2031" } }))
            && (line.TippingInHundred is null) == (ReportingSentence.Of(f) is null)
            && (line.TippingInHundred is not { } tipping || ReportingSentence.Of(f) != ReportingSentence.Of(With(line with { TippingInHundred = tipping + 1 })))
            && (line.Harm is null) == (HarmSentence.Of(f) is null)
            && (line.Harm is not { } harm || (HarmSentence.Of(f) != HarmSentence.Of(With(line with { Harm = harm with { During = new(harm.During.Min, harm.During.Max + 1) } }))
                && HarmSentence.Of(f) != HarmSentence.Of(With(line with { Harm = harm with { CountingChanged = !harm.CountingChanged } }))));
    });

    [Fact]
    public void FiguresOfWaysPlacesAndReporting_ChangeTheirSentences() => Change.Sample(f =>
    {
        var line = f.Told.Concat(f.Open).First();
        ChangeFigures With(ChangeLineFigures other) => f.Told.IsEmpty ? f with { Open = [other] } : f with { Told = [other] };
        return (line.Ways is null) == (WaysSentence.Of(f) is null)
            && (line.Ways is not { } w || (WaysSentence.Of(f) != WaysSentence.Of(With(line with { Ways = w with { All = w.All + 1 } }))
                && WaysSentence.Of(f) != WaysSentence.Of(With(line with { Ways = w with { Open = w.Open + 1 } }))
                && WaysSentence.Of(f) != WaysSentence.Of(With(line with { Ways = w with { SizeMost = 9 } }))))
            && (line is { Elsewhere: null, Areas: null }) == (PlacesSentence.Of(f) is null)
            && (line.Elsewhere is not { } e || PlacesSentence.Of(f) != PlacesSentence.Of(With(line with { Elsewhere = e with { Counted = e.Counted + 1 } })))
            && (line.Areas is not { } a || PlacesSentence.Of(f) != PlacesSentence.Of(With(line with { Areas = a with { Quiet = a.Quiet + 1 } })))
            && (ReportingSentence.Of(f) is null || line.Reporting is not { } r || ReportingSentence.Of(f) != ReportingSentence.Of(With(line with { Reporting = r with { Least = 77 } })));
    });

    [Fact]
    public void UnabatedDays_AreToldOnce_AndByHowMuchTheyAreAsBefore()
    {
        var f = new BreachFigures
        {
            Status = TruceStatus.InForce, HasBegun = true, Start = "12 September 2031, 19:00", Prohibitions = 1, Compliance = Compliance.Alleged, Days = 8, IsFused = true,
            Unabated = new("Desk", ReportingUnit.Day, 6, 6, 41, 44),
            All = new BreachNumbers
            {
                Alleged = 41, AllegedOnly = 41, DaysWithBreach = new(6, 8), FirstWhen = "13 September 2031", FirstSources = ["Desk"], IndependentSources = 1,
            },
        };

        Assert.Equal(
            "Not held, since Desk counts breaches on all 6 days that lie whole within it, 41 in all, where 44 were to be expected without a truce: breaches by an actor not named or in dispute"
            + " are alleged from 13 September 2031, first by Desk: 41 events; none is corroborated here; deaths and injuries are not stated.", BreachSentence.Of(f));
        Assert.Contains("2 of the 3 weeks that lie whole within it", BreachSentence.Of(f with { Unabated = new("Desk", ReportingUnit.Week, 2, 3, 41, 44) }), StringComparison.Ordinal);
    }

    [Fact]
    public void HeldAndNotHeld_AreWordsOfTheFirstSentenceAlone() =>
        Gen.Select(Breaches, Change, Unknown, Obligations, (b, c, u, o) => new AnswerFigures(b, c, u, o).Sentences()).Sample(s =>
            !s.InOrder().Any(t => t.Name != "Breaches" && Held().IsMatch(t.Sentence)));

    // Numbers of the sentences that are neither a number nor part of a text among the figures.
    private static List<string> NotAmongFigures(AnswerFigures figures)
    {
        var json = JsonSerializer.SerializeToElement(figures);
        // Shares are told of a hundred or of ten thousand.
        var known = Values(json).Concat(["100", "10,000"]).ToHashSet(StringComparer.Ordinal);
        var s = figures.Sentences();
        return [.. s.InOrder().SelectMany(t => NumberIn().Matches(t.Sentence)).Select(m => m.Value).Where(n => !known.Contains(n))];
    }

    private static IEnumerable<string> Values(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Object => of.EnumerateObject().SelectMany(p => Values(p.Value)),
        JsonValueKind.Array => of.EnumerateArray().SelectMany(Values),
        JsonValueKind.Number => [of.GetDouble().ToString("#,0.##", CultureInfo.InvariantCulture)],
        JsonValueKind.String => NumberIn().Matches(of.GetString()!).Select(m => m.Value),
        _ => [],
    };

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?(?<!,)")]
    private static partial Regex NumberIn();

    [GeneratedRegex(@"\b[Hh]eld\b")]
    private static partial Regex Held();
}
