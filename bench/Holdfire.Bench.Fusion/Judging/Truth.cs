using System.Globalization;
using Holdfire.Bench.Fusion.Files;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Bench.Fusion.Judging;

/// <summary>A true event.</summary>
/// <param name="From">Its start, minutes of UTC from 1970.</param>
/// <param name="To">Its end.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Act">What was done.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Count">How many.</param>
/// <param name="Killed">How many were killed.</param>
internal sealed record TrueEvent(double From, double To, double Latitude, double Longitude, string Act, string Actor, long Count, long Killed);

/// <summary>Which story each report tells.</summary>
/// <param name="Stories">Report id to story id.</param>
/// <param name="Events">Story id to event, for the stories that are true events.</param>
internal sealed record Truth(IReadOnlyDictionary<string, string> Stories, IReadOnlyDictionary<string, TrueEvent> Events)
{
    /// <summary>Reads a folder of truth that the simulator wrote.</summary>
    public static Truth Read(string folder) => new(
        Csv.Rows(Path.Combine(folder, "truth.csv")).ToDictionary(r => r["report"], r => r["story"]),
        Csv.Rows(Path.Combine(folder, "events.csv")).ToDictionary(r => r["event"], r => new TrueEvent(
            Minutes(r["from"]), Minutes(r["to"]), Number(r["lat"]), Number(r["lon"]), r["act"], r["actor"],
            (long)Number(r["count"]), (long)Number(r["killed"]))));

    public bool Same(string a, string b) => Stories[a] == Stories[b];

    private static double Minutes(string text) => (InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm'Z'").Parse(text).Value
        - NodaConstants.UnixEpoch).TotalMinutes;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
