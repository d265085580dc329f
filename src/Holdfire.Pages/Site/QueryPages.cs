using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;
using Holdfire.Record;

namespace Holdfire.Pages.Site;

/// <summary>The page of a question of the catalogue: its options as a form, the table of its answer, and where programs get the same.</summary>
public static class QueryPages
{
    /// <summary>The page with an answer.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="query">The question.</param>
    /// <param name="given">The options as they were given, by name without dashes.</param>
    /// <param name="result">The answer.</param>
    public static string Answered(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given, QueryResult result)
    {
        var (lead, table) = (result.Lead().ToList(), result.Table());
        return SitePage.Write(frame, TitleOf(query),
            Html.P(query.Help),
            Form(frame, query, given),
            lead.Select(line => Html.P(line.Trim())),
            table.Rows.IsEmpty ? (lead.Count == 0 ? Html.Note(result.Nothing) : null) : TableOf(table),
            result.Notes().Where(n => n.Length > 0).Select(n => Html.P(n)),
            Others(frame, query, given),
            CiteBlock.Draw(frame, TitleOf(query)),
            result.Answer is AuditAnswer audit ? ClaimReviews.Draw(frame, audit) : null);
    }

    /// <summary>The page where an option is wrong.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="query">The question.</param>
    /// <param name="given">The options as they were given, by name without dashes.</param>
    /// <param name="errors">What is wrong.</param>
    public static string Refused(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given, ImmutableArray<Error> errors) =>
        SitePage.Write(frame, TitleOf(query),
            Html.P(query.Help),
            Html.El("div", Html.Class("error"), new XAttribute("role", "alert"), errors.Select(e => Html.P(e.ToString()))),
            Form(frame, query, given));

    /// <summary>The page of a question that cannot be answered without an option that is not given yet.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="query">The question.</param>
    public static string Unasked(SiteFrame frame, QueryInfo query) =>
        SitePage.Write(frame, TitleOf(query), Html.P(query.Help), Form(frame, query, new Dictionary<string, string>()));

    private static string TitleOf(QueryInfo query) => char.ToUpperInvariant(query.Name[0]) + query.Name[1..];

    internal static XElement TableOf(AnswerTable table) => Html.Table("answer", table.Header,
        table.Rows.Select(row => Html.El("tr", row.Select(cell => Html.El("td", Lines(cell))))));

    private static IEnumerable<object> Lines(string cell) => Html.Joined(cell.Split('\n'), "\u2028")
        .Select(part => part is "\u2028" ? Html.El("br") : part);

    internal static XElement Form(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given) =>
        Html.El("details", given.Count > 0 || query.Options.Any(o => o.Required) ? new XAttribute("open", "open") : null,
            Html.El("summary", "Ask for less or for another part"),
            Html.El("form", new XAttribute("action", frame.Path), new XAttribute("method", "get"),
                query.Options.Where(o => o.Kind is OptionKind.Value or OptionKind.Flag).Select(o => Field(o, given)),
                Html.El("p", Html.El("button", "Ask"))));

    private static XElement Field(OptionInfo option, IReadOnlyDictionary<string, string> given)
    {
        var name = option.Name.TrimStart('-');
        var value = given.GetValueOrDefault(name);
        var isFlag = option.Kind == OptionKind.Flag;
        return Html.El("p", Html.El("label", Html.El("span", name.Replace('-', ' ')),
            Html.El("input",
                new XAttribute("name", name), new XAttribute("type", isFlag ? "checkbox" : "text"),
                isFlag ? new XAttribute("value", "true") : new XAttribute("placeholder", option.ValueName),
                isFlag && value is not null ? new XAttribute("checked", "checked") : null,
                !isFlag && value is not null ? new XAttribute("value", value) : null),
            Html.El("small", option.Help)));
    }

    private static XElement Others(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given)
    {
        var asked = string.Join('&', given.Select(g => $"{Uri.EscapeDataString(g.Key)}={Uri.EscapeDataString(g.Value)}"));
        string Address(string form) => frame.To($"/api/v1/{query.Name.Replace(' ', '/')}?{(asked.Length > 0 ? asked + "&" : "")}f={form}");
        return Html.Note("The same for programs: ",
            Html.Joined(((string[])["json", "csv", .. query.OtherForms.Where(f => f == "geojson")]).Select(f => Html.El("a", new XAttribute("href", Address(f)), f)), ", "), ".");
    }
}
