using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Bench.Fusion.Judging;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>meltt over a sweep of its two windows, with acts and actors as taxonomies.</summary>
/// <param name="script">The path of match.py.</param>
/// <param name="limit">How many seconds of processor time one run may take.</param>
internal sealed class MelttMethod(string script, int limit = 60) : IMethod
{
    private const int ActDepth = 4;

    private static readonly ImmutableArray<(double Days, double Km)> Windows = [(0, 3), (0, 10), (1, 3)];

    private readonly Meltt meltt = new(script, limit);

    public string Name => "meltt's match.py";

    public string? Choose(CaseInput input, Truth truth) => Sweep.Best(Windows.Select(w => (Text(w), Of(input, w))), truth);

    public Grouping? Group(CaseInput input, string setting) => Of(input, Windows.Single(w => Text(w) == setting));

    private Grouping? Of(CaseInput input, (double Days, double Km) window) =>
        meltt.Links(Entries(input.Reports), window.Days, window.Km, $"{ActDepth},2") is { } links
            ? Groupings.OfLinks(input.Reports, links) : null;

    // Sources in the order of their names, as the files are read; the day is that of the middle of a span of at most a day.
    private static ImmutableArray<MelttEntry> Entries(IReadOnlyList<PeerReport> reports)
    {
        var sources = reports.Select(r => r.Source).Distinct().Order(StringComparer.Ordinal).ToList();
        var numbers = new Dictionary<string, int>();
        return [.. reports.Select(r =>
        {
            var number = numbers[r.Source] = numbers.GetValueOrDefault(r.Source) + 1;
            var (first, last) = r.To - r.From <= 1440 ? (r.Middle, r.Middle) : (r.From, r.To - 1);
            return new MelttEntry(
                sources.IndexOf(r.Source) + 1, number, Day(first), Day(last), r.Latitude, r.Longitude,
                [.. Act(r.Act), r.Actor.Length == 0 ? "?" : r.Actor, "any"]);
        })];
    }

    // From the code itself to "attack": a wide act is what it is on each finer level.
    private static IEnumerable<string> Act(string act)
    {
        var parts = act.Split('.');
        return Enumerable.Range(0, ActDepth).Select(i => string.Join('.', parts.Take(Math.Max(1, ActDepth - i))));
    }

    private static int Day(double minutes) => (int)Math.Floor(minutes / 1440);

    private static string Text((double Days, double Km) w) => string.Create(CultureInfo.InvariantCulture, $"{w.Km} km, {w.Days} days");
}
