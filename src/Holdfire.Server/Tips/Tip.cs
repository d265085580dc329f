using Holdfire.CaseFormat.Entries;
using Holdfire.Pages.Site;
using Holdfire.Record.Entries;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Server.Tips;

/// <summary>A tip, as a report of the source that stands for people of whom nothing is known.</summary>
/// <param name="Number">Its id in the record.</param>
/// <param name="Act">The code of what happened.</param>
/// <param name="Area">The code of where.</param>
/// <param name="From">Not before, in the zone of the case.</param>
/// <param name="To">Not after.</param>
/// <param name="Words">What happened, in the person's words.</param>
internal sealed record Tip(string Number, string Act, string Area, LocalDateTime From, LocalDateTime To, string Words)
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>A tip from the fields of the form; null where one of them is missing or cannot be.</summary>
    /// <param name="field">The field of a name; empty where it is left out.</param>
    /// <param name="acts">The codes of acts that there are.</param>
    /// <param name="areas">The codes of areas that there are.</param>
    /// <param name="now">What time it is in the zone of the case.</param>
    public static Tip? Read(Func<string, string> field, IEnumerable<string> acts, IEnumerable<string> areas, LocalDateTime now)
    {
        var (number, words) = (field("number"), Clean(field("words")));
        return IsNumber(number) && acts.Contains(field("act")) && areas.Contains(field("area")) && words.Length is > 0 and <= TipPage.MostWords
            && Minutes.Parse(field("from")) is { Success: true, Value: var from } && Minutes.Parse(field("to")) is { Success: true, Value: var to } && from < to && to <= now
            ? new Tip(number, field("act"), field("area"), from, to, words) : null;
    }

    /// <summary>A new number, which nobody guesses.</summary>
    public static string NewNumber() => $"tip-{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16))}";

    /// <summary>The report.</summary>
    /// <param name="zone">The zone of the case.</param>
    /// <param name="published">When it came.</param>
    public CaseItem ToItem(string zone, Instant published) => new(EntryKind.Report, FolderItems.ReportContent(
        ["id", "source", "published", "from", "to", "zone", "precision", "act", "measure", "unit", "count", "areas", "mode", "narrative", "handling"],
        [
            Number, TipOptions.Source, InstantPattern.General.Format(published), Minutes.Format(From), Minutes.Format(To), zone, "within", Act, "occurred", "item", ">=1", Area, "claimed", Words, "mission",
        ]), "tip");

    private static bool IsNumber(string text) => text.Length == 36 && text.StartsWith("tip-", StringComparison.Ordinal) && text[4..].All(char.IsAsciiHexDigitLower);

    // Line ends are one character; nothing else that cannot be seen comes in.
    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
