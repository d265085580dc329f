using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Places;
using Holdfire.Queries;

namespace Holdfire.Pages.Site;

/// <summary>The page of one incident: its reports, why they stand together, the other reading, the findings on it, and the proof in the record.</summary>
public static class IncidentPages
{
    private const int MostPairs = 60;
    private const int MostEntries = 40;

    /// <summary>The page.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="answer">The answer to <c>incidents show</c>, with why.</param>
    /// <param name="findings">The answer to <c>findings show</c> on it; null where no truce bears on it.</param>
    /// <param name="work">The answer to <c>queue show</c>; null where nothing was done to verify it.</param>
    /// <param name="entries">The entries of the record about its reports.</param>
    public static string One(SiteFrame frame, IncidentAnswer answer, FindingsAnswer? findings, QueryResult? work, ImmutableArray<RecordEntryAnswer> entries)
    {
        var i = answer.Incident;
        var title = frame.Text("incident.title", ("id", i.Id));
        return SitePage.Write(frame, title,
            Html.P(frame.Text(i.Aggregate ? "incident.sum" : "incident.claims")),
            Html.El("div", Html.Class("panel"), Facts(frame, answer), Map(frame, i)),
            Html.Section("reports", frame.Text("incident.reports"), Reports(frame, answer)),
            Html.Section("why", frame.Text("incident.why"), Why(frame, answer)),
            Html.Section("findings", frame.Text("incident.findings"), Findings(frame, findings)),
            answer.Beside.IsEmpty ? null : Html.Section("beside", frame.Text("incident.beside"),
                Html.List(answer.Beside.Select(d => Html.El("span", frame.InEnglish, $"{Show.Words(d.Kind)}, {CaseWords.Time(frame, d.From, d.To)} ({d.Source} {d.Id}){(d.Note.Length > 0 ? $". {d.Note}" : "")}")))),
            work is null ? null : Html.Section("work", frame.Text("work.title"),
                work.Lead().Select(line => Html.El("p", frame.InEnglish, line)), work.Table() is { Rows.IsEmpty: false } steps ? frame.English(QueryPages.TableOf(frame, steps)) : null),
            ReplyBlock.Draw(frame, i.Reports),
            Html.Section("proof", frame.Text("proof.title"), ProofBlock.Draw(frame, entries, MostEntries)),
            Html.Note(frame.Text("words.for-programs"), " ", Html.El("a", new XAttribute("href", QueryPages.Api(frame, $"/api/v1/incidents/show?ID={Uri.EscapeDataString(i.Id)}&f=json")), "json"), "."),
            CiteBlock.Draw(frame, title));
    }

    private static XElement Facts(SiteFrame frame, IncidentAnswer answer)
    {
        var i = answer.Incident;
        var harm = i.Harm is { IsEmpty: false } said
            ? string.Join("; ", said.Select(h => $"{Show.Count(h.Min, h.Max)} {(h.Of == HarmGroup.Unknown ? "not said whether civilians" : Show.Words(h.Of))} {Show.Words(h.Kind)}")) : null;
        return Html.El("dl",
            frame.Term("col.what", Html.El("bdi", frame.InEnglish, CaseWords.Act(frame, i.Act)), " ", Html.El("code", i.Act)),
            frame.Term("col.when", Html.El("bdi", frame.InEnglish, CaseWords.Time(frame, i.From, i.To))),
            frame.Term("col.where", Html.El("bdi", CaseWords.Place(frame, i.Areas, i.Lat, i.Lon, i.RadiusKm))),
            frame.Term("col.actor", Html.El("bdi", CaseWords.Parties(frame, i.Actors))),
            frame.Term("col.counted", Html.El("bdi", frame.InEnglish, string.Join("; ", i.Counts.Select(c => Counted(frame, c))))),
            frame.Term("col.harm", harm is null ? frame.Text("words.not-said") : Html.El("bdi", frame.InEnglish, harm)),
            frame.Term("incident.sure", Percent(i.Probability), i.Contested ? new object[] { " ", Html.El("strong", frame.Text("incident.contested")) } : ""));
    }

    private static XElement? Map(SiteFrame frame, IncidentsAnswerRow i)
    {
        var shapes = new PlaceShapes(frame.View.Known.Places);
        var marks = ImmutableArray.Create(MapPages.MarkOf(frame, new Page(frame.View, [], [], FindingSet.None), shapes, i));
        return EventMap.Draw(marks, MapPages.Land(frame.View, shapes, i.Areas), frame.Text("incident.map")) is { } map
            ? Html.El("figure", Html.Class("small"), map, Html.El("figcaption", frame.Text("incident.map"))) : null;
    }

    private static object?[] Reports(SiteFrame frame, IncidentAnswer answer)
    {
        var links = new SiteLinks(frame);
        return
        [
            Html.Table("answer",
                [frame.Text("col.report"), frame.Text("col.source"), frame.Text("col.published"), frame.Text("col.words"), frame.Text("col.counted"), frame.Text("col.actor"), frame.Text("col.where-said")],
                answer.Reports.Select(r => Html.Row(
                    new object?[] { links.Of(r.Id), r.TakenBack is { } gone ? new object[] { Html.El("br"), Html.El("strong", frame.InEnglish, Show.Words(gone)) } : null },
                    Html.El("bdi", CaseWords.Source(frame, r.Source)),
                    r.Published is { } at ? Show.Civil(at, frame.View.Known.Zone) : frame.Text("words.not-known"),
                    r.Narrative.Length > 0 ? Html.El("q", new XAttribute("dir", "auto"), r.Language.Length > 0 ? new XAttribute("lang", r.Language) : null, r.Narrative) : frame.Text("report.no-words"),
                    Html.El("bdi", frame.InEnglish, Counted(frame, new IncidentCountAnswer(r.Count.Measure, r.Count.Unit, r.Count.Min, r.Count.Max))),
                    r.AllegedActor is { } actor ? Html.El("bdi", CaseWords.Party(frame, actor)) : frame.Text("words.not-named"),
                    Reference(r.Reference)))),
            answer.Contains.IsEmpty ? null : Html.List(answer.Contains.Select(c => Html.El("span", frame.Say("incident.contains",
                ("claim", c.Claim), ("claimed", Show.Count(c.Claimed.Min, c.Claimed.Max)), ("matched", Show.Count(c.Matched.Min, c.Matched.Max)))))),
        ];
    }

