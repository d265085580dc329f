using Holdfire.Queries;
using Holdfire.Views;

namespace Holdfire.Pages.Site;

/// <summary>What stands around every page of the site: which case, and from where it is seen.</summary>
/// <param name="View">The case as it is seen.</param>
/// <param name="Origin">The name of the record.</param>
/// <param name="Path">The address of the page, without what follows a question mark.</param>
/// <param name="Coordinates">The coordinates as they stand in the address, such as <c>recorded-at=156</c>; empty for the record as it is now.</param>
/// <param name="IsThrowAway">Whether the record was made for this run alone.</param>
public sealed record SiteFrame(CaseView View, string Origin, string Path, string Coordinates, bool IsThrowAway)
{
    /// <summary>The address of the site, without a slash at the end; empty where it is not known.</summary>
    public string Site { get; init; } = "";

    /// <summary>The root of the log at the size that is seen, in base64.</summary>
    public string Root { get; init; } = "";

    /// <summary>The parameters of the page but for the coordinates, such as <c>q=bridge</c>; empty for none.</summary>
    public string Question { get; init; } = "";

    /// <summary>The address of the page with the size in it, which always shows the same.</summary>
    public string Fixed
    {
        get
        {
            var at = View.Coordinates;
            var known = at.KnownBy is { } instant ? $"&known-by={Uri.EscapeDataString(Texts.Of(instant))}" : "";
            return FormattableString.Invariant($"{Path}?{(Question.Length > 0 ? Question + "&" : "")}recorded-at={at.RecordedAt?.Size}{known}");
        }
    }

    /// <summary>An address of the site that keeps the coordinates.</summary>
    /// <param name="path">The address, which may have parameters of its own.</param>
    public string To(string path) => Coordinates.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Coordinates}";
}
