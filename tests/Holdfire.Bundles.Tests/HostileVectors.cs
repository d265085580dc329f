using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;

namespace Holdfire.Bundles.Tests;

/// <summary>Bundles that two programs could see differently, each with the exit code that both must give.</summary>
internal static class HostileVectors
{
    private const int Refused = 2;
    private const int AtLeast = 7;
    private const int TooLarge = 8;
    private const int NotRecomputed = 8;
    private static readonly MadeRecord River = MadeRecord.River;

    /// <summary>All of them, the same on every run.</summary>
    public static IEnumerable<(string Name, int Code, byte[] Bundle)> All() =>
        [.. Fields(), .. Ids(), .. Windows(), .. Links(), .. Heads(), .. Lists(), .. Queries(), .. Figures(), .. Entries(), .. Numbers(), .. Notes(), .. Changes(), .. Commitments(), .. Sealed(), .. SetAside(), .. Withheld(), .. Zips()];

    private static string Text(string text) => JsonSerializer.Serialize(text);

    // One member of the report R8, a claim of seven drones for an hour in both regions.
    private static IEnumerable<(string, int, byte[])> Fields()
    {
        var values = new (string Member, int Code, string?[] Values)[]
        {
            ("source", Refused, ["""["nn-army"]""", """{"id":"nn-army"}""", "true", "\"\"", "\"nobody\"", "\"constructor\"", null]),
            ("part_of", Refused, ["""["R1"]""", "\"nobody\"", "\"R8\"", "\" R1\""]),
            ("included_in", Refused, ["""["R1"]""", "true", "\"nobody\"", "\"R8\"", "\"R1;nobody\""]),
            ("included_in", 0, ["\"\"", "\"R1; R2 ;\"", "\"R1;R1\""]),
            ("quotes", Refused, ["\"R8\"", "\"nobody\"", "[]"]),
            ("denies", Refused, ["\"R8\"", "\"nobody\""]),
            ("areas", Refused, ["""["X-EAST"]""", "{}", "true", "false", "\"nowhere\"", "\"X-EAST;\"", "\"\\ufeffX-EAST\"", "\"constructor\"", "\" \""]),
            ("areas", 0, ["\"\"", "\"x-east\"", "\" X-EAST ; X-WEST \"", "\"eAST bANK\"", "\"\\u0085X-EAST\"", "\"ORILLA ESTE\""]),
            ("act", Refused, ["\"\"", "\"attack.magic\"", "[\"attack\"]", "\"constructor\"", "\"Attack\"", null]),
            ("measure", Refused, ["\"\"", "\"rumoured\"", "\"Launched\"", "true", null]),
            ("unit", Refused, ["\"bomb\"", "[\"item\"]", "\"Item\""]),
            ("target", Refused, ["\"moon\"", "{}"]),
            ("parts", Refused, ["\"some\"", "[]"]),
            ("parts_exhaustive", Refused, ["\"maybe\"", "true"]),
            ("parts_exhaustive", 0, ["\"true\"", "\"no\"", "\"\""]),
            ("aggregate", Refused, ["\"1\"", "\"YES\""]),
            ("mode", Refused, ["\"guessed\""]),
            ("alleged_actor", Refused, ["\"nobody\"", "[\"SS\"]"]),
            ("killed", Refused, ["\"many\"", "\"-1\""]),
            ("lat", Refused, ["\"4.1\"", "\"north\""]),
            ("radius_km", Refused, ["\"20\""]),
            ("reference", Refused, ["""{"page":"2"}""", "[\"a\"]"]),
            ("reference", 0, ["\"\\u202e\\u0000\"", "\"😀\""]),
            ("rank", Refused, ["\"x\""]),
            ("__proto__", Refused, ["\"x\"", "{\"id\":\"R1\"}"]),
            ("id", Refused, ["\"R1\"", "\"H1.1\"", "\"R;8\"", "\"R\\n8\"", "[\"R8\"]", "\"\""]),
            ("count", 0, ["\"0\"", "\"0003\"", "\" 3 \"", "\"3\\n\"", "\"10..12\"", "\"12..\"", "\">=5\"", "\">5\"", "\"<=5\"", "\"~40\"", "\"~7\"", "\"some\"", "\"999999999999\""]),
            ("count", Refused,
            [
                "\"\"", "\" \"", "\"3\\u0000\"", "\"+3\"", "\"-1\"", "\"1e3\"", "\"0x3\"", "\"٣\"", "\"12..10\"", "\"~0\"", "\"..5\"", "\"> 5\"", "\"5 ..6\"", "\"1234567890123\"",
                "\"Some\"", "\"3.5\"", "\"\\ufeff3\"", "true", "[\"3\"]", null,
            ]),
        };
        foreach (var (member, code, given) in values)
        {
            foreach (var value in given)
            {
                yield return ($"{member}: {value ?? "none"}", code, River.With(EntryKind.Report, "R8", member, value).Bundle().Zip());
            }
        }
    }

    // The report R7, which no other names, under other ids.
    private static IEnumerable<(string, int, byte[])> Ids() =>
        new[] { "__proto__", "constructor", "R7@1", " R7", "é", "😀", "\u202eR7", "a\"b\\c", "\u2028" }.Select(id => ($"id {id}", 0, River.With(EntryKind.Report, "R7", "id", Text(id)).Bundle().Zip()));

    private static IEnumerable<(string, int, byte[])> Windows()
    {
        var values = new (int Code, string Precision, string From, string To, string Zone, string Published)[]
        {
            (0, "minute", "2031-03-12T09:00", "2031-03-12T09:00", "UTC", ""), (0, "minute", "2031-03-12T09:00", "2031-03-12T24:00", "UTC+02", ""),
            (0, "minute", "0001-01-01T00:00", "0001-01-02T00:00", "UTC", ""), (0, "day", "0099-12-31", "0100-01-01", "America/Bogota", ""),
            (0, "minute", "9998-12-30T00:00", "9998-12-31T24:00", "UTC", ""), (0, "minute", "0001-01-01T00:00", "9998-12-31T00:00", "UTC-05:30", ""),
            (0, "day", "2031-03-12", "2031-03-12", "America/New_York", "2031-03-13T10:00:30Z"), (0, "about", "2031-03-12T09:00", "2031-03-12T09:00", "UTC", "2031-03-13T10:00Z"),
            (0, "night", "", "2031-03-12", "Europe/Kyiv", "2031-03-12T03:00:00.5Z"), (0, "night", "", "2031-03-12", "Europe/Kyiv", "2031-03-11T24:00:00Z"), (0, "night", "2031-03-11", "2031-03-12", "Europe/Kyiv", ""),
            (0, "open_end", "2031-03-12T09:00", "", "UTC", ""), (0, "unknown", "", "", "UTC", "2031-03-12T00:00Z"), (0, "unknown", "", "", "UTC", ""),
            (0, "minute", "2031-03-09T02:30", "2031-03-09T04:00", "America/New_York", ""), (0, "minute", "2031-11-02T01:30", "2031-11-02T02:30", "America/New_York", ""),
            (Refused, "hour", "2031-03-12T09:00", "2031-03-12T10:00", "UTC", ""), (Refused, "", "2031-03-12T09:00", "2031-03-12T10:00", "UTC", ""),
            (Refused, "minute", "2031-03-12T10:00", "2031-03-12T09:00", "UTC", ""), (Refused, "minute", "2031-02-29T10:00", "2031-03-12T09:00", "UTC", ""),
            (Refused, "minute", "2031-03-12T09:00:30", "2031-03-12T10:00", "UTC", ""), (Refused, "minute", "2031-3-12T09:00", "2031-03-12T10:00", "UTC", ""),
            (Refused, "minute", "2031-03-12 09:00", "2031-03-12T10:00", "UTC", ""), (Refused, "minute", "2031-03-12T24:01", "2031-03-13T10:00", "UTC", ""),
            (Refused, "minute", "0000-01-01T00:00", "2031-03-13T10:00", "UTC", ""), (Refused, "minute", "2031-03-13T10:00", "9999-01-01T00:00", "UTC", ""),
            (Refused, "minute", "-001-01-01T00:00", "2031-03-13T10:00", "UTC", ""), (Refused, "minute", "", "2031-03-13T10:00", "UTC", ""),
            (Refused, "minute", "2031-03-09T02:10", "2031-03-09T03:05", "America/New_York", ""),
            (Refused, "about", "2031-03-12T09:00", "2031-03-12T10:00", "UTC", ""), (Refused, "day", "2031-03-12T09:00", "2031-03-12", "UTC", ""),
            (Refused, "day", "2031-03-13", "2031-03-12", "UTC", ""), (Refused, "night", "2031-03-10", "2031-03-12", "UTC", ""), (Refused, "night", "2031-03-11", "", "UTC", ""),
            (Refused, "open_end", "2031-03-12T09:00", "2031-03-12T10:00", "UTC", ""), (Refused, "unknown", "2031-03-12", "", "UTC", ""),
            (Refused, "day", "2031-03-12", "2031-03-12", "", ""), (Refused, "day", "2031-03-12", "2031-03-12", "Nowhere/None", ""),
            (Refused, "day", "2031-03-12", "2031-03-12", "america/bogota", ""), (Refused, "day", "2031-03-12", "2031-03-12", "__proto__", ""),
            (Refused, "day", "2031-03-12", "2031-03-12", "UTC", "2031-03-13"), (Refused, "day", "2031-03-12", "2031-03-12", "UTC", "2031-03-13T10:00"),
            (Refused, "day", "2031-03-12", "2031-03-12", "UTC", "2031-03-13T10:00+01:00"), (Refused, "day", "2031-03-12", "2031-03-12", "UTC", "2031-03-13T10:00z"),
            (Refused, "day", "2031-03-12", "2031-03-12", "UTC", "2031-03-13T10:60Z"), (Refused, "day", "2031-03-12", "2031-03-12", "UTC", "9999-03-13T10:00Z"),
        };
        foreach (var (code, precision, from, to, zone, published) in values)
        {
            var made = new[] { ("precision", precision), ("from", from), ("to", to), ("zone", zone), ("published", published) }
                .Aggregate(River, (r, v) => r.With(EntryKind.Report, "R8", v.Item1, v.Item2.Length == 0 ? null : Text(v.Item2)));
            yield return ($"{precision} {from} {to} {zone} {published}", code, made.Bundle().Zip());
        }
    }

