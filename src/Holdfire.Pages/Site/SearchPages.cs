using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Site;

/// <summary>The search over everything that the case holds.</summary>
public static class SearchPages
{
    private const int MostOfAKind = 50;

    /// <summary>What holds all of some words.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="words">The words; empty for the empty form.</param>
    public static string Write(SiteFrame frame, string words) => SitePage.Write(frame, frame.Text("nav.search"),
        Html.El("form", new XAttribute("action", "/search"), new XAttribute("method", "get"), new XAttribute("role", "search"),
            Html.El("p", Html.El("label", Html.El("span", frame.Text("search.words")),
                Html.El("input", new XAttribute("type", "search"), new XAttribute("name", "q"), new XAttribute("dir", "auto"), new XAttribute("value", words)))),
            QueryPages.Kept(frame),
            Html.El("p", Html.Class("go"), Html.El("button", frame.Text("nav.search")))),
        words.Length == 0 ? Html.Note(frame.Text("search.what")) : Found(frame, words),
        Html.Section("near", frame.Text("search.near"),
            Html.El("form", new XAttribute("action", "/map"), new XAttribute("method", "get"),
                Field(frame, "near", "search.point", "50.45,30.52"), Field(frame, "km", "search.km", "5"),
                QueryPages.Kept(frame),
                Html.El("p", Html.Class("go"), Html.El("button", frame.Text("search.show"))))));

    private static XElement Field(SiteFrame frame, string name, string key, string example) => Html.El("p", Html.El("label", Html.El("span", frame.Text(key)),
        Html.El("input", new XAttribute("type", "text"), new XAttribute("name", name), new XAttribute("placeholder", example), new XAttribute("dir", "ltr"))));

    private static object?[] Found(SiteFrame frame, string words)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = frame.View.Known;
        (string Key, List<(string Path, string Id, string Text)> Found)[] kinds =
        [
            ("nav.truces", [.. known.Truces.Where(t => Holds(wanted, [t.Id.Value, t.Name, .. t.Prohibitions.Select(p => p.Text), .. t.Declarations.Select(d => d.Text), .. t.Obligations.Select(o => o.Text)]))
                .Select(t => (Page("truces", t.Id.Value), t.Id.Value, t.Name))]),
            ("search.statements", [.. known.Statements.Where(s => Holds(wanted, s.Id.Value, s.Paraphrase, s.Addressee, CaseWords.Source(frame, s.Speaker.Value), s.Speaker.Value))
                .Select(s => (Page("statements", s.Id.Value), s.Id.Value, $"{CaseWords.Source(frame, s.Speaker.Value)}: {s.Paraphrase}"))]),
            ("search.places", [.. known.Places.Areas.Where(a => Holds(wanted, a.Code.Value, a.Name, a.LocalName)).Select(a => ($"/map?area={Uri.EscapeDataString(a.Code.Value)}", a.Code.Value, a.Name))]),
            ("search.parties", [.. known.Parties.Where(p => Holds(wanted, p.Id.Value, p.Name)).Select(p => ($"/incidents?actor={Uri.EscapeDataString(p.Id.Value)}", p.Id.Value, p.Name))]),
            ("search.sources", [.. known.Sources.Where(s => Holds(wanted, s.Id.Value, s.Name)).Select(s => ($"/incidents?source={Uri.EscapeDataString(s.Id.Value)}", s.Id.Value, s.Name))]),
            ("nav.talks", [.. known.Talks.Items.Where(i => Holds(wanted, i.Id.Value, i.Name)).Select(i => ("/talks", i.Id.Value, i.Name))]),
            ("search.reports", [.. known.Claimed.Where(r => Holds(wanted, r.Id.Value, r.Source.Value, CaseWords.Source(frame, r.Source.Value), r.Reference, r.Narrative, known.Codes.NameOf(r.Act), r.Act.Value, PlacesOf(frame, r)))
                .Select(r => (Page("reports", r.Id.Value), r.Id.Value, $"{CaseWords.Source(frame, r.Source.Value)}: {Show.What(known.Codes, r.Act, r.Measure, r.Unit)}: {Show.Count(r.Count)}, {Show.Brief(r.Window)}{(r.Narrative.Length > 0 ? $". {Cut(r.Narrative)}" : "")}"))]),
        ];
        var count = kinds.Sum(k => k.Found.Count);
        return
        [
            Html.Note(frame.Say("search.found", ("count", Show.Whole(count)), ("words", words))),
            wanted.Where(w => w.StartsWith("I-", StringComparison.Ordinal)).Select(w => Html.P(new SiteLinks(frame).Of(w))),
            kinds.Where(k => k.Found.Count > 0).Select(k => new object?[]
            {
                Html.El("h2", frame.Text(k.Key), $" ({Show.Whole(k.Found.Count)})"),
                frame.First(MostOfAKind, k.Found.Count),
                Html.List(k.Found.Take(MostOfAKind).Select(f => (object)new object[]
                {
                    Html.El("a", new XAttribute("href", frame.To(f.Path)), f.Id), " ", Html.El("bdi", f.Text),
                })),
            }),
        ];
    }

    private static string Page(string kind, string id) => $"/{kind}/{Uri.EscapeDataString(id)}";

    private static string Cut(string text) => text.Length <= 160 ? text : $"{text[..(char.IsHighSurrogate(text[158]) ? 158 : 159)]}…";

    private static string PlacesOf(SiteFrame frame, Report report) =>
        string.Join(' ', report.Areas.Select(a => $"{a} {frame.View.Known.Places.Find(a)?.Name}"));

    private static bool Holds(string[] wanted, params string?[] texts) =>
        wanted.All(w => texts.Any(t => t?.Contains(w, StringComparison.OrdinalIgnoreCase) ?? false));
}
