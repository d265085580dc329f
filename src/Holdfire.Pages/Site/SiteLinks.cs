using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Site;

/// <summary>Where ids lead: the pages of truces, incidents, reports and statements of the case.</summary>
/// <param name="frame">What stands around the page.</param>
internal sealed class SiteLinks(SiteFrame frame)
{
    // Made once a view, since a case may hold many reports.
    private readonly Ids ids = frame.View.Index(static view => new Ids(
        [.. view.Known.Truces.Select(t => t.Id.Value)], [.. view.Known.Claimed.Select(r => r.Id.Value)], [.. view.Known.Statements.Select(s => s.Id.Value)]));

    /// <summary>The address of the page about an id; null where nothing of the case has it.</summary>
    public string? Find(string id) => ids.Statements.Contains(id) ? Path("statements", id)
        : ids.Reports.Contains(id) ? Path("reports", id)
        : ids.Truces.Contains(id) ? Path("truces", id)
        : id.StartsWith("I-", StringComparison.Ordinal) && ids.Reports.Contains(id[2..]) ? Path("incidents", id) : null;

    /// <summary>The id as a link, or as it is.</summary>
    public object Of(string id) => Find(id) is { } path ? Html.El("a", new XAttribute("href", path), id) : id;

    /// <summary>Ids as links with commas between them.</summary>
    public IEnumerable<object> Of(IEnumerable<string> all) => Html.Joined(all.Select(Of), ", ");

    /// <summary>A text in which each word that is an id of the case leads to its page.</summary>
    public IEnumerable<object> In(string text)
    {
        var from = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny([' ', ',', ';', '(', ')', '\n'], start) is var at and >= 0 ? at : text.Length;
            var word = text[start..end].TrimEnd('.', ':');
            if (word.Length > 1 && Find(word) is { } path)
            {
                yield return text[from..start];
                yield return Html.El("a", new XAttribute("href", path), word);
                from = start + word.Length;
            }

            start = end + 1;
        }

        yield return text[from..];
    }

    private string Path(string kind, string id) => frame.To($"/{kind}/{Uri.EscapeDataString(id)}");

    private sealed record Ids(HashSet<string> Truces, HashSet<string> Reports, HashSet<string> Statements);
}