    private static MadeRecord Chain(int length, string member) => Enumerable.Range(0, length).Aggregate(River, (r, i) => r.Plus(EntryKind.Report,
        $$"""{"act":"attack.air","count":"{{i + 1}}","from":"2031-03-12T09:00","id":"C{{i}}","measure":"launched","precision":"minute","source":"nn-army","to":"2031-03-12T10:00","zone":"UTC"{{(i == 0 ? "" : $",\"{member}\":\"C{i - 1}\"")}}}"""));

    private static IEnumerable<(string, int, byte[])> Links()
    {
        foreach (var member in (string[])["part_of", "included_in", "quotes"])
        {
            yield return ($"a circle under {member}", Refused, River.With(EntryKind.Report, "R8", member, "\"R7\"").With(EntryKind.Report, "R7", member, "\"R8\"").Bundle().Zip());
            yield return ($"a chain under {member}", 0, Chain(60, member).Bundle().Zip());
        }

        yield return ("to deny and to quote", Refused, River.With(EntryKind.Report, "R8", "denies", "\"R7\"").With(EntryKind.Report, "R8", "quotes", "\"R7\"").Bundle().Zip());
        yield return ("a chain of more inclusions than are followed", TooLarge, Chain(800, "included_in").Bundle().Zip());
        // Inclusions that lead on through what was taken back: a number of a statement, a claim that was not known by then, one that says nothing of those harmed.
        foreach (var by in (string[])["R4", "R9", "R1"])
        {
            var corrected = $$"""[{"report":"ID","by":"{{by}}","kind":"corrected"}]""";
            yield return ($"a claim in a number that was corrected by {by}", 0, River.With(EntryKind.Report, "R8", "included_in", "\"H1.1\"")
                .With(EntryKind.Case, "river", "corrections", corrected.Replace("ID", "H1.1", StringComparison.Ordinal)).Bundle().Zip());
            yield return ($"a claim in one that was published later and corrected by {by}", 0, River.With(EntryKind.Report, "R7", "published", "\"2031-03-20T00:00Z\"")
                .With(EntryKind.Report, "R8", "included_in", "\"R7\"").With(EntryKind.Case, "river", "corrections", corrected.Replace("ID", "R7", StringComparison.Ordinal))
                .Bundle("--side NN --act attack --measure launched --from 2031-03-09 --to 2031-03-13 --as-of 2031-03-13T00:00Z").Zip());
            yield return ($"harm in a claim without any that was corrected by {by}", 0, River.With(EntryKind.Report, "R8", "killed", "\"3\"").With(EntryKind.Report, by, "killed", "\"4\"")
                .With(EntryKind.Report, "R8", "included_in", "\"R7\"").With(EntryKind.Case, "river", "corrections", corrected.Replace("ID", "R7", StringComparison.Ordinal))
                .Bundle("--side NN --act attack --measure killed --from 2031-03-09 --to 2031-03-13").Zip());
        }

        yield return ("a chain of the other side of more inclusions than are followed", 0, Chain(800, "included_in").Bundle("--side SS --act attack --measure launched --from 2031-03-09 --to 2031-03-13").Zip());
        yield return ("reports of the other side that touch more windows than are counted", 0, Enumerable.Range(0, 150).Aggregate(River, (r, i) => r.Plus(EntryKind.Report,
            $$"""{"act":"attack.air","count":"1","id":"u{{i:000}}","measure":"launched","precision":"unknown","source":"ss-army","zone":"UTC"}""")).Bundle("--side NN --act attack --measure launched --from 1990-01-01 --to 2030-12-31 --by day --tz UTC").Zip());
        yield return ("many claims of one time", 0, Chain(300, "reference").Bundle().Zip());
    }

    private static IEnumerable<(string, int, byte[])> Heads()
    {
        var values = new (int Code, string Member, string?[] Values)[]
        {
            (Refused, "title", ["[\"x\"]", "{}", null]), (Refused, "id", [null]), (Refused, "zone", ["\"Nowhere\"", "\"america/bogota\"", "[]", null]),
            (Refused, "invented", ["\"perhaps\"", "[]"]), (0, "invented", ["\"yes\"", "\"no\"", null]), (Refused, "gaps", ["\"none\"", "{}", "[[]]"]), (Refused, "verdict", ["\"x\""]),
            (Refused, "corrections",
            [
                "\"R8\"", "{}", "true", "[\"R8\"]", """[{"report":"nobody","kind":"withdrawn"}]""", """[{"report":"R8","kind":"withdrawn","by":"R7"}]""", """[{"report":["R8"],"kind":"withdrawn"}]""",
                """[{"report":"R8","kind":"lost"}]""", """[{"report":"R8","kind":"withdrawn"},{"report":"R8","kind":"withdrawn"}]""", """[{"report":"R8","kind":"corrected","by":"R8"}]""",
                """[{"report":"R8","kind":"corrected","by":"R7"},{"report":"R7","kind":"corrected","by":"R8"}]""", """[{"report":"R8","kind":"withdrawn","published":"soon"}]""",
            ]),
            (0, "corrections",
            [
                "[]", """[{"report":"R8","kind":"withdrawn","published":"2031-03-12T20:00Z"}]""", """[{"report":"R3","kind":"corrected","by":"R4"}]""",
                """[{"report":"R5","kind":"withdrawn"}]""", """[{"report":"H1.1","kind":"withdrawn"}]""",
            ]),
        };
        foreach (var (code, member, given) in values)
        {
            foreach (var value in given)
            {
                yield return ($"the head's {member}: {value ?? "none"}", code, River.With(EntryKind.Case, "river", member, value).Bundle().Zip());
            }
        }

        yield return ("no head", Refused, River.Without(EntryKind.Case).Bundle().Zip());
        yield return ("no parties", Refused, River.Without(EntryKind.Party).Bundle().Zip());
        yield return ("no truces, statements and documents", 0, River.Without(EntryKind.Truce).Without(EntryKind.Statement).Without(EntryKind.Document).Bundle().Zip());
    }

