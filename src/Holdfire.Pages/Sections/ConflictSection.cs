using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>Accounts of the same claim that cannot all be right.</summary>
internal static class ConflictSection
{
    public static XElement Draw(Page page) =>
        Html.Section("conflicts", "Conflicting accounts",
            page.LeftOut(page.Shown.Accounts, "accounts of later times, or with no date"),
            page.Case.Conflicts.Length == 0 ? Html.Note("None recorded.") : null,
            page.Case.Conflicts.Select(c => Html.El("article", page.Anchor(c.Id),
                Html.El("h3", $"{c.Id}: {c.Question}"), Html.P("About ", page.Link(c.Statement.Value), "."),
                Html.Table("accounts", ["Account", "Numbers as given", "Where it was read"],
                    c.Accounts.Select(a => Html.Row(
                        a.Text,
                        a.Quantities.Length == 0 ? "none" : a.Quantities.GroupBy(q => q.Window).Select(g => Given(page, [.. g])),
                        a.Basis))))));

    private static XElement Given(Page page, Report[] quantities) =>
        Html.El("div", When.Of(quantities[0].Window), Html.List(quantities.Select(q => (object)new[]
        {
            page.Link(q.Id.Value), $": {Show.Count(q.Count)} {Show.What(page.Case.Codes, q.Act, q.Measure, q.Unit)}",
        })));
}
