using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Site;

/// <summary>The page that says what is wrong with an address, and where to go on.</summary>
public static class ProblemPages
{
    /// <summary>The page.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="title">What is wrong, in a few words.</param>
    /// <param name="detail">One clear line.</param>
    public static string Write(SiteFrame frame, string title, string detail) => SitePage.Write(frame, title,
        Html.P(detail),
        Html.P(Html.El("a", new System.Xml.Linq.XAttribute("href", frame.To("/")), "Go to the truces of this case"), "."));
}
