using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;

namespace Holdfire.Bundles.Tests;

/// <summary>Honest bundles of counts at the limits of the rules: both verifiers find the same number, and refuse any other.</summary>
public sealed class HonestCountsTests
{
    private const string Query = "--side SS --act attack --measure launched --from 2031-03-08 --to 2031-03-12 --by ";

    // On the day before 10 in the east and 10 in the west; on the day itself so many claims of 15 without an area, each a rival of all others.
    // All but the last of these are open at once: 63 are still summed in full.
    [Theory]
    [InlineData(62, 35)]
    [InlineData(63, 35)]
    [InlineData(64, 35)]
    [InlineData(65, 25)]
    [InlineData(70, 25)]
    public void Claims_ThatAreOpenAtOnce_AreSummedUpToALimit(int rivals, long min)
    {
        var made = Told("E", "2031-03-09", "10", "X-EAST").Plus(Report("W", "2031-03-09", "10", "X-WEST"));
        var bundle = Enumerable.Range(0, rivals).Aggregate(made, (m, i) => m.Plus(Report($"n{i:00}", "2031-03-10", "15", ""))).Bundle(Query + "total");
        Assert.Equal(min, Rows(bundle)[0]!["min"]!.GetValue<long>());
        HoldForBoth([bundle]);
    }

    // Several days and areas, so that some are rivals and some are not, about as many as may be open.
    [Fact]
    public void Claims_AboutAsManyAsMayBeOpen_GiveOneNumber() =>
        Gen.Select(Gen.Int[0, 2].Array[60, 90], Gen.Int[0, 3].Array[90], Gen.Int[1, 9].Array[90], Gen.Bool).Array[6].Sample(
            cases => HoldForBoth([.. cases.Select(c => c.Item1.Select((day, i) => Report(
                $"n{i:00}", $"2031-03-{9 + day:00}", c.Item3[i].ToString(CultureInfo.InvariantCulture), new[] { "", "X-EAST", "X-WEST", "X-ALL" }[c.Item4 && i > 4 ? 0 : c.Item2[i]]))
                .Aggregate(MadeRecord.River, (m, r) => m.Plus(r)).Bundle(Query + "total"))]),
            iter: 3, threads: 1);

    // A published time ends an open end, a night and an unknown time, to the nanosecond.
    [Theory]
    [InlineData("2031-03-10T00:00:00.0000001Z", 0, 1)]
    [InlineData("2031-03-10T00:00:00.000000001Z", 0, 1)]
    [InlineData("2031-03-10T00:00:00.000000000Z", 1, 0)]
    [InlineData("2031-03-09T23:59:59.999999999Z", 1, 0)]
    [InlineData("2031-03-09T23:59:59.9999999Z", 1, 0)]
    public void PublishedTime_IsReadToTheNanosecond(string published, long min, long nextDay)
    {
        var bundle = MadeRecord.River.Plus(OpenEnd("o", published)).Bundle(Query + "day --tz UTC");
        Assert.Equal((min, nextDay), (Rows(bundle)[1]!["min"]!.GetValue<long>(), Rows(bundle)[2]!["max"]!.GetValue<long>()));
        HoldForBoth([bundle]);
    }

    [Fact]
    public void FineTimes_OfAnyKind_HoldForBoth()
    {
        string[] times = ["00:00:00Z", "00:00:00.000000001Z", "00:00:00.0000001Z", "00:00:00.000000199Z", "00:00:00.0002Z", "00:00:00.9999999Z", "05:59:59.999999999Z"];
        var bundles = times.Select(t => $"2031-03-10T{t}").SelectMany(at => times.Select(t => $"2031-03-10T{t}").SelectMany(other => new[]
        {
            Pair(at, other, "").Bundle(Query + "day --tz UTC"),
            Pair(at, other, ",\"part_of\":\"o\"").Bundle(Query + "day --tz UTC --as-of 2031-03-10T00:00Z"),
            MadeRecord.River.Plus(OpenEnd("o", at)).With(EntryKind.Case, "river", "corrections", $$"""[{"report":"o","kind":"withdrawn","published":"{{other}}"}]""")
                .Bundle(Query + "day --tz UTC --as-of 2031-03-10T06:00Z"),
            MadeRecord.River.Plus(Night(at)).Bundle(Query + "day --tz UTC"),
        })).ToArray();
        HoldForBoth(bundles, forge: false);

        static MadeRecord Pair(string at, string other, string more) => MadeRecord.River.Plus(OpenEnd("o", at)).Plus(OpenEnd("p", other, more));
    }

    // A night that reaches so little into the next day makes hours of which the commands print an exponent.
    [Fact]
    public void HoursOfANanosecondAndMore_ArePrintedAlike()
    {
        string[] after = ["000000001", "001", "0199", "020", "035", "036", "037", "359", "360", "361", "9"];
        static string Later(string text) => text.Replace("2031", "2033", StringComparison.Ordinal).Replace("--act attack ", "--act attack.air ", StringComparison.Ordinal);
        var bundles = after.Select(t => Night($"2031-03-10T00:00:00.{t}Z")).Select(n => MadeRecord.River.Plus(n.Kind, Later(n.Content)).Bundle(Later(Query) + "day --tz UTC")).ToArray();
        Assert.Contains(bundles, b => Encoding.UTF8.GetString(b[BundleFiles.Figure]).Contains("E-", StringComparison.Ordinal));
        HoldForBoth(bundles);
    }

