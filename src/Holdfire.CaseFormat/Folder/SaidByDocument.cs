using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>What a document quotes was said by the end of the document's day, and its numbers were known when it was said.</summary>
internal static class SaidByDocument
{
    /// <summary>The statement with an open time of saying cut at the end of the document's day, in the zone given.</summary>
    public static Statement Cut(Statement statement, IReadOnlyDictionary<DocumentId, string> dates, DateTimeZone zone)
    {
        var (said, about) = (statement.Said, statement.Said);
        if (!said.Extent.HasEnd && dates.TryGetValue(statement.Document, out var text) && CivilText.TryParseDate(text, out var date))
        {
            var end = Local.Days(date, date, zone).End;
            var extent = new Interval(said.Extent.HasStart ? Instant.Min(said.Extent.Start, end) : null, end);
            said = new TimeWindow(extent, said.Core, said.Precision, said.Zone);
        }

        return statement with
        {
            Said = said,
            Quantities = [.. statement.Quantities.Select(q => Known(q, ReferenceEquals(q.Window, about) ? said : q.Window, said))],
        };
    }

    private static Report Known(Report quantity, TimeWindow window, TimeWindow said) => quantity with
    {
        Window = window,
        Published = quantity.Published ?? (said.Extent.HasEnd ? said.Extent.End : null),
    };
}
