using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>Truces without an end, with as much of a date as is known, and with extensions.</summary>
public sealed class TruceTimesTests
{
    private const string Truces = "truces.yaml";
    private const string Intended = "  from: 2030-01-02T18:00\n  to: 2030-01-04T00:00\n";
    private const string Force = "{party: AA, from: 2030-01-02T18:00, to: 2030-01-04T00:00, zone: Europe/Zurich, precision: minute, basis: decree, disputed: false}";

    [Fact]
    public void Truce_WithoutEnd_GoesOnUntilEnded()
    {
        var truce = Load(Intended, "  from: 2030-01-02T18:00\n", (Force, "{party: AA, from: 2030-01-02T18:00, zone: Europe/Zurich, precision: minute, basis: decree}"));
        Assert.Equal((TruceEnd.UntilEnded, false), (truce.Ends, truce.Intended.HasEnd));
        Assert.Equal(new Interval(Instant.FromUtc(2030, 1, 2, 17, 0), null), truce.For(new("AA"))!.Certain);
    }

    [Fact]
    public void Truce_WithUnknownEnd_IsCertainAtNoTime()
    {
        var truce = Load(Intended, "  from: 2030-01-02T18:00\n  to: unknown\n", (Force, "{party: AA, from: 2030-01-02T18:00, to: unknown, zone: Europe/Zurich, precision: minute, basis: decree}"));
        Assert.Equal(TruceEnd.Unknown, truce.Ends);
        Assert.Null(truce.For(new("AA"))!.Certain);
        Assert.False(truce.For(new("AA"))!.When.HasEnd);
    }

    [Fact]
    public void TimeInForce_OfMonths_IsCertainBetweenThem()
    {
        // From some time in February to some time in 2031: from the first of March to New Year it is certain.
        var truce = Load(Intended, "  from: 2030-02\n  to: 2031\n", (Force, "{party: AA, from: 2030-02, to: 2031, zone: UTC, precision: within, basis: decree}"));
        var force = truce.For(new("AA"))!;
        Assert.Equal(Instant.FromUtc(2030, 1, 31, 23, 0), truce.Intended.Start);
        Assert.Equal(new Interval(Instant.FromUtc(2030, 2, 1, 0, 0), Instant.FromUtc(2032, 1, 1, 0, 0)), force.When);
        Assert.Equal(new Interval(Instant.FromUtc(2030, 3, 1, 0, 0), Instant.FromUtc(2031, 1, 1, 0, 0)), force.Certain);
    }

    [Fact]
    public void Extension_ThatNamesNobody_GoesOnForEveryoneBoundAtTheEnd()
    {
        var truce = Load("  exceptions:", """
              extensions:
                - announced: {from: 2030-01-03, to: 2030-01-03, zone: Europe/Zurich, precision: day}
                  to: 2030-01-06T00:00
                  zone: Europe/Zurich
                  text: Two days more
              exceptions:
            """);
        Assert.Equal(new Interval(Instant.FromUtc(2030, 1, 2, 17, 0), Instant.FromUtc(2030, 1, 5, 23, 0)), truce.Intended);
        Assert.Equal(truce.Intended, truce.For(new("AA"))!.When);
        Assert.Equal("decree; Two days more", truce.For(new("AA"))!.Basis);
        var before = truce.WithExtensions(0);
        Assert.Equal(Instant.FromUtc(2030, 1, 3, 23, 0), before.Intended.End);
        Assert.Equal(before.Intended, before.For(new("AA"))!.When);
        Assert.Empty(before.Extensions);
    }

    [Theory]
    [InlineData("  from: 2030-13\n", "as much of a date as is known", "2030-13")]
    [InlineData("  from: 2030-01-02T18:00\n  to: 2030-01\n  extended_by: x\n", "one of the keys", "extended_by")]
    [InlineData("  from: 2030-02\n  to: 2030-01\n", "an end after the start, 2030-02", "2030-01")]
    [InlineData("  from: 2030-01-02T18:00\n  to: later\n", "unknown where it ended at a time that nobody gives", "later")]
    public void Truce_WithWrongTimes_IsNamed(string times, string expected, string found)
    {
        using var small = SmallCase.With(Truces, Intended, times);
        Assert.Contains(CaseFolder.Load(small.Folder).Errors, f => f.Expected.Contains(expected, StringComparison.Ordinal) && f.Found == found);
    }

    [Fact]
    public void Extension_OfATruceWithoutEnd_IsAnError()
    {
        using var small = SmallCase.With(Truces, Intended, "  from: 2030-01-02T18:00\n  extensions:\n    - {announced: {from: 2030-01, zone: UTC, precision: within}, zone: UTC, text: more}\n");
        Assert.Contains(CaseFolder.Load(small.Folder).Errors, f => f.Expected.Contains("has no end", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2030-05", "", "2030-05-01T00:00Z", "2030-06-01T00:00Z")]
    [InlineData("2030", "", "2030-01-01T00:00Z", "2031-01-01T00:00Z")]
    [InlineData("2030-02-28", "2030-03", "2030-02-28T00:00Z", "2030-04-01T00:00Z")]
    [InlineData("2030-05-07T13:30", "2030-05-09", "2030-05-07T13:30Z", "2030-05-10T00:00Z")]
    public void Within_ReadsPartsOfDates(string from, string to, string start, string end)
    {
        var window = WindowText.Read(from, to, DateTimeZone.Utc, TimePrecision.Within, null, out _)!;
        Assert.True(InstantText.TryParse(start, out var first) && InstantText.TryParse(end, out var last) && window.Extent == new Interval(first, last));
        Assert.Null(window.Core);
    }

    private static Truce Load(string old, string changed, params (string Old, string New)[] more)
    {
        var files = new Dictionary<string, string>(SmallCase.Good, StringComparer.Ordinal);
        foreach (var (from, to) in more.Prepend((old, changed)))
        {
            var text = files[Truces].ReplaceLineEndings("\n");
            Assert.Contains(from, text, StringComparison.Ordinal);
            files[Truces] = text.Replace(from, to, StringComparison.Ordinal);
        }

        using var small = new SmallCase(files);
        var load = CaseFolder.Load(small.Folder);
        Assert.True(load.Case is not null, string.Join('\n', load.Errors));
        return load.Case.Truces.Single();
    }
}