    // Letters that the commands escape and letters that they do not stand in the ids of a figure.
    [Theory]
    [InlineData("é-あ-Ж-ع")]
    [InlineData("😀-\U00020000")]
    [InlineData("\u0378-\u31ef-\ufdd0-\ue000")]
    public void LettersOfAnyScript_ArePrintedAlike(string id)
    {
        var corrections = $$"""[{"report":"{{id}}","kind":"withdrawn"}]""";
        var bundle = Told(id, "2031-03-10", "5", "X-EAST").With(EntryKind.Case, "river", "corrections", corrections).Bundle(Query + "day --tz UTC");
        Assert.Equal(id, Rows(bundle)[2]!["withdrawn"]![0]!.GetValue<string>());
        HoldForBoth([bundle]);
    }

    // One row of the other side, years later and elsewhere, that says it is included in what this side told.
    [Fact]
    public void ReportOfTheOtherSide_ChangesNoFigure()
    {
        var own = Told("w", "2031-03-10", "359", "X-EAST", ",\"parts\":\"disjoint\",\"parts_exhaustive\":\"yes\"")
            .Plus(Report("a", "2031-03-10", "61", "X-EAST", ",\"part_of\":\"w\"")).Plus(Report("b", "2031-03-08", "298", "X-EAST", ",\"part_of\":\"w\""));
        const string Foreign = """{"act":"attack.air","areas":"X-WEST","count":"1","from":"2040-01-01","id":"x","included_in":"w","measure":"launched","precision":"day","source":"nn-army","to":"2040-01-01","zone":"UTC"}""";
        var (without, with) = (own.Bundle(Query + "day --tz UTC"), own.Plus(EntryKind.Report, Foreign).Bundle(Query + "day --tz UTC"));
        Assert.Equal(Rows(without).ToJsonString(), Rows(with).ToJsonString());
        Assert.Equal((61L, 61L), (Rows(with)[2]!["min"]!.GetValue<long>(), Rows(with)[2]!["max"]!.GetValue<long>()));

        // One of its own side does, and each row says by which. It is of another time, which contradicts itself: w stands for both.
        var kept = own.Plus(EntryKind.Report, Foreign.Replace("nn-army", "ss-army", StringComparison.Ordinal)).Bundle(Query + "day --tz UTC");
        Assert.Equal((0L, 360L), (Rows(kept)[2]!["min"]!.GetValue<long>(), Rows(kept)[2]!["max"]!.GetValue<long>()));
        Assert.Equal("[\"x\"]", Rows(kept)[2]!["kept_whole_by"]!.ToJsonString());
        HoldForBoth([without, with, kept]);
    }

    // Of 14 in a day 4 are in a claim of the other side. What that one says it is in, or what takes its place, makes them no less when it is taken back.
    [Theory]
    [InlineData("\"kind\":\"withdrawn\"")]
    [InlineData("\"kind\":\"withdrawn\",\"published\":\"2031-03-11T00:00Z\"")]
    [InlineData("\"kind\":\"corrected\",\"by\":\"w\"")]
    [InlineData("\"kind\":\"corrected\",\"by\":\"g\"")]
    public void ClaimOfTheOtherSideThatIsTakenBack_ChangesNoFigure(string correction)
    {
        var (stands, foreign, own) = (Made("nn-army").Bundle(Query + "day --tz UTC"), Changed("nn-army").Bundle(Query + "day --tz UTC"), Changed("ss-army").Bundle(Query + "day --tz UTC"));
        Assert.Equal(Rows(stands).ToJsonString(), Rows(foreign).ToJsonString());
        Assert.Equal(14, Rows(foreign)[2]!["max"]!.GetValue<long>());

        // Of its own side it is in what took its place, and in what it was in.
        Assert.True(Rows(own)[2]!["max"]!.GetValue<long>() == 10, Rows(own)[2]!.ToJsonString());
        HoldForBoth([stands, foreign, own]);

        MadeRecord Changed(string source) => Made(source).With(EntryKind.Case, "river", "corrections", $"[{{\"report\":\"f\",{correction}}}]");
        static MadeRecord Made(string source) => Told("w", "2031-03-10", "10", "X-EAST").Plus(Report("x", "2031-03-10", "4", "X-EAST", ",\"included_in\":\"f\""))
            .Plus(Of(source, "f", "5")).Plus(Of(source, "g", "6"));
        static (EntryKind Kind, string Content) Of(string source, string id, string count) => (EntryKind.Report,
            Report(id, "2031-03-10", count, "X-EAST", ",\"included_in\":\"w\"").Content.Replace("ss-army", source, StringComparison.Ordinal));
    }

