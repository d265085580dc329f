using System.Globalization;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>The days that the rows of an event data set span: by its codebook it holds all events of these days.</summary>
/// <remarks>
/// Nothing is taken to be watched before the first or after the last event of the files, since the files may end there: a quiet
/// time after the last event must be declared by whoever knows that the data set goes on.
/// </remarks>
internal sealed class CodedDays(ImportContext context)
{
    private const string Act = "attack";
    private readonly Dictionary<string, (LocalDate First, LocalDate Last)> spans = new(StringComparer.Ordinal);

    /// <summary>Takes a row into account. A row that is known to several days only tells of none of them.</summary>
    public void Take(ImportedRow row)
    {
        if (row.Precision == "day" && context.Offered.TryGetValue(row.Source, out var source) && source.CodesAllDays
            && DayOf(row.From) is { } first && DayOf(row.To) is { } last)
        {
            var (since, until) = spans.GetValueOrDefault(row.Source, (first, last));
            spans[row.Source] = (LocalDate.Min(since, first), LocalDate.Max(until, last));
        }
    }

    /// <summary>The days as what a new source watched; none where its rows tell of no day.</summary>
    public IEnumerable<YamlItemBuilder> WatchesOf(string source, string scope) => !spans.TryGetValue(source, out var days) ? [] :
    [
        new YamlItemBuilder().Text("watching", "true").Text("act", Act).Text("area", scope).Text("from", Midnight(days.First))
            .Text("to", Midnight(days.Last.PlusDays(1))).Text("zone", context.Zone)
            .Text("basis", "first to last event of the imported files; the data set codes every day"),
    ];

    /// <summary>What to tell of sources: what was declared for a new one, and what is not declared for one that the case has.</summary>
    public IEnumerable<string> Notes => spans.OrderBy(s => s.Key, StringComparer.Ordinal).Select(Note).Where(n => n.Length > 0);

    private string Note(KeyValuePair<string, (LocalDate First, LocalDate Last)> span)
    {
        var (id, (first, last)) = span;
        if (context.Case.Sources.FirstOrDefault(s => s.Id.Value == id) is not { } held)
        {
            return $"{id} is taken to have watched every day from {Day(first)} to {Day(last)}, its first and last event here; "
                + "if the files leave out days or places, or the data set goes on, set `watches` right in sources.yaml";
        }

        var zone = context.ZoneObject;
        var (start, end) = (Local.StartOf(first, zone), Local.StartOf(last.PlusDays(1), zone));
        return Covers(held, start, end) ? ""
            : $"{id} does not declare that it watched every day from {Day(first)} to {Day(last)}, so days without an event count as unwatched; if it did, "
                + $"add to its `watches` in sources.yaml: {{watching: true, act: {Act}, area: {held.Scope}, from: {Midnight(first)}, "
                + $"to: {Midnight(last.PlusDays(1))}, zone: {context.Zone}, basis: \"the data set codes every day\"}}";
    }

    private static bool Covers(Source source, Instant start, Instant end) =>
        source.Watches.Where(w => w.Watching).Any(w => !w.When.HasStart || w.When.Start <= start) && source.Watches.Where(w => w.Watching).Any(w => !w.When.HasEnd || w.When.End >= end);

    private static LocalDate? DayOf(string text) =>
        text.Length >= 10 && NodaTime.Text.LocalDatePattern.Iso.Parse(text[..10]) is { Success: true, Value: var day } ? day : null;

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Midnight(LocalDate day) => Day(day) + "T00:00";
}
