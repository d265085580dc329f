using System.Globalization;
using System.Text.RegularExpressions;
using Holdfire.Time;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Queries;

/// <summary>The text of an audit's rule for a reader: times and ranges in words in place of the notation that other programs read.</summary>
public static partial class PlainReason
{
    /// <summary>"2030-05-07T21:00:00Z..2030-05-10T21:00:00Z" becomes "8 to 10 May 2030" in the zone, "108..218" "108 to 218" and "31.." "31 or more".</summary>
    public static string Of(string text, DateTimeZone zone)
    {
        var times = Times().Replace(text, m => PlainTime.Of(new Interval(Parsed(m.Groups["from"].Value), Parsed(m.Groups["to"].Value)), zone));
        return Open().Replace(Ranges().Replace(times, m => $"{Number(m.Groups[1].Value)} to {Number(m.Groups[2].Value)}"), m => $"{Number(m.Groups[1].Value)} or more");
    }

    private static Instant? Parsed(string text) => text.Length == 0 ? null : InstantPattern.ExtendedIso.Parse(text).Value;

    private static string Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<from>\d{4}-\d\d-\d\dT[\d:.]+Z)\.\.(?<to>\d{4}-\d\d-\d\dT[\d:.]+Z)?|(?<=^|\s)\.\.(?<to>\d{4}-\d\d-\d\dT[\d:.]+Z)")]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(\d{1,18})\.\.(\d{1,18})\b")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"\b(\d{1,18})\.\.(?!\.)")]
    private static partial Regex Open();
}