    // Few claims that each name many make as many pairs as a long chain; of another side they play no part, whoever they name.
    [Fact]
    public void ManyInclusionsOfTheOtherSide_MakeNoFigureTooLarge()
    {
        var outer = string.Join(';', Enumerable.Range(0, 510).Select(i => $"o{i}"));
        var made = Told("w", "2031-03-10", "10", "X-EAST");
        for (var i = 0; i < 1_020; i++)
        {
            var id = i < 510 ? $"o{i}" : $"i{i}";
            made = made.Plus((EntryKind.Report, Report(id, "2040-03-10", "1", "X-EAST", i < 510 ? "" : $",\"included_in\":\"{outer}\"").Content.Replace("ss-army", "nn-army", StringComparison.Ordinal)));
        }

        HoldForBoth([made.Bundle(Query + "day --tz UTC")]);
    }

    // One source of a side alone is counted without what another of the side says; both together are not.
    [Fact]
    public void ClaimOfAnotherSourceOfTheSideThatIsTakenBack_LeadsOnWhereBothAreCounted()
    {
        var made = MadeRecord.River.Plus(Of("nn-army", "w", "10", "")).Plus(Of("nn-army", "x", "4", ",\"included_in\":\"f\""))
            .Plus(Of("nn-desk", "f", "5", ",\"included_in\":\"w\"")).With(EntryKind.Case, "river", "corrections", """[{"kind":"withdrawn","report":"f"}]""");
        const string Day = " --act attack --measure launched --from 2033-03-10 --to 2033-03-10 --tz UTC";
        var (side, source) = (made.Bundle("--side NN" + Day), made.Bundle("--side NN --source nn-army" + Day));
        Assert.Equal((10L, 14L), (Rows(side)[0]!["max"]!.GetValue<long>(), Rows(source)[0]!["max"]!.GetValue<long>()));
        HoldForBoth([side, source]);

        static (EntryKind Kind, string Content) Of(string source, string id, string count, string more) => (EntryKind.Report,
            Report(id, "2033-03-10", count, "X-EAST", more).Content.Replace("ss-army", source, StringComparison.Ordinal));
    }

    private static (EntryKind Kind, string Content) Report(string id, string day, string count, string areas, string more = "") => (EntryKind.Report,
        $$"""{"act":"attack.air",{{(areas.Length > 0 ? $"\"areas\":\"{areas}\"," : "")}}"count":"{{count}}","from":"{{day}}","id":"{{id}}","measure":"launched","precision":"day","source":"ss-army","to":"{{day}}","zone":"UTC"{{more}}}""");

    private static MadeRecord Told(string id, string day, string count, string areas, string more = "") => MadeRecord.River.Plus(Report(id, day, count, areas, more));

    private static (EntryKind Kind, string Content) OpenEnd(string id, string published, string more = "") => (EntryKind.Report,
        $$"""{"act":"attack.air","count":"1","from":"2031-03-09T10:00","id":"{{id}}","measure":"launched","precision":"open_end","published":"{{published}}","source":"ss-army","zone":"UTC"{{more}}}""");

    private static (EntryKind Kind, string Content) Night(string published) => (EntryKind.Report,
        $$"""{"act":"attack.air","count":"1","from":"2031-03-09","id":"n","measure":"launched","precision":"night","published":"{{published}}","source":"ss-army","to":"2031-03-10","zone":"UTC"}""");

    private static JsonArray Rows(OpenBundle bundle) => JsonNode.Parse(bundle[BundleFiles.Figure])!["rows"]!.AsArray();

    // Each holds for both; with one number more or less in a row each is refused by both.
    private static void HoldForBoth(IReadOnlyList<OpenBundle> bundles, bool forge = true)
    {
        var zips = bundles.Select(b => b.Zip()).ToArray();
        foreach (var (zip, theirs) in zips.Zip(JavaScriptVerifier.Verify(zips)))
        {
            Assert.Equal((0, (string?)null), InProcess.Look(zip));
            Assert.True(theirs.Code == 0, theirs.Error ?? theirs.Rows[^1].Detail);
        }

        if (forge)
        {
            Verdicts.RefusedByBoth([.. bundles.SelectMany((b, i) => new[] { (i.ToString(CultureInfo.InvariantCulture), Forged(b, 10).Zip()), ($"{i}, less", Forged(b, -1).Zip()) })]);
        }
    }

    private static OpenBundle Forged(OpenBundle bundle, long more)
    {
        var text = Encoding.UTF8.GetString(bundle[BundleFiles.Figure]);
        var min = Rows(bundle)[0]!["min"]!.GetValue<long>().ToString(CultureInfo.InvariantCulture);
        var at = text.IndexOf($"\"min\": {min}", StringComparison.Ordinal);
        var forged = text[..at] + $"\"min\": {long.Parse(min, CultureInfo.InvariantCulture) + more}" + text[(at + 7 + min.Length)..];
        return bundle.With(BundleFiles.Figure, Encoding.UTF8.GetBytes(forged)).Resealed();
    }
}
