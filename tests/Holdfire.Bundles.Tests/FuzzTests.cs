using System.Text.Json.Nodes;
using Holdfire.Record.Entries;

namespace Holdfire.Bundles.Tests;

/// <summary>Contents with members set to anything, signed and sealed anew: both verifiers come to the same end.</summary>
public sealed class FuzzTests
{
    private const int Bundles = 300;

    // Kinds of which both read every member.
    private static readonly EntryKind[] Kinds = [EntryKind.Report, EntryKind.Report, EntryKind.Report, EntryKind.Source, EntryKind.Place, EntryKind.Party, EntryKind.Case];

    private static readonly string[] Values =
    [
        "\"\"", "\" \"", "true", "false", "[]", "{}", "[\"X-EAST\"]", "[[]]", "[true]", "\"yes\"", "\"X-EAST\"", "\"X-ALL; x-west\"", "\"R1\"", "\"R4;R5\"", "\"R5.1\"", "\"NN\"", "\"nn-desk\"", "\"7\"", "\"3..9\"", "\"~40\"", "\"some\"",
        "\"-1\"", "\"1e2\"", "\"day\"", "\"night\"", "\"unknown\"", "\"2031-03-12\"", "\"2031-03-11T24:00\"", "\"2031-03-11T05:00Z\"", "\"UTC\"", "\"Europe/Kyiv\"", "\"attack\"", "\"attack.air.uav\"", "\"launched\"", "\"item\"", "\"disjoint\"",
        "\"__proto__\"", "\"\\ufeff\"", "\"\\u0000\"", "{\"__proto__\":{}}", "[{\"report\":\"R8\",\"kind\":\"withdrawn\"}]", "[{\"watching\":\"yes\",\"act\":\"attack\",\"area\":\"X-ALL\",\"from\":\"2031-03-10T00:00\",\"to\":\"2031-03-11T00:00\",\"zone\":\"UTC\",\"basis\":\"x\"}]",
    ];

    private static readonly string[] Members =
    [
        "id", "source", "published", "from", "to", "zone", "precision", "act", "measure", "unit", "count", "areas", "target", "alleged_actor", "part_of", "parts", "parts_exhaustive", "included_in", "quotes", "denies", "name", "party", "scope",
        "watches", "relays", "members", "aliases", "code", "role", "corrections", "gaps", "invented", "title", "local_name", "lat", "radius_km", "killed", "mode", "constructor",
    ];

    // What a report may well say, so that most of the bundles come to a figure.
    private static readonly (string Member, string[] Values)[] Likely =
    [
        ("count", ["7", " 8", "3..9", "9..", ">4", "<=6", "~40", "some", "0", "999999999999"]), ("areas", ["", "X-EAST", "X-WEST", "X-ALL", "x-east; the east", "X-EAST;X-WEST"]), ("act", ["attack", "attack.air", "attack.air.uav", "attack.sea"]),
        ("unit", ["item", "attack"]), ("target", ["military", "unknown"]), ("part_of", ["R1", "R4", "R8"]), ("included_in", ["R1", "R4;R8", "R8"]), ("parts", ["disjoint", "overlapping"]), ("parts_exhaustive", ["yes", "true", "no"]),
        ("zone", ["UTC", "Europe/Kyiv", "UTC-03:30", "America/New_York"]), ("published", ["", "2031-03-11T05:00Z", "2031-03-12T23:59:59.5Z"]), ("source", ["nn-army", "nn-desk", "ss-army"]), ("quotes", ["R1", "R9"]), ("measure", ["launched", "destroyed"]),
    ];

    [Fact]
    public void AnyContents_GetOneCodeFromBoth()
    {
        var random = new Random(20310313);
        var made = Enumerable.Range(0, Bundles).Select(_ => Mutated(random)).ToArray();
        var answers = JavaScriptVerifier.Verify([.. made.Select(m => m.Bundle)]);
        Assert.InRange(answers.Count(a => a.Ok), Bundles / 10, Bundles * 9 / 10);
        foreach (var ((what, bundle), theirs) in made.Zip(answers))
        {
            var (code, error) = InProcess.Look(bundle);
            Assert.True(code == theirs.Code, $"{what}: {code} ({error}) and {theirs.Code} ({theirs.Error ?? theirs.Rows[^1].Detail})");
            Assert.DoesNotContain("could not be checked", theirs.Error ?? "", StringComparison.Ordinal);
        }
    }

    private static (string What, byte[] Bundle) Mutated(Random random)
    {
        var (record, what) = (MadeRecord.River, "");
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var likely = random.Next(5) > 0;
            var kind = likely ? EntryKind.Report : Kinds[random.Next(Kinds.Length)];
            var places = Enumerable.Range(0, record.Items.Length).Where(p => record.Items[p].Kind == kind).ToArray();
            var at = places[random.Next(places.Length)];
            var content = JsonNode.Parse(record.Items[at].Content)!.AsObject();

            // Mostly a member that is there, so that more is left whole.
            var own = content.Select(m => m.Key).ToArray();
            var (member, value) = (random.Next(3) > 0 ? own[random.Next(own.Length)] : Members[random.Next(Members.Length)], Values[random.Next(Values.Length)]);
            if (likely)
            {
                (member, var values) = Likely[random.Next(Likely.Length)];
                value = JsonValue.Create(values[random.Next(values.Length)]).ToJsonString();
            }

            what += $"{kind} {content["id"] ?? content["code"]}: {member} {value}; ";
            content[member] = JsonNode.Parse(value);
            record = record with { Items = record.Items.SetItem(at, (kind, content.ToJsonString())) };
        }

        return (what, record.Bundle().Zip());
    }
}
