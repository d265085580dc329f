using System.Globalization;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>The days that the rows of an event data set span: by its codebook it holds all events of these days.</summary>
/// <remarks>
/// Nothing is taken to be watched before the first or after the last event of a file, since the file may end there, nor between two files: a quiet
/// time after the last event must be declared by whoever knows that the data set goes on. That it is complete is the data set's own claim,
/// and an answer that leans on it says so; with the wish <c>no-watch</c> nothing is declared.
/// </remarks>
internal sealed class CodedDays(ImportContext context)
{
    /// <summary>The wish that no watch is declared.</summary>
    public const string NoWatch = "no-watch";

    private const string Act = "attack";
    private readonly Dictionary<(string Source, string File), (LocalDate First, LocalDate Last)> spans = [];

    /// <summary>Takes a row into account. A row that is known to several days only tells of none of them.</summary>
    public void Take(ImportedRow row)
    {
        var file = row.Origin?.File ?? "";
        if (row.Precision == "day" && context.Offered.TryGetValue(row.Source, out var source) && source.CodesAllDays
            && DayOf(row.From) is { } first && DayOf(row.To) is { } last)
        {
            var (since, until) = spans.GetValueOrDefault((row.Source, file), (first, last));
            spans[(row.Source, file)] = (LocalDate.Min(since, first), LocalDate.Max(until, last));
        }
    }

    /// <summary>The days as what a new source watched; none where its rows tell of no day, or where nothing is to be declared.</summary>
    public IEnumerable<YamlItemBuilder> WatchesOf(string source, string scope) => context.Wishes(NoWatch) ? [] : SpansOf(source).Select(days =>
        new YamlItemBuilder().Text("watching", "true").Text("act", Act).Text("area", scope).Text("from", Midnight(days.First))
            .Text("to", Midnight(days.Last.PlusDays(1))).Text("zone", context.Zone)
            .Text("basis", $"first to last event of an imported file; {Watch.ClaimOfDataSet}"));

    /// <summary>What to tell of sources: what was declared for a new one, and what is not declared for one that the case has.</summary>
    public IEnumerable<string> Notes => spans.Keys.Select(k => k.Source).Distinct().Order(StringComparer.Ordinal).Select(Note).Where(n => n.Length > 0);

    // Files that meet or overlap are one stretch.
    private List<(LocalDate First, LocalDate Last)> SpansOf(string source)
    {
        var joined = new List<(LocalDate First, LocalDate Last)>();
        foreach (var next in spans.Where(s => s.Key.Source == source).Select(s => s.Value).Order())
        {
            if (joined is [.., var before] && next.First <= before.Last.PlusDays(1))
            {
                joined[^1] = (before.First, LocalDate.Max(before.Last, next.Last));
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    private string Note(string id)
    {
        var days = SpansOf(id);
        var told = string.Join(", ", days.Select(d => $"from {Day(d.First)} to {Day(d.Last)}"));
        if (context.Case.Sources.FirstOrDefault(s => s.Id.Value == id) is not { } held)
        {
            return context.Wishes(NoWatch)
                ? $"{id} is not taken to have watched any day ({NoWatch}): a day without an event counts as unwatched, so the silence of {id} tells nothing"
                : $"{id} is taken to have watched every day {told}, {(days.Count == 1 ? "its first and last event here" : "the first and last event of each stretch of its files")}, "
                    + "on its own claim to hold all events: a day without an event counts as quiet, and answers that lean on it say so; "
                    + $"if the files leave out days or places, or the data set goes on, set `watches` right in sources.yaml, or import with --{NoWatch}";
        }

        var lacking = days.FindAll(d => !Covers(held, d));
        return lacking.Count == 0 || context.Wishes(NoWatch) ? ""
            : $"{id} does not declare that it watched every day {string.Join(", ", lacking.Select(d => $"from {Day(d.First)} to {Day(d.Last)}"))}, so days without an event count as unwatched; if it did, "
                + $"add to its `watches` in sources.yaml: {string.Join(", ", lacking.Select(d => Line(held, d)))}";
    }

    private string Line(Source held, (LocalDate First, LocalDate Last) d) =>
        $"{{watching: true, act: {Act}, area: {held.Scope}, from: {Midnight(d.First)}, to: {Midnight(d.Last.PlusDays(1))}, zone: {context.Zone}, basis: \"{Watch.ClaimOfDataSet}\"}}";

    // All of it, without a gap between two watches.
    private bool Covers(Source source, (LocalDate First, LocalDate Last) days)
    {
        var whole = new Interval(Local.StartOf(days.First, context.ZoneObject), Local.StartOf(days.Last.PlusDays(1), context.ZoneObject));
        return Intervals.Subtract(whole, source.Watches.Where(w => w.Watching).Select(w => w.When)).Count == 0;
    }

    private static LocalDate? DayOf(string text) =>
        text.Length >= 10 && NodaTime.Text.LocalDatePattern.Iso.Parse(text[..10]) is { Success: true, Value: var day } ? day : null;

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Midnight(LocalDate day) => Day(day) + "T00:00";
}
