using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>The codes behind the words: for readers who look something up in the record.</summary>
internal static class CodesSection
{
    public static XElement? Draw(Page page)
    {
        var acts = page.Case.Claimed.Select(r => r.Act).Concat(page.Case.Truces.SelectMany(t => t.Prohibitions.Select(p => p.Act))).Distinct().Order().ToList();
        return acts.Count == 0 ? null : Html.Section("codes", "Codes of acts",
            Html.Table("numbers codes", ["Act", "Code"], acts.Select(a => Html.Row(page.Case.Codes.NameOf(a), Html.El("code", a.Value)))));
    }
}
