using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>The reports that reasons and first alleged breaches name.</summary>
internal static class CitedSection
{
    public static XElement? Draw(Page page) =>
        page.Cited.Length == 0 ? null : Html.Section("cited", "Reports cited",
            Html.Table("cited", ["Id, and where it was read", "Who says it", "What", "When", "Where"], page.Cited.Select(r =>
            {
                var areas = string.Join(", ", r.Areas.Select(a => page.Case.Places.Find(a)?.Name ?? a.Value));
                var row = Html.Row(
                    new object?[] { r.Id.Value, r.Reference.Length > 0 ? new[] { Html.El("br"), Html.El("small", r.Reference) } : null },
                    page.SourceName(r.Source), $"{Show.Count(r.Count)} {Show.What(page.Case.Codes, r.Act, r.Measure, r.Unit)}",
                    When.Of(r.Window), areas.Length > 0 ? areas : "no place given");
                row.Add(page.Anchor(r.Id.Value));
                return row;
            })));
}