    private static object?[] Why(SiteFrame frame, IncidentAnswer answer)
    {
        var (i, links) = (answer.Incident, new SiteLinks(frame));
        return
        [
            i.Contradictions.IsEmpty ? null : Html.List(i.Contradictions.Select(c => Html.El("span", frame.Say("incident.disagree", ("on", Show.Words(c.Kind)), ("a", links.Of(c.A)), ("b", links.Of(c.B)))))),
            Html.El("p", Html.El("b", frame.Text("incident.other")), " ", i.RunnerUp is not { } other ? frame.Text("incident.no-other") : new object[]
            {
                Html.Joined(other.Groups.Select(g => (object)new object[] { "[", links.Of(g), "]" }), " "), ". ",
                frame.Text("incident.odds", ("odds", other.Odds.ToString("0.####", CultureInfo.InvariantCulture))),
            }),
            answer.Pins.IsEmpty ? null : Html.List(answer.Pins.Select(p => Html.El("span", frame.Say(p.Same ? "incident.pin-same" : "incident.pin-not",
                ("a", links.Of(p.A)), ("b", links.Of(p.B)), ("by", p.By), ("reason", p.Reason))))),
            answer.Why is { } why && answer.Reports.Length > 1 ? Weights(frame, links, why) : Html.Note(frame.Text("incident.alone")),
            Html.Note(frame.Say("incident.parameters", ("parameters", answer.Parameters))),
        ];
    }

    private static XElement Weights(SiteFrame frame, SiteLinks links, IncidentReasonsAnswer why) => Html.El("details", new XAttribute("open", "open"),
        Html.El("summary", frame.Text("incident.weights")),
        Html.Note(frame.Text("incident.weights-note")),
        frame.English(Html.Table("numbers",
            ["", "km apart", "h apart", "sum", "expected", "place", "time", "few others", "act", "actor", "target", "count", "harm"],
            why.Pairs.Take(MostPairs).Select(p => Html.Row((object[])
            [
                new object[] { links.Of(p.A), " + ", links.Of(p.B), p.Stated is { } stated ? $" ({Show.Words(stated)})" : "" },
                p.Km is { } km ? Show.Number(km) : "", p.Hours is { } hours ? Show.Number(hours) : "", .. Cells(p.Weight),
            ])).Append(Html.Row((object[])["all together", "", "", .. Cells(why.Weight)])))));

    private static IEnumerable<object> Cells(WeightAnswer? weight) => weight is not { } w ? Enumerable.Repeat<object>("", 10)
        : new[] { w.Total, w.Prior, w.Place, w.Time, w.Background, w.Act, w.Actor, w.Target, w.Count, w.Harm }.Select(v => v.ToString("0.0", CultureInfo.InvariantCulture));

    private static object?[] Findings(SiteFrame frame, FindingsAnswer? answer)
    {
        var links = new SiteLinks(frame);
        return answer is null || answer.Findings.IsEmpty ? [Html.Note(frame.Text("incident.no-finding"))] :
        [
            Html.Table("answer", [frame.Text("col.truce"), frame.Text("col.terms"), frame.Text("col.standard"), frame.Text("col.attribution"), frame.Text("col.rules")],
                answer.Findings.Select(f => Html.Row(
                    new object[] { links.Of(f.Truce), " ", Html.El("small", f.Prohibition) },
                    new object[]
                    {
                        CaseWords.Of(frame, "placement", f.Placement),
                        Html.El("ul", frame.InEnglish, f.Steps.Select(s => Html.El("li", Html.El("code", s.Rule), " ", Html.El("small", s.Text)))),
                    },
                    Html.El("strong", CaseWords.Of(frame, "standard", f.Standard)), CaseWords.Of(frame, "attribution", f.Attribution),
                    Html.El("ul", frame.InEnglish, f.Rules.Concat(f.AttributionRule is { } who ? [who] : []).Select(r =>
                        Html.El("li", Html.El("code", r.Rule), " ", Html.El("small", r.Text, r.Reports.IsEmpty ? null : new object[] { " [", links.Of(r.Reports), "]" }))))))),
            Html.Note(frame.Say("incident.rules", ("rules", answer.Rules))),
        ];
    }

    private static string Counted(SiteFrame frame, IncidentCountAnswer c)
    {
        var codes = frame.View.Known.Codes;
        string[] what = [c.Measure == Measure.Occurred ? "" : Show.Words(c.Measure), c.Unit == CountUnit.Item ? "" : codes.NameOf(c.Unit)];
        var words = string.Join(", ", what.Where(w => w.Length > 0));
        return $"{(words.Length > 0 ? $"{words}: " : "")}{Show.Count(c.Min, c.Max)}";
    }

    private static string Percent(double probability) =>
        probability > 0.9995 ? "> 99.9 %" : (100 * probability).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>Where something was said: a link where it is an address of the web, else the words; null where that is not kept.</summary>
    internal static object? Reference(string reference) => reference.Length == 0 ? null : Uri.TryCreate(reference, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? Html.El("a", new XAttribute("href", address.AbsoluteUri), new XAttribute("rel", "noreferrer"), reference) : Html.El("bdi", reference);
}
