using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;
using Holdfire.Record;

namespace Holdfire.Pages.Site;

/// <summary>The page of a question of the catalogue: its options as a form, the table of its answer, and where programs get the same.</summary>
public static partial class QueryPages
{
    /// <summary>The page with an answer.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="query">The question.</param>
    /// <param name="given">The options as they were given, by name without dashes.</param>
    /// <param name="result">The answer.</param>
    public static string Answered(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given, QueryResult result)
    {
        var (lead, table, links) = (result.Lead().ToList(), result.Table(), new SiteLinks(frame));
        return SitePage.Write(frame, TitleOf(frame, query),
            Html.El("p", frame.InEnglish, Plain(query.Help)),
            Form(frame, query, given),
            lead.Select(line => Html.El("p", frame.InEnglish, links.In(line.Trim()))),
            table.Rows.IsEmpty ? (lead.Count == 0 ? frame.English(Html.Note(PageNotes.Of([result.Nothing]).DefaultIfEmpty(result.Nothing).Single())) : null) : frame.English(TableOf(frame, table)),
            PageNotes.Of(result.Notes()).Select(n => Html.El("p", frame.InEnglish, links.In(n))),
            Others(frame, query, given),
            CiteBlock.Draw(frame, TitleOf(frame, query)));
    }

    /// <summary>The page where an option is wrong.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="query">The question.</param>
    /// <param name="given">The options as they were given, by name without dashes.</param>
    /// <param name="errors">What is wrong.</param>
    public static string Refused(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given, ImmutableArray<Error> errors) =>
        SitePage.Write(frame, TitleOf(frame, query),
            Html.El("p", frame.InEnglish, Plain(query.Help)),
            Html.El("div", Html.Class("error"), new XAttribute("role", "alert"), frame.InEnglish, errors.Select(e => Html.P(e.ToString()))),
            Form(frame, query, given),
            Html.P(Html.El("a", new XAttribute("href", frame.To("/")), frame.Text("problem.home"))));

    /// <summary>The page of a question that cannot be answered without an option that is not given yet.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="query">The question.</param>
    public static string Unasked(SiteFrame frame, QueryInfo query) =>
        SitePage.Write(frame, TitleOf(frame, query), Html.El("p", frame.InEnglish, Plain(query.Help)), Form(frame, query, new Dictionary<string, string>()));

    /// <summary>The title of the page of a question: its name in the navigation where it has a page there.</summary>
    internal static string TitleOf(SiteFrame frame, QueryInfo query) => query.Name switch
    {
        "audit" => frame.Text("nav.claims"),
        "incidents" => frame.Text("nav.incidents"),
        "findings" => frame.Text("nav.findings"),
        "talks" => frame.Text("nav.talks"),
        "queue" => frame.Text("nav.queue"),
        "query list" => frame.Text("nav.queries"),
        "incidents show" => frame.Text("incident.one"),
        "daily" => frame.Text("nav.daily"),
        var name => char.ToUpperInvariant(name[0]) + name[1..],
    };

    internal static XElement TableOf(SiteFrame frame, AnswerTable table)
    {
        var links = new SiteLinks(frame);
        return Html.Table("answer", table.Header, table.Rows.Select(row => Html.El("tr", row.Select(cell => Html.El("td", Lines(links, cell))))));
    }

    private static IEnumerable<object> Lines(SiteLinks links, string cell) => Html.Joined(cell.Split('\n').Select(part => (object)links.In(part)), "\u2028")
        .Select(part => part is "\u2028" ? Html.El("br") : part);

    internal static XElement Form(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given) =>
        Html.El("details", given.Count > 0 || query.Options.Any(o => o.Required) ? new XAttribute("open", "open") : null,
            Html.El("summary", frame.Text("form.summary")),
            Html.El("form", new XAttribute("action", frame.Path), new XAttribute("method", "get"),
                query.Options.Where(o => o.Kind is OptionKind.Value or OptionKind.Flag).Select(o => Field(frame, o, given)),
                Kept(frame),
                Html.El("p", Html.Class("go"), Html.El("button", frame.Text("form.ask")))));

    /// <summary>The coordinates and the language as hidden fields, so that a form keeps to them.</summary>
    internal static IEnumerable<XElement> Kept(SiteFrame frame) => frame.Coordinates.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2)).Select(p => (Name: p[0], Value: Uri.UnescapeDataString(p[^1])))
        .Concat(frame.IsLanguageAsked ? [(Name: "lang", Value: frame.Language.Code)] : [])
        .Select(p => Html.El("input", new XAttribute("type", "hidden"), new XAttribute("name", p.Name), new XAttribute("value", p.Value)));

    private static XElement Field(SiteFrame frame, OptionInfo option, IReadOnlyDictionary<string, string> given)
    {
        var name = option.Name.TrimStart('-');
        var value = given.GetValueOrDefault(name);
        var isFlag = option.Kind == OptionKind.Flag;
        return Html.El("p", frame.InEnglish, Html.El("label", Html.El("span", name.Replace('-', ' ')),
            Html.El("input",
                new XAttribute("name", name), new XAttribute("type", isFlag ? "checkbox" : "text"),
                isFlag ? new XAttribute("value", "true") : new XAttribute("placeholder", option.ValueName),
                isFlag && value is not null ? new XAttribute("checked", "checked") : null,
                !isFlag && value is not null ? new XAttribute("value", value) : null),
            Html.El("small", Plain(option.Help))));
    }

    // Options are fields here: "--tz" is the field "tz"; documents lie where the program does.
    internal static string Plain(string help) => Documents.Replace(Dashes.Replace(help, m => m.Groups[1].Value.Replace('-', ' ')), "");

    [GeneratedRegex("--([a-z][a-z-]*)")]
    private static partial Regex Dashes { get; }

    [GeneratedRegex(@" \(docs/[^)]*\)")]
    private static partial Regex Documents { get; }

    internal static XElement Others(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given)
    {
        var asked = string.Join('&', given.Select(g => $"{Uri.EscapeDataString(g.Key)}={Uri.EscapeDataString(g.Value)}"));
        string Address(string form) => Api(frame, $"/api/v1/{query.Name.Replace(' ', '/')}?{(asked.Length > 0 ? asked + "&" : "")}f={form}");
        return Html.Note(frame.Text("words.for-programs"), " ",
            Html.Joined(((string[])["json", "csv", .. query.OtherForms.Where(f => f == "geojson")]).Select(f => Html.El("a", new XAttribute("href", Address(f)), f)), ", "), ".");
    }

    /// <summary>An address of the API with the coordinates of the page; answers there have no language.</summary>
    internal static string Api(SiteFrame frame, string address) => frame.Coordinates.Length == 0 ? address : $"{address}&{frame.Coordinates}";
}
