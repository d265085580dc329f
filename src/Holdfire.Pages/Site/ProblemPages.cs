using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Site;

/// <summary>The page that says what is wrong with an address, and where to go on.</summary>
public static class ProblemPages
{
    /// <summary>The page.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="title">What is wrong, in a few words of English.</param>
    /// <param name="detail">One clear line of English.</param>
    public static string Write(SiteFrame frame, string title, string detail) => SitePage.Write(frame, title,
        Html.El("p", frame.InEnglish, detail),
        Html.P(Html.El("a", new XAttribute("href", frame.To("/")), frame.Text("problem.home"))),
        Html.P(Html.El("a", new XAttribute("href", frame.To("/search")), frame.Text("problem.search"))));
}
