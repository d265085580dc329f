using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>Accounts of the same claim that cannot all be right.</summary>
internal static class ConflictSection
{
    public static XElement Draw(Page page) =>
        Html.Section("conflicts", "Conflicting accounts",
            page.Case.Conflicts.Length == 0 ? Html.Note("None recorded.") : null,
            page.Case.Conflicts.Select(c => Html.El("article", page.Anchor(c.Id),
                Html.El("h3", $"{c.Id}: {c.Question}"), Html.P("About ", page.Link(c.Statement.Value), "."),
                Html.Table("accounts", ["Account", "Numbers as given", "Where it was read"],
                    c.Accounts.Select(a => Html.Row(
                        a.Text,
                        a.Quantities.Length == 0 ? "none" : Html.List(a.Quantities.Select(q => (object)new[]
                        {
                            page.Link(q.Id.Value), $": {q.Act}, {Show.Words(q.Measure)}: {Show.Count(q.Count)}; {Show.Window(q.Window)}",
                        })),
                        a.Basis))))));
}
