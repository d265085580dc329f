using System.Text.RegularExpressions;

namespace Holdfire.Pages.Site;

/// <summary>Notes of an answer as a page has them: without what is of use at the command line alone.</summary>
internal static partial class PageNotes
{
    /// <summary>The notes in their order; clauses that name options, commands or files of a case are left out.</summary>
    /// <param name="notes">The notes.</param>
    public static IEnumerable<string> Of(IEnumerable<string> notes) => notes.Select(Kept).Where(n => n.Length > 0);

    private static string Kept(string note)
    {
        var kept = string.Join(' ', Clauses.Split(note.Trim()).Where(c => !AtTheCommandLine.IsMatch(c)));
        return kept.EndsWith(';') || kept.EndsWith(':') ? kept[..^1] + "." : kept;
    }

    [GeneratedRegex(@"(?<=[.;:]) ")]
    private static partial Regex Clauses { get; }

    [GeneratedRegex(@"(^|\s)--[a-z]|docs/\S+\.md|\.yaml\b|'holdfire ")]
    private static partial Regex AtTheCommandLine { get; }
}
