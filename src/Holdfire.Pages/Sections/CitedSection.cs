using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>The reports that reasons and first alleged breaches name.</summary>
internal static class CitedSection
{
    public static XElement? Draw(Page page) =>
        page.Cited.Length == 0 ? null : Html.Section("cited", "Reports cited",
            Html.Table("cited", ["Id", "Who says it", "What", "When", "Where", "Read at"], page.Cited.Select(r =>
            {
                var areas = string.Join(", ", r.Areas.Select(a => page.Case.Places.Find(a)?.Name ?? a.Value));
                var row = Html.Row(
                    r.Id.Value, page.SourceName(r.Source), $"{r.Act}, {Show.Words(r.Measure)}: {Show.Count(r.Count)}",
                    Show.Window(r.Window), areas.Length > 0 ? areas : "no place given", r.Reference);
                row.Add(page.Anchor(r.Id.Value));
                return row;
            })));
}
