using Holdfire.Findings;
using Holdfire.Record;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class FindingRulesFileTests
{
    private const string Good = """
        version: mission-3
        standards:
          - id: S1
            reaches: alleged
            needs:
              - {origins: 1}
            text: Someone says so.
          - id: S2
            reaches: corroborated
            needs:
              - {origins: 2, kinds: [monitor, sensor], grades: [A, B]}
            text: Two of them.
          - id: S3
            at_most: disputed
            needs:
              - {denies: yes, modes: [on_site]}
            text: Looked and denies it.
        attributions:
          - id: W1
            gives: alleged_actor
            needs:
              - {actors: 1}
            text: One is named.
          - id: W2
            gives: unknown
            text: Nobody is named.
        """;

    [Fact]
    public void Load_AMissionsTable_HasItsRulesAsWritten()
    {
        var rules = Load(Good).Rules!;
        Assert.Equal("mission-3", rules.Version);
        Assert.Equal([("S1", false), ("S2", false), ("S3", true)], rules.Standards.Select(r => (r.Id, r.IsLimit)));
        Assert.Equal(2, Assert.Single(rules.Standards[1].Needs).Origins);
        Assert.Equal([Attribution.AllegedActor, Attribution.Unknown], rules.Attributions.Select(r => r.Attribution));
    }

    [Fact]
    public void BuiltIn_Table_HasNoClashes()
    {
        Assert.Empty(FindingRulesFile.BuiltIn.Clashes());
        Assert.Equal("holdfire-2", FindingRulesFile.BuiltIn.Version);
    }

    [Theory]
    [InlineData("reaches: corroborated", "reaches: proven", 9, 14, "alleged disputed corroborated verified", "proven")]
    [InlineData("reaches: corroborated", "reaches: withdrawn", 9, 14, "above withdrawn", "withdrawn")]
    [InlineData("reaches: corroborated", "at_most: alleged\n    reaches: verified", 10, 14, "one of the keys reaches and at_most", "both")]
    [InlineData("kinds: [monitor, sensor]", "kinds: [monitor, oracle]", 11, 39, "party_organ monitor", "oracle")]
    [InlineData("origins: 2", "origins: 0", 11, 19, "from 1 to 1000", "0")]
    [InlineData("id: S2", "id: S1", 8, 9, "not in use", "S1")]
    [InlineData("id: S2", "id: T-TIME", 8, 9, "those of the terms begin with T-", "T-TIME")]
    [InlineData("at_most: disputed", "at_most: verified", 14, 14, "a limit below verified", "verified")]
    [InlineData("reaches: corroborated\n    needs:\n      - {origins: 2, kinds: [monitor, sensor], grades: [A, B]}", "reaches: verified", 8, 9, "needs, so that something bears the standard out", "none in S2")]
    [InlineData("{denies: yes, modes: [on_site]}", "{modes: [claimed, heard, saw, recorded, on_site, told]}", 13, 9, "rules that can both count", "S3")]
    [InlineData("version: mission-3", "version: ''", 1, 10, "a name and version of the table", "none")]
    [InlineData("id: S2", "id: F-WITHDRAWN", 8, 9, "not in use", "F-WITHDRAWN")]
    [InlineData("{origins: 2, kinds: [monitor, sensor], grades: [A, B]}", "{origins: 1}", 8, 9, "other needs than those of S1", "S2")]
    [InlineData("{denies: yes, modes: [on_site]}", "{origins: 2, grades: [A, B]}", 13, 9, "S3 holds all that S2 takes up", "S3")]
    [InlineData("  - id: W2", "  - {id: W0, gives: contested, text: Two are named., needs: [{actors: 2}]}\n  - id: W2", 24, 10, "where W1, which comes before it, does not", "W0")]
    [InlineData("reaches: alleged", "reaches: disputed", 3, 9, "any single claim reaches alleged", "none")]
    [InlineData("    gives: unknown\n", "    gives: unknown\n    needs: [{actors: 3}]\n", 19, 9, "a rule without needs", "none")]
    public void Load_RulesThatCannotStand_AreNamedWithTheirPlace(
        string old, string changed, int line, int column, string expected, string found)
    {
        var good = Good.ReplaceLineEndings("\n");
        Assert.Contains(old, good, StringComparison.Ordinal);
        var (rules, errors) = Load(good.Replace(old, changed, StringComparison.Ordinal));
        Assert.Null(rules);
        var error = errors.FirstOrDefault(f => f.Expected.Contains(expected, StringComparison.Ordinal));
        Assert.True(error is not null, string.Join('\n', errors));
        Assert.Equal((line, column, found), (error.Line, error.Column, error.Found));
    }

    private static (FindingRules? Rules, System.Collections.Immutable.ImmutableArray<Error> Errors) Load(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("holdfire").FullName, "rules.yaml");
        try
        {
            File.WriteAllText(file, text.ReplaceLineEndings("\n"));
            return FindingRulesFile.Load(file);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, true);
        }
    }
}
