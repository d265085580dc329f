using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>Reads from when to when terms hold: clock times, or as much of a date as is known; an end may be left out or unknown.</summary>
internal sealed class TermTimes(LoadState state)
{
    private const string UnknownEnd = "unknown";
    private const string Start = "a clock time such as 2030-03-01T23:10, or as much of a date as is known: 2030-03-01, 2030-03 or 2030";
    private const string End = Start + "; unknown where it ended at a time that nobody gives; nothing where it goes on until ended";

    /// <summary>From <c>from</c> to <c>to</c> of a truce: the widest time that they allow, and how it ends.</summary>
    public (Interval Intended, TruceEnd Ends) Intended(MapReader map)
    {
        var zone = state.Zone(map);
        var start = At(map, "from", zone, Start);
        var (end, ends) = EndOf(map, zone);
        return start is { } s && Rising(map, s.Start, end?.End) ? (new Interval(s.Start, end?.End), ends) : (default, ends);
    }

    /// <summary>The end of an extension: the earliest and the latest instant that it may be, null where there is none.</summary>
    public (Interval? End, TruceEnd Ends) EndOf(MapReader map, DateTimeZone zone)
    {
        var text = map.Text("to");
        return text.Length == 0 ? (null, TruceEnd.UntilEnded) : text == UnknownEnd ? (null, TruceEnd.Unknown) : (At(map, "to", zone, End), TruceEnd.AtATime);
    }

    /// <summary>One time in force.</summary>
    public InForce InForce(MapReader map, int? extension)
    {
        var (precision, zone) = (map.Enum<TimePrecision>("precision"), state.Zone(map));
        var (start, (end, ends)) = (At(map, "from", zone, Start), EndOf(map, zone));
        CheckForm(map, "from", precision);
        CheckForm(map, "to", precision);
        var when = start is { } s && Rising(map, s.Start, end?.End) ? new Interval(s.Start, end?.End) : default;
        var isWithin = precision == TimePrecision.Within;
        return new InForce(
            new PartyId(state.Refer(IdKind.Party, map, "party")), when, precision, map.Text("zone"), map.Text("basis"), map.Bool("disputed"))
        {
            LatestStart = isWithin && start is { } f && f.End > f.Start ? f.End : null,
            EarliestEnd = isWithin && end is { } l && l.End > l.Start ? l.Start : null,
            EndUnknown = ends == TruceEnd.Unknown,
            Extension = extension,
        };
    }

    // Days are whole days, minutes and "about" clock times; some time within a span may be either.
    private void CheckForm(MapReader map, string key, TimePrecision precision)
    {
        var text = map.Text(key);
        if (text.Length == 0 || text == UnknownEnd)
        {
            return;
        }

        if (precision == TimePrecision.Day && !CivilText.TryParseDate(text, out _))
        {
            state.Errors.Add(map.At(key), "a date such as 2030-03-01: the precision is day", text);
        }
        else if (precision is TimePrecision.Minute or TimePrecision.Hour && CivilText.TryParseDays(text, out _, out _))
        {
            state.Errors.Add(map.At(key), "a clock time such as 2030-03-01T23:10; with precision within as much of a date as is known", text);
        }
    }

    private Interval? At(MapReader map, string key, DateTimeZone zone, string expected)
    {
        var text = map.Text(key);
        if (WindowText.TrySpan(text, zone, out var span))
        {
            state.IsOfOurTime(text, map.At(key));
            return span;
        }

        if (text.Length > 0)
        {
            state.Errors.Add(map.At(key), expected, text);
        }

        return null;
    }

    private bool Rising(MapReader map, Instant start, Instant? end)
    {
        if (!(end <= start))
        {
            return true;
        }

        state.Errors.Add(map.At("to"), $"an end after the start, {map.Text("from")}", map.Text("to"));
        return false;
    }
}
