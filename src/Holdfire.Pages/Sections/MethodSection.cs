using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Views;

namespace Holdfire.Pages.Sections;

/// <summary>How the numbers came about, and what is missing.</summary>
internal static class MethodSection
{
    public static XElement Draw(Page page) =>
        Html.Section("method", "Method and gaps",
            Html.List(
            [
                "The least of a count is the largest sum of lower counts over claims that lie wholly inside the window and are " +
                "disjoint in time, area or act. The most is the sum of the upper counts of all claims that touch it. They bound the claims, not the events.",
                "A source counts as looking only where it declared a watch or where a claim's own window says so; everything else is unknown, and unknown is never quiet.",
                "Numbers of different measures or units are never added or compared. Sides and sources are never pooled in a verdict. Both sides are treated by the same rules.",
                "A date without a clock time is a whole civil day of the zone beside it; clock times are given in that zone and then in UTC. Intervals hold their start and not their end.",
                "A verdict says what one source's claims show of one act by one alleged actor. It never says that an event took place.",
            ]),
            Html.El("h3", "Known gaps"),
            page.Case.Gaps.Length == 0 ? Html.Note("None recorded; that does not mean that there are none.") : Html.List(page.Case.Gaps),
            SetAside(page),
            Withheld(page));

    // What the record holds and this report is without.
    private static XElement? SetAside(Page page) => page.View.Coordinates.RecordedAt is not { SetAside: { IsEmpty: false } aside } ? null
        : Html.El("div",
            Html.El("h3", "Set aside, and not in this report"),
            Html.List([.. aside.Select(a => $"{FormattableString.Invariant($"entry {a.Entry}, {a.Kind} {a.Id}").TrimEnd()}" +
                $"{(a.By == SetAsideBy.Registrar ? ", by the registrar" : ", since it cannot be read")}: {a.Reason}")]));

    // What others may have been given, and have other numbers by.
    private static XElement? Withheld(Page page) => page.View.Coordinates.RecordedAt is not { Withheld: > 0 and var contents } ? null
        : Html.P($"Protected contents of the record that this report is without, since they are not here: {Show.Whole(contents)}.");

    public static XElement Colophon(Page page) =>
        Html.El("footer", Html.P(
            $"Holdfire. Case {page.Case.Id}{(page.Case.Invented ? " (INVENTED)" : "")}: {Show.Whole(page.Reports.Length)} of {Show.Whole(page.View.Recorded.Reports.Length)} reports " +
            $"known at the time of this report, {Show.Whole(page.Case.Statements.Length)} statements, {Show.Whole(page.Case.Documents.Length)} documents, " +
            $"{Show.Whole(page.Case.Sources.Length)} sources, {Show.Whole(page.Case.Truces.Length)} truces. {Seen(page.View.Coordinates, page.Case.Zone)}The same record gives the same bytes."));

    // What was known is said at the top of the page.
    private static string Seen(ViewCoordinates coordinates, string zone) => coordinates.RecordedAt is not { } at ? ""
        : $"The record held {Show.Whole(at.Size)} entries"
            + at switch
            {
                { Asked: { } asked, Basis: RecordedAtBasis.Cosigned } => $", the most that a witness had cosigned by {Show.Time(asked, zone)}",
                { Asked: { } asked } => $" at {Show.Time(asked, zone)}, by the entries' own times, which nobody vouches for",
                _ => "",
            }
            + (at.ErasedSince.IsEmpty ? "" : $"; the contents of {Show.Whole(at.ErasedSince.Length)} of them were erased since")
            + ". ";
}
