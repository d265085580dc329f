using Holdfire.Sources.Files;

namespace Holdfire.Sources.Tests.Files;

public sealed class CaseFaultTests
{
    [Theory]
    [InlineData("case.yaml", "invented: true", "colour: red", 4, 1, "one of the keys", "colour")]
    [InlineData("case.yaml", "title: The war of the lakes\n", "", 1, 1, "a value for the key title", "none")]
    [InlineData("case.yaml", "zone: Europe/Zurich", "zone: Europe/Zurick", 3, 7, "IANA", "Europe/Zurick")]
    [InlineData("case.yaml", "title: The war of the lakes", "title: [", 0, 0, "YAML", "")]
    [InlineData("case.yaml", "members: [X-N, X-S]", "members: [X-N, X-Z]", 10, 52, "such as X-", "X-Z")]
    [InlineData("case.yaml", "members: [X-N, X-S]", "members: [X-ALL]", 10, 46, "do not hold", "X-ALL")]
    [InlineData("case.yaml", "name: South", "name: north", 9, 23, "X-N has this one", "north")]
    [InlineData("case.yaml", "title: The", "id: two\ntitle: The", 2, 1, "each key once", "id")]
    [InlineData("parties.yaml", "role: party}", "role: boss}", 1, 33, "party mediator guarantor monitor other", "boss")]
    [InlineData("parties.yaml", "id: BB", "id: AA", 2, 8, "not in use", "AA")]
    [InlineData("sources.yaml", "scope: Everywhere", "scope: Everywher", 6, 10, "Everywhere", "Everywher")]
    [InlineData("sources.yaml", "act: attack.air", "act: atack.air", 8, 29, "attack.air", "atack.air")]
    [InlineData("truces.yaml", "statement: S01", "statement: S02", 8, 155, "such as S01", "S02")]
    [InlineData("truces.yaml", "to: 2030-01-04T00:00\n", "to: 2030-01-02T10:00\n", 5, 7, "after the start", "2030-01-02T10:00")]
    [InlineData("truces.yaml", "bound: [AA, BB]", "bound: [AA, CC]", 12, 82, "such as AA", "CC")]
    [InlineData("statements.yaml", "document: D1", "document: D7", 3, 15, "such as D1", "D7")]
    [InlineData("statements.yaml", "truces: [A1]", "truces: [A9]", 11, 14, "such as A1", "A9")]
    [InlineData("statements.yaml", "part_of: S01.1", "part_of: S01.2", 15, 30, "not, through others", "S01.2")]
    [InlineData("reports/2030-01.csv", ",day,", ",dai,", 4, 49, "minute about night day open_end unknown", "dai")]
    [InlineData("reports/2030-01.csv", "<=20", "<20", 4, 83, "a count", "<20")]
    [InlineData("reports/2030-01.csv", "R3,aa-army,,2030-01-01,", "R3,aa-army,,2030-01-03,", 4, 24, "not before", "2030-01-02")]
    [InlineData("reports/2030-01.csv", "\"https", "https", 2, 0, "a quote", "bad quotes")]
    [InlineData("reports/2030-01.csv", "a,b\"", "a,b", 2, 174, "a closing quote", "bad quotes")]
    [InlineData("reports/2030-01.csv", "R3,aa", "R3,,aa", 4, 0, "23 fields", "24")]
    [InlineData("reports/2030-01.csv", "reference", "colour", 1, 170, "one of the columns", "colour")]
    [InlineData("reports/2030-01.csv", "R2,aa", "R1,aa", 3, 1, "not in use", "R1")]
    [InlineData("reports/2030-01.csv", "R2,aa-army", "R2,aa-arm", 3, 4, "such as aa-army", "aa-arm")]
    [InlineData("reports/2030-01.csv", "10..15", "15..10", 2, 115, "a count", "15..10")]
    [InlineData("reports/2030-01.csv", "R1,aa-army,2030-01-02T05:00Z", "R1,aa-army,2030-01-02 05:00", 2, 12, "an instant", "2030-01-02 05:00")]
    [InlineData("sources.yaml", "kind: party_organ", "kind: party_organ\n  relays: aa-navy", 5, 11, "such as aa-army", "aa-navy")]
    [InlineData("sources.yaml", "kind: party_organ", "kind: party_organ\n  relays: aa-army", 5, 11, "pass this one on", "aa-army")]
    [InlineData("statements.yaml", "areas: [the north]", "lat: 91, lon: 8", 14, 78, "a number from -90 to 90", "91")]
    [InlineData("statements.yaml", "areas: [the north]", "mode: felt", 14, 79, "claimed heard saw recorded on_site", "felt")]
    [InlineData("statements.yaml", "areas: [the north]", "quotes: [S01.2, S07]", 14, 81, "the id of a known report", "S07")]
    public void Load_OneFault_IsNamedWithItsPlace(
        string file, string old, string changed, int line, int column, string expected, string found)
    {
        using var small = SmallCase.With(file, old.ReplaceLineEndings("\n"), changed);
        var load = CaseFolder.Load(small.Folder);
        Assert.Null(load.Case);
        var fault = load.Faults.FirstOrDefault(f => f.File == file && f.Expected.Contains(expected, StringComparison.Ordinal));
        Assert.True(fault is not null, string.Join('\n', load.Faults));
        Assert.Contains(found, fault.Found, StringComparison.Ordinal);
        Assert.Equal((line == 0 ? fault.Line : line, column == 0 ? fault.Column : column), (fault.Line, fault.Column));
    }
}