    private static IEnumerable<(string, int, byte[])> Lists()
    {
        const string Watch = """{"watching":"yes","act":"attack","area":"X-ALL","from":"2031-03-10T06:00","to":"2031-03-11T09:20","zone":"America/Bogota","basis":"a log"}""";
        var values = new (int Code, EntryKind Kind, string Id, string Member, string?[] Values)[]
        {
            (Refused, EntryKind.Place, "X-ALL", "members", ["\"X-EAST\"", "{}", "[\"nowhere\"]", "[\"X-ALL\"]", "[\"East Bank\"]", "[[]]"]), (0, EntryKind.Place, "X-ALL", "members", ["[\"X-EAST\"]", "[]"]),
            (Refused, EntryKind.Place, "X-EAST", "name", ["[\"East\"]", "\"Both banks\"", "\"x-west\"", null]), (Refused, EntryKind.Place, "X-EAST", "aliases", ["\"the east\"", "[\"X-ALL\"]"]),
            (Refused, EntryKind.Place, "X-EAST", "lat", ["\"91\"", "\"4,1\"", null]), (Refused, EntryKind.Place, "X-EAST", "radius_km", ["\"-1\"", "\"far\""]),
            (Refused, EntryKind.Place, "X-EAST", "members", ["[\"X-ALL\"]"]), (Refused, EntryKind.Party, "NN", "role", ["\"victim\"", "[]", null]), (Refused, EntryKind.Party, "NN", "rank", ["\"x\""]),
            (Refused, EntryKind.Source, "nn-army", "party", ["\"nobody\"", "[\"NN\"]"]), (Refused, EntryKind.Source, "nn-army", "scope", ["\"nowhere\"", "\"\"", null]),
            (Refused, EntryKind.Source, "nn-army", "kind", ["\"army\""]), (Refused, EntryKind.Source, "nn-army", "grade", ["\"G\"", "\"a\"", "true"]),
            (Refused, EntryKind.Source, "nn-army", "relays", ["\"nn-army\"", "\"nobody\""]), (0, EntryKind.Source, "nn-army", "relays", ["\"nn-desk\""]),
            (0, EntryKind.Source, "nn-army", "watches", ["[]", $"[{Watch}]", $"[{Watch},{Watch.Replace("yes", "no", StringComparison.Ordinal)}]"]),
            (Refused, EntryKind.Source, "nn-army", "watches",
            [
                "\"always\"", "[\"always\"]", "{}", $"[{Watch.Replace("yes", "perhaps", StringComparison.Ordinal)}]", $"[{Watch.Replace("-11T", "-09T", StringComparison.Ordinal)}]",
                $"[{Watch.Replace("X-ALL", "nowhere", StringComparison.Ordinal)}]", $"[{Watch.Replace("\"attack\"", "\"war\"", StringComparison.Ordinal)}]", $"[{Watch.Replace("basis", "base", StringComparison.Ordinal)}]",
            ]),
            (Refused, EntryKind.Truce, "T1", "in_force", ["\"now\"", "[\"now\"]", """[{"party":"NN"}]"""]), (Refused, EntryKind.Truce, "T1", "announced", ["\"then\"", "[]", null]),
            (Refused, EntryKind.Truce, "T1", "from", ["\"2031-03-13T00:00\"", "\"then\""]), (Refused, EntryKind.Statement, "H1", "quantities", ["\"many\"", "[\"many\"]", "{}"]),
            (Refused, EntryKind.Statement, "H1", "speaker", ["\"nobody\"", "[]", null]), (Refused, EntryKind.Statement, "H1", "kind", ["\"rumour\""]), (Refused, EntryKind.Statement, "H1", "said", ["\"then\"", "{}", null]),
            (0, EntryKind.Statement, "H1", "quantities", ["[]", """[{"id":"Q","act":"attack.shelling","measure":"occurred","unit":"shelling","count":"0"}]"""]),
            (Refused, EntryKind.Statement, "H1", "quantities",
            [
                """[{"id":"Q","act":"attack.shelling","measure":"occurred","unit":"shelling","count":"no"}]""", """[{"id":"Q","act":"attack.shelling","measure":"heard","count":"1"}]""",
                """[{"id":"R1","act":"attack.shelling","measure":"occurred","unit":"shelling","count":"1"}]""", """[{"id":"Q","act":"attack","measure":"occurred","count":"1","part_of":"Q"}]""",
                """[{"id":"Q","act":"attack","measure":"occurred","count":"1","areas":"X-EAST"}]""", """[{"id":"Q","act":"attack","measure":"occurred","count":"1","areas":["nowhere"]}]""",
            ]),
        };
        const string Query = "--side SS --act attack.shelling --measure occurred --from 2031-03-09 --to 2031-03-13 --by day --unit shelling";
        foreach (var (code, kind, id, member, given) in values)
        {
            foreach (var value in given)
            {
                yield return ($"{id}, {member}: {value ?? "none"}", code, River.With(kind, id, member, value).Bundle(kind == EntryKind.Statement ? Query : MadeRecord.Counts).Zip());
            }
        }

        // What no count goes by is of its form all the same.
        yield return ("a pin that is none", Refused, River.Plus(EntryKind.Pin, """{"id":"P1","same":"R1"}""").Bundle().Zip());
        yield return ("a pin", 0, River.Plus(EntryKind.Pin, """{"by":"duty officer","id":"P1","reason":"two craters","not_same":["S1","S2"]}""").Bundle().Zip());
    }

    private static IEnumerable<(string, int, byte[])> Queries()
    {
        const string Rest = " --act attack.air --measure launched --from 2031-03-09 --to 2031-03-13";
        string[] good =
        [
            "--side NN" + Rest, "--side NN --tz UTC" + Rest, "--side NN --tz UTC+05:30" + Rest, "--side NN --region X-EAST" + Rest, "--side NN --as-of 2031-03-11T15:00Z" + Rest,
            "--side NN --as-of 2031-03-11T15:00:30Z --by week" + Rest, "--side NN --source nn-desk --by phase" + Rest, "--side NN --as-of 2031-03-11T24:00Z" + Rest, "--side SS" + Rest, "--side NN --unit attack" + Rest, "--side NN --region x-all --by day" + Rest,
            "--side SS --act attack --measure occurred --from 2031-03-09 --to 2031-03-13 --by day", "--side NN --as-of 2031-03-07T00:00Z --by phase" + Rest,
            "--side NN --as-of 2031-03-09T04:59:59Z --by phase" + Rest, "--side NN --act attack.air --measure launched --from 1900-01-01 --to 1900-01-02 --by day",
            "--side NN --as-of 9998-12-31T23:59Z" + Rest, "--side NN --as-of 0001-01-01T00:00Z" + Rest,
        ];
        string[] bad =
        [
            "--side NN --side NN" + Rest, "--side QQ" + Rest, "--side nn" + Rest, Rest.Trim(), "--side NN --source ss-army" + Rest, "--side NN --source nobody" + Rest, "--side NN --tz Nowhere" + Rest,
            "--side NN --tz america/bogota" + Rest, "--side NN --region nowhere" + Rest, "--side NN --as-of 2031-03-11" + Rest, "--side NN --as-of 2031-03-11T25:00Z" + Rest, "--side NN --as-of 2031-03-11T15:00:00.5Z" + Rest,
            "--side NN --as-of 9998-12-31T24:00Z" + Rest, "--side NN --as-of 9999-01-01T00:00Z" + Rest, "--side NN --as-of 9999-12-31T23:59:59Z" + Rest, "--side NN --as-of 0000-12-31T23:59Z" + Rest, "--side NN --as-of -0001-01-01T00:00Z" + Rest, "--side NN --as-of 10000-01-01T00:00Z" + Rest,
            "--side NN --by hour" + Rest, "--side NN --by Day" + Rest, "--side NN --unit bomb" + Rest, "--side NN --standard alleged" + Rest, "--side NN --truce T1" + Rest,
            "--side NN --act attack.magic --measure launched --from 2031-03-09 --to 2031-03-13", "--side NN --act attack --measure heard --from 2031-03-09 --to 2031-03-13",
            "--side NN --act attack --measure launched --from 2031-03-13 --to 2031-03-09", "--side NN --act attack --measure launched --from 1899-12-31 --to 1900-01-02",
            "--side NN --act attack --measure launched --from 2031-03-09 --to 2201-01-01", "--side NN --act attack --measure launched --from 2031-03-32 --to 2031-04-01",
            "--side NN --act attack --measure launched --from 2031-03-09", "--side NN --act attack --from 2031-03-09 --to 2031-03-13",
        ];
        foreach (var query in good)
        {
            yield return (query, 0, River.Bundle(query).Zip());
        }

        foreach (var query in bad)
        {
            yield return (query, Refused, River.Bundle(query).Zip());
        }

        yield return ("more rows than are counted", TooLarge, River.Bundle("--side NN --act attack --measure launched --from 1900-01-01 --to 2200-12-31 --by day").Zip());
    }

    private static IEnumerable<(string, int, byte[])> Figures()
    {
        var bundle = River.Bundle();
        var figure = Encoding.UTF8.GetString(bundle[BundleFiles.Figure]);
        var first = figure.IndexOf("      \"from\"", StringComparison.Ordinal);
        string Replaced(string part, string other) => figure.Contains(part, StringComparison.Ordinal) ? figure.Replace(part, other, StringComparison.Ordinal) : throw new InvalidOperationException(part);
        string[] forged =
        [
            "", "null", "[]", "{}", "\"412\"", "{", figure + " ", figure.TrimEnd(), "\ufeff" + figure, figure.Replace("\n", "\r\n", StringComparison.Ordinal), Replaced("  \"", "   \""),
            Replaced("  \"as_of\"", "  \"verdict\": \"NN violated the truce 412 times\",\n  \"as_of\""), figure[..first] + "      \"note\": \"x\",\n" + figure[first..], Replaced("  \"invented\": true,\n", ""),
            Replaced("\"invented\": true", "\"invented\": false"), Replaced("\"invented\": true", "\"invented\": \"true\""), Replaced("\"covered_hours\": ", "\"covered_hours\": 1"), Replaced("\"stated\": []", "\"stated\": [\"H1.1\"]"),
            Replaced("      \"stated\": [],\n", ""), Replaced("\"min\": ", "\"min\": 1"), Replaced("\"max\": ", "\"max\": 1"), Replaced("\"as_of\": null", "\"as_of\": \"2031-03-13T00:00Z\""), Replaced("\"source\": null", "\"source\": \"nn-army\""),
            Replaced("\"withdrawn\": []", "\"withdrawn\": [\"R1\"]"), Replaced("\"unit\": \"item\"", "\"unit\": \"item\",\n  \"unit\": \"item\""), Replaced("\"schema\": \"holdfire/counts/1\",\n  \"invented\": true", "\"invented\": true,\n  \"schema\": \"holdfire/counts/1\""),
            Replaced("\"rows\": [", "\"rows\": [\n    null,"), Replaced("\"reports\": 4", "\"reports\": 4.0"), Replaced("\"reports\": 4", "\"reports\": 4e0"), Replaced("\"reports\": 4", "\"reports\": \"4\""),
            Replaced("\"schema\"", "\"\\u0073chema\""), Replaced("\"unit\": \"item\"", "\"unit\": \"\\u0069tem\""), Replaced("holdfire/counts", "holdfire\\/counts"),
        ];
        foreach (var (text, i) in forged.Select((t, i) => (t, i)))
        {
            yield return ($"figure {i}: {text[..Math.Min(60, text.Length)]}", Refused, bundle.With(BundleFiles.Figure, Encoding.UTF8.GetBytes(text)).Resealed().Zip());
        }

        // Another edition is said only of a figure of the form that commands print; what has none is refused before anything is asked of it.
        string Edition(string schema, string more) => Replaced("\"schema\": \"holdfire/counts/1\",\n", $"\"schema\": {schema},\n{more}");
        foreach (var (name, code, text) in new[]
        {
            ("an earlier form", NotRecomputed, Edition("\"holdfire/counts/0\"", "")), ("a number in another form", Refused, Edition("\"holdfire/counts/00\"", "")),
            ("no number", Refused, Edition("\"holdfire/counts/x\"", "")), ("a line feed after the number", Refused, Edition("\"holdfire/counts/0\\n\"", "")), ("a later form", Refused, Edition("\"holdfire/counts/2\"", "")),
            ("another query's form", Refused, Edition("\"holdfire/audit/1\"", "")), ("no text for a form", Refused, Edition("1", "")), ("a list for a form", Refused, Edition("[\n    \"holdfire/counts/0\"\n  ]", "")),
            ("other rules", NotRecomputed, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n")), ("rules that are a number", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": 5,\n")),
            ("rules that are null", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": null,\n")),
            ("rules twice", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"rules\": \"counts-9\",\n")),
            ("rules that are half a letter", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"\\uD800\",\n")),
            ("other rules beside a list 63 deep", NotRecomputed, Edition("\"holdfire/counts/1\"", $"  \"rules\": \"counts-9\",\n  \"x\": {Lists(63)},\n")),
            ("other rules beside a list 64 deep", Refused, Edition("\"holdfire/counts/1\"", $"  \"rules\": \"counts-9\",\n  \"x\": {Lists(64)},\n")),
            ("other rules beside a number in another form", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": 1.0,\n")),
            ("other rules beside a number without end", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": 1e999,\n")),
            ("other rules beside a large number", NotRecomputed, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": 9007199254740993,\n")),
            ("other rules beside a number of 28 digits", NotRecomputed, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": 9999999999999999999999999999,\n")),
            ("other rules beside a number of 29 digits", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": 99999999999999999999999999999,\n")),
            ("other rules beside numbers of hours", NotRecomputed, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": [\n    0.5,\n    2.7777777777777776E-07,\n    0\n  ],\n")),
            ("other rules beside a large number with a fraction", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": 1000000000000000.5,\n")),
            ("other rules beside minus nothing", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": -0,\n")),
            ("other rules beside members called by numbers", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": {\n    \"1\": 1,\n    \"2\": 1\n  },\n")),
            ("other rules beside a member called by a number", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": {\n    \"b\": 1,\n    \"1\": 1\n  },\n")),
            ("rows that are a map", Refused, RowsAs(figure, (rows, at) => $"\"{at}\": {rows}", "\"length\": ", "{", "}")),
            ("rows that are a map of names that are none of numbers", Refused, RowsAs(figure, (rows, at) => $"\"row{at}\": {rows}", "\"length\": ", "{", "}")),
            ("a row more at the end", Refused, figure[..figure.LastIndexOf("\n  ]", StringComparison.Ordinal)] + ",\n    5\n  ]\n}\n"),
            ("other rules beside hours in another form", Refused, Edition("\"holdfire/counts/1\"", "  \"rules\": \"counts-9\",\n  \"x\": 2.7777777777777776e-7,\n")),
        })
        {
            yield return ($"a figure with {name}", code, bundle.With(BundleFiles.Figure, Encoding.UTF8.GetBytes(text)).Resealed().Zip());
        }

        var large = River.Bundle("--side NN --act attack --measure launched --from 1900-01-01 --to 2200-12-31 --by day");
        foreach (var text in new[] { "", "garbage", "\ufeff{}", "{}\n", Edition("\"holdfire/counts/x\"", "") })
        {
            yield return ($"a figure of more rows than are counted: {text[..Math.Min(60, text.Length)]}", Refused, large.With(BundleFiles.Figure, Encoding.UTF8.GetBytes(text)).Resealed().Zip());
        }

        yield return ("a figure of more rows than are counted that is no UTF-8", Refused, large.With(BundleFiles.Figure, [0xff, 0xfe]).Resealed().Zip());
        yield return ("a figure that is no UTF-8", Refused, bundle.With(BundleFiles.Figure, [0xff, 0xfe]).Resealed().Zip());
        yield return ("the figure as it is", 0, bundle.Zip());
    }

    // The same figure with its rows as members of a map, and how many they are.
    private static string RowsAs(string figure, Func<string, int, string> member, string length, string open, string close)
    {
        var rows = JsonNode.Parse(figure)!["rows"]!.AsArray();
        var from = figure.IndexOf("\"rows\": [", StringComparison.Ordinal) + "\"rows\": ".Length;
        var items = figure[(from + 1)..figure.LastIndexOf("\n  ]", StringComparison.Ordinal)].Split(",\n    {").Select((r, i) => member((i == 0 ? r : "\n    {" + r).TrimStart(), i));
        return $"{figure[..from]}{open}\n    {string.Join(",\n    ", items)},\n    {length}{rows.Count}\n  {close}\n}}\n";
    }

    // Lists in each other, as they are printed one level down.
    private static string Lists(int deep) => string.Concat(Enumerable.Range(1, deep - 1).Select(d => $"[\n{new string(' ', 2 * (d + 1))}")) + "[]"
        + string.Concat(Enumerable.Range(1, deep - 1).Reverse().Select(d => $"\n{new string(' ', 2 * d)}]"));

    private static IEnumerable<(string, int, byte[])> Entries()
    {
        var key = Convert.ToBase64String(SampleKeys.Submitter("x", 20).PublicKey);
        string Registered(string holder, string publicKey, string speaksAs = "[]") => $$"""{"action":"register","holder":{{holder}},"public_key":{{publicKey}},"speaks_as":{{speaksAs}}}""";
        var unused = key[..^2] + (char)(key[^2] + 1) + "=";
        (string Content, int Code)[] keys =
        [
            (Registered("\"x\"", Text(key)), 0), (Registered("\"x\"", Text(key), "[\"nobody\",\"\"]"), 0), (Registered("\"x\"", Text(" " + key)), Refused), (Registered("\"x\"", Text(key + "\n")), Refused),
            (Registered("\"x\"", Text(key[..20] + " " + key[20..])), Refused), (Registered("\"x\"", Text(unused)), Refused), (Registered("\"x\"", Text(key.TrimEnd('='))), Refused), (Registered("\"\"", Text(key)), Refused),
            (Registered("[\"x\"]", Text(key)), Refused), (Registered("\"x\"", Text(key), "\"nn-army\""), Refused), (Registered("\"x\"", Text(key), "[[]]"), Refused), (Registered("\"x\"", Text(key), "{}"), Refused),
            ("""{"action":"revoke","reason":"","revokes":"KEY"}""", Refused), ("""{"action":"revoke","reason":"lost","revokes":"KEY"}""", 0), ("""{"action":"revoke","reason":["lost"],"revokes":"KEY"}""", Refused),
            ("""{"action":"revoke","reason":"lost","revokes":"nobody"}""", Refused), ("""{"action":"lend","reason":"lost","revokes":"KEY"}""", Refused), ("{}", Refused), ("""{"action":["register"]}""", Refused),
        ];
        foreach (var (content, code) in keys)
        {
            var entry = RawEntry.ByRegistrar(content.Replace("KEY", MadeRecord.Clerk.Id.Value, StringComparison.Ordinal), EntryKind.Key);
            yield return ($"key {content}", code, River.Plus(entry).Bundle().Zip());
        }

        // The signature is made for the time that stands there.
        foreach (var (made, code) in ((string, int)[])
            [("0000-01-01T00:00:00Z", 0), ("9999-12-31T23:59:59Z", 0), ("-0001-01-01T00:00:00Z", Refused), ("10000-01-01T00:00:00Z", Refused), ("2031-02-29T00:00:00Z", Refused), ("2031-03-01T24:00:00Z", Refused), ("2031-03-01T00:00:60Z", Refused)])
        {
            yield return ($"made {made}", code, River.Plus(RawEntry.Of("""{"id":"D9","publisher":"A desk","title":"x"}""", EntryKind.Document, made)).Bundle().Zip());
        }

        foreach (var (content, code) in ((string, int)[])
            [(Nested(31), 0), (Nested(32), Refused), ("""{"id":"\ud800"}""", Refused), ("""{"id":"D9","id":"D9"}""", Refused), ("""{"id":1}""", Refused), ("""{"id":null}""", Refused)])
        {
            yield return ($"a finding {content[..Math.Min(30, content.Length)]}", code, River.Plus(RawEntry.Of(content, EntryKind.Finding, RawEntry.Made)).Bundle().Zip());
        }
    }

    // Further reports of one source, each with a running number.
    private static IEnumerable<(string, int, byte[])> Numbers()
    {
        byte[] Numbered(int i, string? number, EntryKind kind = EntryKind.Report, string source = "\"nn-desk\"") => RawEntry.Of(
            $$"""{"act":"attack.air","count":"{{i + 1}}","from":"2031-03-12","id":"N{{i}}","measure":"launched","precision":"day","source":{{source}},"to":"2031-03-12","zone":"UTC"}""", kind, number: number);
        var values = new (int Code, string?[] Numbers)[]
        {
            (0, ["\"1\"", "\"2\"", "\"3\""]), (0, ["\"1\"", "\"3\"", null, "\"9007199254740991\""]), (0, [null, "\"7\""]), (Refused, ["\"1\"", "\"1\""]), (Refused, ["\"2\"", "\"1\""]), (Refused, ["\"0\""]),
            (Refused, ["\"01\""]), (Refused, ["\"-1\""]), (Refused, ["\"1.0\""]), (Refused, ["\"\""]), (Refused, ["\"9007199254740992\""]), (Refused, ["true"]), (Refused, ["[]"]),
        };
        foreach (var (code, numbers) in values)
        {
            yield return ($"numbers {string.Join(", ", numbers)}", code, River.Plus([.. numbers.Select((n, i) => Numbered(i, n))]).Bundle().Zip());
        }

        yield return ("a number of a finding", Refused, River.Plus(Numbered(0, "\"1\"", EntryKind.Finding)).Bundle().Zip());
        yield return ("a number without a source", Refused, River.Plus(Numbered(0, "\"1\"", source: "[]")).Bundle().Zip());
    }

    // A map in an entry's content is at level two.
    private static string Nested(int deep) => $$"""{"a":{{string.Concat(Enumerable.Repeat("{\"a\":", deep - 1))}}""{{new string('}', deep - 1)}},"id":"F"}""";

    private static IEnumerable<(string, int, byte[])> Notes()
    {
        var bundle = River.Bundle();
        var note = Encoding.UTF8.GetString(bundle[BundleFiles.Checkpoint]);
        var text = note[..(note.IndexOf("\n\n", StringComparison.Ordinal) + 1)];
        string Unknown(string name) => note + $"— {name} {Convert.ToBase64String(new byte[70])}\n";
        (string Note, int Code)[] notes =
        [
            (Unknown("someone.example/x"), 0), (Unknown("a\ufeffb"), Refused), (Unknown("a\ufffdb"), Refused), (Unknown("a\u202eb"), Refused), (Unknown("a\u200bb"), Refused), (Unknown("a+b"), Refused), (Unknown("a\u0085b"), Refused),
            (Unknown("a\u00a0b"), Refused), (Unknown("a\u007fb"), Refused), (Unknown(new string('a', 256)), Refused), (Unknown(new string('a', 255)), 0), (Unknown("😀"), 0), (note + "— a AAAA\n", Refused), (note + "— a AAAAAAA\n", Refused),
            (note + "— a AAAAAAB=\n", Refused), (note + "- a AAAAAAA=\n", Refused), (note + "\n", Refused), (note.TrimEnd('\n'), Refused), (note.Replace("\n", "\r\n", StringComparison.Ordinal), Refused),
            (note + string.Concat(Enumerable.Range(0, 99).Select(_ => "— a AAAAAAA=\n")), 0), (note + string.Concat(Enumerable.Range(0, 100).Select(_ => "— a AAAAAAA=\n")), Refused),
        ];
        foreach (var (changed, code) in notes)
        {
            yield return ($"a note with {changed[note.TrimEnd('\n').Length..].Trim()}", code, bundle.With(BundleFiles.Checkpoint, Encoding.UTF8.GetBytes(changed)).Resealed().Zip());
        }

        using var key = SampleKeys.Operator;
        foreach (var (signed, code) in ((string, int)[])
            [(text + "more\n", 0), (text + "\n", Refused), (text.Replace($"\n{River.Entries().Length}\n", $"\n0{River.Entries().Length}\n", StringComparison.Ordinal), Refused), (text.Replace("=\n", "\n", StringComparison.Ordinal), Refused)])
        {
            yield return ($"a checkpoint {signed}", code, bundle.With(BundleFiles.Checkpoint, new SignedNote(signed, [key.Sign(signed)]).ToBytes()).Resealed().Zip());
        }

        using var witness = SampleKeys.Witness;
        var cosigned = bundle.With(BundleFiles.Witnesses, Encoding.UTF8.GetBytes(witness.Verifier.ToVkey() + "\n"));
        foreach (var (time, signed, code) in ((ulong, string, int)[])
            [(0, "0", 0), (1_930_000_000, "1930000000", 0), (253_402_300_799, "253402300799", 0), (253_402_300_800, "253402300800", Refused), (ulong.MaxValue, "0", Refused), (ulong.MaxValue, "18446744073709551615", Refused), (5, "0", Refused)])
        {
            var line = RawEntry.Cosigned(text, time, signed);
            yield return ($"a cosignature at {time} signed at {signed}", code, cosigned.With(BundleFiles.Checkpoint, Encoding.UTF8.GetBytes(note + line)).Resealed().Zip());
        }
    }

    private static IEnumerable<(string, int, byte[])> Changes()
    {
        string Corrected(string of, EntryKind kind, string item, string more = "") => $$"""{"item":{{item}},"kind":"{{EntryKinds.NameOf(kind)}}","of":"{{of}}","reason":"misread"{{more}}}""";
        string Leaf(byte[] entry) => Convert.ToHexStringLower(MerkleHash.OfLeaf(entry).ToArray());
        var head = River.Items.First(i => i.Kind == EntryKind.Case).Content;
        var first = MadeRecord.Entry(EntryKind.Correction, Corrected(River.LeafOf(EntryKind.Case, "river"), EntryKind.Case, head.Replace("truce at", "truce along", StringComparison.Ordinal)));
        var second = MadeRecord.Entry(EntryKind.Correction, Corrected(Leaf(first), EntryKind.Case, head.Replace("truce at", "truce over", StringComparison.Ordinal)));
        yield return ("a head that was corrected", 0, River.Plus(first).Bundle().Zip());
        yield return ("a head that was corrected twice", 0, River.Plus(first, second).Bundle().Zip());
        yield return ("a second head beside a corrected one", Refused, River.Plus(first, MadeRecord.Entry(EntryKind.Case, head)).Bundle().Zip());
        yield return ("a head corrected by a party", Refused, River.Plus(MadeRecord.Entry(EntryKind.Correction, Corrected(River.LeafOf(EntryKind.Case, "river"), EntryKind.Party, """{"id":"river","name":"x","role":"party"}"""))).Bundle().Zip());

        var hidden = ProtectedContent.Read(Encoding.UTF8.GetBytes($$"""{"content":{{head}},"salt":"{{Convert.ToBase64String(new byte[32])}}"}"""), out _)!;
        var hiding = MadeRecord.Clerk.SignProtected(SampleKeys.Origin, EntryKind.Case, hidden.Commitment, RiverRecord.At, binds: false).Bytes.ToArray();
        yield return ("a protected head that was corrected", Refused, River.Plus(hiding, MadeRecord.Entry(EntryKind.Correction, Corrected(Leaf(hiding), EntryKind.Case, head))).Bundle().Zip());
        yield return ("a protected head that was withdrawn", 0, River.Plus(hiding, MadeRecord.Entry(EntryKind.Withdrawal, $$"""{"of":"{{Leaf(hiding)}}","reason":"twice"}""")).Bundle().Zip());

        var report = River.Items.First(i => i.Content.Contains("\"R8\"", StringComparison.Ordinal)).Content;
        foreach (var (more, code) in ((string, int)[])
            [("", 0), (",\"published\":\"2031-03-12T20:00Z\"", 0), (",\"published\":\"soon\"", 0), (",\"published\":[\"soon\"]", 0), (",\"published\":true", 0), (",\"published\":\"\"", 0)])
        {
            yield return ($"a correction {more}", code, River.Plus(MadeRecord.Entry(EntryKind.Correction, Corrected(River.LeafOf(EntryKind.Report, "R8"), EntryKind.Report, report.Replace("\"7\"", "\"8\"", StringComparison.Ordinal), more))).Bundle().Zip());
            yield return ($"a withdrawal {more}", code, River.Plus(MadeRecord.Entry(EntryKind.Withdrawal, $$"""{"of":"{{River.LeafOf(EntryKind.Report, "R9")}}","reason":"misread"{{more}}}""")).Bundle().Zip());
        }

        foreach (var (content, code) in ((string, int)[])
            [("""{"name":"x"}""", Refused), ("""{"sha256":["x"]}""", Refused), ($$"""{"sha256":"{{new string('0', 64)}}"}""", 0), ("""{"sha256":"x"}""", 0)])
        {
            var attached = ProtectedContent.Read(Encoding.UTF8.GetBytes($$"""{"content":{{content}},"salt":"{{Convert.ToBase64String(new byte[32])}}"}"""), out _)!;
            yield return ($"a disclosed attachment {content}", code, River.Plus(MadeRecord.Clerk.SignProtected(SampleKeys.Origin, EntryKind.Attachment, attached.Commitment, RiverRecord.At, binds: false).Bytes.ToArray()).Bundle(MadeRecord.Counts, attached).Zip());
        }
    }

    // A commitment of the second form binds record and key, and is new; one of the first form can be copied.
    private static IEnumerable<(string, int, byte[])> Commitments()
    {
        var sha256 = new string('0', 64);
        ProtectedContent File(string more) => ProtectedContent.Read(
            Encoding.UTF8.GetBytes($$$"""{"content":{"sha256":"{{{sha256}}}"}{{{more}}},"salt":"{{{Convert.ToBase64String(new byte[32])}}}"}"""), out _)!;
        ProtectedContent Bound(SubmitterKey key, string record) => File($$""","key":"{{key.Id}}","record":"{{record}}""" + "\"");
        byte[] Entry(SubmitterKey key, ProtectedContent content, bool binds) =>
            key.SignProtected(SampleKeys.Origin, EntryKind.Attachment, content.Commitment, RiverRecord.At, binds).Bytes.ToArray();
        byte[] Erased(byte[] entry) =>
            RawEntry.ByRegistrar($$"""{"of":"{{Convert.ToHexStringLower(MerkleHash.OfLeaf(entry).ToArray())}}","reason":"asked for"}""", EntryKind.Erasure);
        var (first, second) = (File(""), Bound(MadeRecord.Clerk, SampleKeys.Origin));
        var (elsewhere, others) = (Bound(MadeRecord.Clerk, "records.example/other"), Bound(MadeRecord.Registrar, SampleKeys.Origin));
        var cases = new (string, int, ProtectedContent, byte[][])[]
        {
            ("a bound commitment", 0, second, [Entry(MadeRecord.Clerk, second, true)]),
            ("a bound commitment that is copied", Refused, second, [Entry(MadeRecord.Clerk, second, true), Entry(MadeRecord.Registrar, second, true)]),
            ("a bound commitment that is copied in the first form", Refused, second, [Entry(MadeRecord.Clerk, second, true), Entry(MadeRecord.Registrar, second, false)]),
            ("a bound commitment said to be of the first form", Refused, second, [Entry(MadeRecord.Clerk, second, false)]),
            ("a commitment bound to another key", Refused, others, [Entry(MadeRecord.Clerk, others, true)]),
            ("a commitment bound to another record", Refused, elsewhere, [Entry(MadeRecord.Clerk, elsewhere, true)]),
            ("a commitment of the first form that is copied", 0, first, [Entry(MadeRecord.Clerk, first, false), Entry(MadeRecord.Registrar, first, false)]),
            ("an erased content that is put back", Refused, second, [Entry(MadeRecord.Clerk, second, true), Erased(Entry(MadeRecord.Clerk, second, true))]),
            ("an erased content of the first form, put back for a copy", Refused, first,
                [Entry(MadeRecord.Clerk, first, false), Entry(MadeRecord.Registrar, first, false), Erased(Entry(MadeRecord.Clerk, first, false))]),
            ("an erased copy of a content that is not", 0, first,
                [Entry(MadeRecord.Clerk, first, false), Entry(MadeRecord.Registrar, first, false), Erased(Entry(MadeRecord.Registrar, first, false))]),
            ("a commitment of the first form said to be bound", Refused, first, [Entry(MadeRecord.Clerk, first, true)]),
        };
        foreach (var (name, code, content, entries) in cases)
        {
            yield return (name, code, River.Plus(entries).Bundle(MadeRecord.Counts, content).Zip());
        }
    }

    // Of an entry that only some may see the log shows a commitment, and nobody who has the bundle can tell what answers lack.
    private static IEnumerable<(string, int, byte[])> Sealed()
    {
        byte[] Entry(string commitment, string more = "", string? record = null, string type = "holdfire/entry/2") =>
            Encoding.UTF8.GetBytes($$"""{"commitment":"{{commitment}}","record":"{{record ?? SampleKeys.Origin}}"{{more}},"type":"{{type}}"}""");
        byte[] About(EntryKind kind, byte[] entry) =>
            RawEntry.ByRegistrar($$"""{"of":"{{Convert.ToHexStringLower(MerkleHash.OfLeaf(entry).ToArray())}}","reason":"asked for"}""", kind);
        var (one, other) = (new string('a', 64), new string('b', 64));
        var cases = new (string, int, byte[][])[]
        {
            ("a sealed entry", AtLeast, [Entry(one)]),
            ("two sealed entries", AtLeast, [Entry(one), Entry(other)]),
            ("a sealed entry again", Refused, [Entry(one), Entry(one)]),
            ("a sealed entry of another record", Refused, [Entry(one, record: "records.example/other")]),
            ("a sealed entry with its kind", Refused, [Entry(one, ",\"submitter\":\"clerk\"")]),
            ("a sealed entry with a short commitment", Refused, [Entry(one[1..])]),
            ("a sealed entry with a commitment in capitals", Refused, [Entry(new string('A', 64))]),
            ("a sealed entry of a type to come", Refused, [Entry(one, type: "holdfire/entry/3")]),
            ("a sealed entry that the registrar erases", AtLeast, [Entry(one), About(EntryKind.Erasure, Entry(one))]),
            ("a sealed entry that is erased twice", Refused, [Entry(one), About(EntryKind.Erasure, Entry(one)), RawEntry.ByRegistrar($$"""{"of":"{{Convert.ToHexStringLower(MerkleHash.OfLeaf(Entry(one)).ToArray())}}","reason":"again"}""", EntryKind.Erasure)]),
            ("a sealed entry that is withdrawn in the open", Refused, [Entry(one), About(EntryKind.Withdrawal, Entry(one))]),
            ("a sealed entry that is set aside", Refused, [Entry(one), About(EntryKind.SetAside, Entry(one))]),
        };
        foreach (var (name, code, entries) in cases)
        {
            yield return (name, code, River.Plus(entries).Bundle(MadeRecord.Counts).Zip());
        }
    }

    // The report R7, which no other names.
    private static IEnumerable<(string, int, byte[])> SetAside()
    {
        string Of(string leaf) => $$"""{"of":"{{leaf}}","reason":"no report"}""";
        string Leaf(byte[] entry) => Convert.ToHexStringLower(MerkleHash.OfLeaf(entry).ToArray());
        var report = River.LeafOf(EntryKind.Report, "R7");
        var content = River.Items.First(i => i.Content.Contains("\"R7\"", StringComparison.Ordinal)).Content;
        var aside = RawEntry.ByRegistrar(Of(report), EntryKind.SetAside);
        var correction = MadeRecord.Entry(EntryKind.Correction, $$"""{"item":{{content}},"kind":"report","of":"{{report}}","reason":"misread"}""");
        var cases = new (string, int, byte[][])[]
        {
            ("a report set aside", 0, [aside]),
            ("a report set aside by its submitter", Refused, [MadeRecord.Entry(EntryKind.SetAside, Of(report))]),
            ("a key set aside", Refused, [RawEntry.ByRegistrar(Of(Leaf(River.Keys[1])), EntryKind.SetAside)]),
            ("a report set aside and put back", 0, [aside, RawEntry.ByRegistrar(Of(Leaf(aside)), EntryKind.Withdrawal)]),
            ("a report set aside and put back by its submitter", Refused, [aside, MadeRecord.Entry(EntryKind.Withdrawal, Of(Leaf(aside)))]),
            ("a report set aside and corrected", Refused, [aside, correction]),
            ("a report set aside, put back and corrected", 0, [aside, RawEntry.ByRegistrar(Of(Leaf(aside)), EntryKind.Withdrawal), correction]),
            ("a report set aside and withdrawn", 0, [aside, MadeRecord.Entry(EntryKind.Withdrawal, Of(report))]),
            ("a report set aside, entered again", Refused, [aside, MadeRecord.Entry(EntryKind.Report, content.Replace("\"7\"", "\"8\"", StringComparison.Ordinal))]),
        };
        foreach (var (name, code, entries) in cases)
        {
            yield return (name, code, River.Plus(entries).Bundle().Zip());
        }

        // What was set aside takes nothing else away: not the version before it, and of the head the line that names it alone.
        string Corrected(string of, EntryKind kind, string item, string more = "") => $$"""{"item":{{item}},"kind":"{{EntryKinds.NameOf(kind)}}","of":"{{of}}","reason":"misread"{{more}}}""";
        byte[] Aside(byte[] entry) => RawEntry.ByRegistrar(Of(Leaf(entry)), EntryKind.SetAside);
        var r8 = River.Items.First(i => i.Content.Contains("\"R8\"", StringComparison.Ordinal)).Content;
        var head = River.Items.First(i => i.Kind == EntryKind.Case).Content;
        string Line(string report, string by = "") => $$"""{"report":"{{report}}",{{(by.Length > 0 ? $"\"by\":\"{by}\",\"kind\":\"corrected\"" : "\"kind\":\"withdrawn\"")}}}""";
        var named = River.With(EntryKind.Case, "river", "corrections", $"[{Line("R9")},{Line("R7")},{Line("R10", "R7")}]");
        var garbage = MadeRecord.Entry(EntryKind.Correction, Corrected(River.LeafOf(EntryKind.Report, "R8"), EntryKind.Report, """{"id":"R8","source":"nn-army","count":"soon"}"""));
        var seven = MadeRecord.Entry(EntryKind.Correction, Corrected(report, EntryKind.Report, """{"id":"R7","source":"nn-desk","count":"soon"}"""));
        var taken = MadeRecord.Entry(EntryKind.Correction, Corrected(River.LeafOf(EntryKind.Report, "R8"), EntryKind.Report, r8.Replace("\"7\"", "\"8\"", StringComparison.Ordinal), ",\"published\":\"2031-03-12T20:00Z\""));
        var mended = MadeRecord.Entry(EntryKind.Correction, Corrected(Leaf(taken), EntryKind.Report, r8.Replace("\"7\"", "\"9\"", StringComparison.Ordinal)));
        var badHead = MadeRecord.Entry(EntryKind.Correction, Corrected(River.LeafOf(EntryKind.Case, "river"), EntryKind.Case, """{"id":"river","title":["x"]}"""));
        var party = MadeRecord.Entry(EntryKind.Correction, Corrected(River.LeafOf(EntryKind.Party, "NN"), EntryKind.Party, """{"id":"NN","role":"victim"}"""));
        var statement = River.Items.First(i => i.Kind == EntryKind.Statement);
        var told = River.With(EntryKind.Case, "river", "corrections", $"[{Line("H1.1")},{Line("R9")}]");
        // An id that is the name of a former version takes no history away.
        var former = River.Entries().ToList().FindIndex(e => Leaf(e) == River.LeafOf(EntryKind.Report, "R8"));
        string Named(string id) => r8.Replace("\"R8\"", $"\"{id}\"", StringComparison.Ordinal);
        var squatter = MadeRecord.Entry(EntryKind.Report, Named($"R8@{former}"));
        var squatted = MadeRecord.Entry(EntryKind.Correction, Corrected(Leaf(squatter), EntryKind.Report, Named($"R8@{former}").Replace("\"7\"", "\"9\"", StringComparison.Ordinal), ",\"published\":\"2031-03-12T21:00Z\""));
        var number = MadeRecord.Entry(EntryKind.Statement, statement.Content.Replace("\"H1.1\"", $"\"R8@{former}\"", StringComparison.Ordinal).Replace("\"H1\"", "\"H9\"", StringComparison.Ordinal));
        // Of two heads that can be read the first is set aside.
        var taking = River.Without(EntryKind.Case).Plus(MadeRecord.Entry(EntryKind.Case, head.Replace("\"title\":\"", "\"title\":\"Garbage: ", StringComparison.Ordinal)));
        var newHead = MadeRecord.Entry(EntryKind.Case, head);
        byte[] PutBack(byte[] entry) => RawEntry.ByRegistrar(Of(Leaf(entry)), EntryKind.Withdrawal);
        var further = new (string, int, MadeRecord)[]
        {
            ("the name of a former version, taken before there is one", 0, River.Plus(squatter, taken)),
            ("the name of a former version, taken after", 0, River.Plus(taken, squatter)),
            ("the name of a former version, taken and corrected", 0, River.Plus(squatter, squatted, taken)),
            ("the name of a former version, taken by a number", 0, River.Plus(number, taken)),
            ("the name of no former version", 0, River.Plus(squatter)),
            ("a report set aside that the head names", 0, named.Plus(aside)),
            ("a report set aside that the head names, and that is withdrawn", Refused, named.Plus(aside, MadeRecord.Entry(EntryKind.Withdrawal, Of(report)))),
            ("a statement set aside whose number the head names", 0, told.Plus(RawEntry.ByRegistrar(Of(River.LeafOf(EntryKind.Statement, "H1")), EntryKind.SetAside))),
            ("a report set aside that another includes", Refused, River.Plus(RawEntry.ByRegistrar(Of(River.LeafOf(EntryKind.Report, "R4")), EntryKind.SetAside))),
            ("a correction that cannot be read", Refused, River.Plus(garbage)),
            ("a correction that cannot be read, set aside", 0, River.Plus(garbage, Aside(garbage))),
            ("a correction set aside and withdrawn", 0, River.Plus(seven, Aside(seven), MadeRecord.Entry(EntryKind.Withdrawal, Of(Leaf(seven))))),
            ("a correction set aside and withdrawn of what another includes", Refused, River.Plus(garbage, Aside(garbage), MadeRecord.Entry(EntryKind.Withdrawal, Of(Leaf(garbage))))),
            ("a change of the source's own, set aside", 0, River.Plus(taken, Aside(taken))),
            ("a change of the source's own, mended and that set aside", 0, River.Plus(taken, mended, Aside(mended))),
            ("a head that cannot be read", Refused, River.Plus(badHead)),
            ("a head that cannot be read, set aside", 0, River.Plus(badHead, Aside(badHead))),
            ("another head beside one that is set aside", 0, taking.Plus(Aside(taking.More[0]), newHead)),
            ("another head beside one that stands", Refused, taking.Plus(newHead)),
            ("another head, and the first put back beside it", Refused, taking.Plus(Aside(taking.More[0]), newHead, PutBack(Aside(taking.More[0])))),
            ("another head, and the first put back where that is withdrawn", 0, taking.Plus(Aside(taking.More[0]), newHead, MadeRecord.Entry(EntryKind.Withdrawal, Of(Leaf(newHead))), PutBack(Aside(taking.More[0])))),
            ("another head, and the first withdrawn", 0, taking.Plus(Aside(taking.More[0]), newHead, MadeRecord.Entry(EntryKind.Withdrawal, Of(Leaf(taking.More[0]))))),
            ("a third head beside two that are set aside", 0, taking.Plus(Aside(taking.More[0]), newHead, Aside(newHead), MadeRecord.Entry(EntryKind.Case, head.Replace("\"title\":\"", "\"title\":\"Again: ", StringComparison.Ordinal)))),
            ("another head beside a correction that is set aside", Refused, River.Plus(badHead, Aside(badHead), newHead)),
            ("a party that cannot be read, set aside", 0, River.Plus(party, Aside(party))),
        };
        foreach (var (name, code, made) in further)
        {
            yield return (name, code, made.Bundle().Zip());
        }

        var figured = River.Plus(aside).Bundle();
        var figure = Encoding.UTF8.GetString(figured[BundleFiles.Figure]);
        yield return ("a figure that does not name what is set aside", Refused, figured.With(BundleFiles.Figure, Encoding.UTF8.GetBytes(figure.Replace("no report", "a duplicate", StringComparison.Ordinal))).Resealed().Zip());
        var at = figure.IndexOf("    \"set_aside\"", StringComparison.Ordinal);
        var end = figure.IndexOf("    \"audience\"", StringComparison.Ordinal);
        yield return ("a figure without what is set aside", Refused, figured.With(BundleFiles.Figure, Encoding.UTF8.GetBytes(figure.Remove(at, end - at))).Resealed().Zip());
    }

    /// <summary>A claim of the army that a protected entry holds: whoever was given the content counts it, and others must see that it is there.</summary>
    public static IEnumerable<(string Name, int Code, byte[] Bundle)> Withheld()
    {
        var claim = River.Items.First(i => i.Content.Contains("\"R8\"", StringComparison.Ordinal)).Content.Replace("\"R8\"", "\"R8a\"", StringComparison.Ordinal);
        ProtectedContent Content(string content, byte salt) => ProtectedContent.Read(CanonicalJson.Of(Encoding.UTF8.GetBytes(
            $$"""{"content":{{content}},"key":"{{MadeRecord.Clerk.Id}}","record":"{{SampleKeys.Origin}}","salt":"{{Convert.ToBase64String([.. Enumerable.Repeat(salt, 32)])}}"}""")), out _)!;
        byte[] Entry(EntryKind kind, ProtectedContent content) => MadeRecord.Clerk.SignProtected(SampleKeys.Origin, kind, content.Commitment, RiverRecord.At).Bytes.ToArray();
        byte[] Change(EntryKind kind, byte[] of, string more = "") =>
            RawEntry.ByRegistrar($$"""{"of":"{{Convert.ToHexStringLower(MerkleHash.OfLeaf(of).ToArray())}}"{{more}},"reason":"asked for"}""", kind);
        byte[] Withdrawal(byte[] of, string more = "") =>
            MadeRecord.Entry(EntryKind.Withdrawal, $$"""{"of":"{{Convert.ToHexStringLower(MerkleHash.OfLeaf(of).ToArray())}}"{{more}},"reason":"misread"}""");
        var content = Content(claim, 7);
        var entry = Entry(EntryKind.Report, content);
        var made = River.Plus(entry);
        var (open, closed) = (made.Bundle(MadeRecord.Counts, content), made.Bundle());
        var published = Withdrawal(entry, ",\"published\":\"2031-03-12T20:00Z\"");
        byte[] Figured(OpenBundle bundle, Func<string, string> change) =>
            bundle.With(BundleFiles.Figure, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bundle[BundleFiles.Figure])))).Resealed().Zip();
        const string Line = "    \"withheld\": 1,\n";
        const string Audience = "    \"audience\"";
        return
        [
            ("a protected report, disclosed", 0, open.Zip()),
            ("a protected report of the same checkpoint, left out", AtLeast, closed.Zip()),
            ("a protected report left out, with the figure of who has it", Refused, closed.With(BundleFiles.Figure, open[BundleFiles.Figure]).Resealed().Zip()),
            ("a protected report disclosed, with the figure of who has it not", Refused, open.With(BundleFiles.Figure, closed[BundleFiles.Figure]).Resealed().Zip()),
            ("a figure that does not say what is left out, as earlier versions wrote it", AtLeast, Figured(closed, f => f.Replace(Line, "", StringComparison.Ordinal))),
            ("a figure that says more is left out", Refused, Figured(closed, f => f.Replace(Line, "    \"withheld\": 2,\n", StringComparison.Ordinal))),
            ("a figure that says that nothing is left out", Refused, Figured(closed, f => f.Replace(Line, "    \"withheld\": 0,\n", StringComparison.Ordinal))),
            ("a figure that says so of what is here", Refused, Figured(open, f => f.Replace(Audience, Line + Audience, StringComparison.Ordinal))),
            ("a figure that says it at another place", Refused, Figured(closed, f => f.Replace(Line, "", StringComparison.Ordinal).Replace("\"audience\": \"public\"", "\"audience\": \"public\",\n    \"withheld\": 1", StringComparison.Ordinal))),
            ("a protected finding left out", 0, River.Plus(Entry(EntryKind.Finding, content)).Bundle().Zip()),
            ("a protected statement left out", AtLeast, River.Plus(Entry(EntryKind.Statement, content)).Bundle().Zip()),
            ("a protected report left out that is erased", 0, River.Plus(entry, Change(EntryKind.Erasure, entry)).Bundle().Zip()),
            ("a protected report left out that is set aside", 0, River.Plus(entry, Change(EntryKind.SetAside, entry)).Bundle().Zip()),
            ("a protected report left out that is withdrawn", 0, River.Plus(entry, Withdrawal(entry)).Bundle().Zip()),
            ("a protected report that its source took back, disclosed", 0, River.Plus(entry, published).Bundle(MadeRecord.Counts, content).Zip()),
            ("a protected report that its source took back, left out", AtLeast, River.Plus(entry, published).Bundle().Zip()),
            ("one of two protected reports left out", AtLeast, River.Plus(entry, Entry(EntryKind.Report, Content("{}", 8))).Bundle(MadeRecord.Counts, content).Zip()),
        ];
    }

    private static IEnumerable<(string, int, byte[])> Zips()
    {
        var bundle = River.Bundle();
        yield return ("a byte behind a deflated end", Refused, RawZip.WithBytesBehind(bundle, BundleFiles.Checkpoint, [0]));
        yield return ("many bytes behind a deflated end", Refused, RawZip.WithBytesBehind(bundle, BundleFiles.Figure, Encoding.UTF8.GetBytes(new string('x', 5000))));
        yield return ("another packed file behind a deflated end", Refused, RawZip.WithBytesBehind(bundle, BundleFiles.Figure, RawZip.Deflated("hidden"u8.ToArray())));
        yield return ("no byte behind a deflated end", 0, RawZip.WithBytesBehind(bundle, BundleFiles.Figure, []));
        yield return ("a bit behind a deflated end", Refused, RawZip.WithABitBehind(bundle));
        yield return ("a checksum of other bytes", Refused, RawZip.WithChecksum(bundle, BundleFiles.Figure, 7));
        yield return ("stored files", 0, RawZip.Stored(bundle));
    }
}
