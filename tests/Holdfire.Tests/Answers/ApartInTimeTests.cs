using CsCheck;
using Holdfire.Answers;
using NodaTime;

namespace Holdfire.Tests.Answers;

public sealed class ApartInTimeTests
{
    private static readonly Gen<(Interval When, long Least)[]> Told =
        Gen.Select(Gen.Int[0, 12], Gen.Int[1, 6], Gen.Long[0, 9]).Select(t => (Span(t.Item1, t.Item1 + t.Item2), t.Item3)).Array[0, 8];

    [Fact]
    public void SixWeeksAfterEachOther_AreSixThings() =>
        Assert.Equal(6, ApartInTime.Greatest(Enumerable.Range(0, 6).Select(w => (Span(7 * w, 7 * (w + 1)), 1L))));

    // 5 in days 0 to 4 and 4 in 4 to 6 do not meet: 9, more than the 8 told of all six days.
    [Fact]
    public void ASumOfTheWhole_IsTheSame_AsThoseOfItsParts() =>
        Assert.Equal(9, ApartInTime.Greatest([(Span(0, 6), 8), (Span(0, 4), 5), (Span(4, 6), 4), (Span(3, 5), 3)]));

    [Fact]
    public void AnOpenEnd_MeetsAllAfterIt() =>
        Assert.Equal(7, ApartInTime.Greatest([(new Interval(Day(2), null), 7), (Span(3, 4), 2), (Span(5, 6), 2)]));

    [Fact]
    public void TheGreatestOfAllChoices() => Told.Sample(told =>
    {
        var best = 0L;
        for (var chosen = 0; chosen < 1 << told.Length; chosen++)
        {
            var some = told.Where((_, i) => (chosen >> i & 1) == 1).OrderBy(t => t.When.Start).ToList();
            var apart = some.Zip(some.Skip(1)).All(p => p.First.When.End <= p.Second.When.Start);
            best = apart ? Math.Max(best, some.Sum(t => t.Least)) : best;
        }

        return ApartInTime.Greatest(told) == best;
    });

    private static Interval Span(int from, int to) => new(Day(from), Day(to));

    private static Instant Day(int day) => Instant.FromUtc(2031, 3, 1, 0, 0) + Duration.FromDays(day);
}
