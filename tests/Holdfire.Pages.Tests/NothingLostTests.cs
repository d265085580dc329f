using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Pages.Tests;

/// <summary>Each claim that counts is in a chart, in the table of the few, or in the list of what was not drawn.</summary>
public sealed partial class NothingLostTests
{
    private static readonly LocalDate First = new(2031, 5, 1);

    private static readonly Gen<(int Source, int Act, int Measure, int Unit, int Day, bool IsTimed)> AnyClaim =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 20], Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false))));

    [Fact]
    public void Claims_OfAnySourcesActsMeasuresAndUnits_AreDrawnOrNamed() => AnyClaim.Array[1, 40].Sample(
        claims =>
        {
            var html = XDocument.Parse(HtmlReport.Render(CaseView.Of(CaseOf(claims)), [], [])).Root!;
            var section = html.Descendants("section").Single(s => s.Attribute("id")?.Value == "claims");
            var drawn = section.Descendants("figcaption").Sum(c => Number(InAll().Match(c.Value).Groups[1].Value));
            var few = section.Descendants("table").Where(t => t.Attribute("class")?.Value == "few").SelectMany(t => t.Element("tbody")!.Elements("tr"))
                .Sum(r => Number(r.Elements("td").Last().Value));
            var named = Number(NotDrawn().Match(section.Value) is { Success: true } match ? match.Groups[1].Value : "0");
            Assert.Equal(claims.Length, drawn + few + named);
        },
        iter: 60);

    private static Case CaseOf((int Source, int Act, int Measure, int Unit, int Day, bool IsTimed)[] claims)
    {
        var zone = DateTimeZone.Utc;
        ActCode[] acts = [new("attack.air"), new("attack.air.uav"), new("attack.shelling"), new("violation.overflight")];
        CountUnit[] units = [CountUnit.Item, CountUnit.Attack, CountUnit.Breach];
        Source Source(string id, PartyId? party) => new(new(id), id, party, SourceKind.Monitor, ReliabilityGrade.B, new("X-A"), []);
        return new Case
        {
            Id = "c", Title = "C", Zone = "UTC", Places = new Gazetteer([new Area(new("X-A"), "A", "", [], new GeoPoint(1, 1), 10, [])]),
            Parties = [new(new("N"), "North", PartyRole.Party), new(new("S"), "South", PartyRole.Party)],
            Sources = [Source("s0", new("N")), Source("s1", new("S")), Source("s2", null)],
            Reports =
            [
                .. claims.Select((c, i) => new Report
                {
                    Id = new($"R{i}"), Source = new($"s{c.Source}"), Act = acts[c.Act], Measure = (Measure)c.Measure, Unit = units[c.Unit], Count = CountRange.Exactly(1 + i),
                    Window = c.IsTimed || i == 0 ? TimeWindow.Days(First.PlusDays(c.Day), First.PlusDays(c.Day), zone) : TimeWindow.Unknown(zone, null), Areas = [new("X-A")],
                }),
            ],
        };
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@" in ([\d,]+) claims")]
    private static partial Regex InAll();

    [GeneratedRegex(@"claims of reports, ([\d,]+) in all")]
    private static partial Regex NotDrawn();
}
