namespace Holdfire.CaseFormat.Tests.Files;

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
    [InlineData("case.yaml", "gaps:", "acts:\n  - {code: tunnel, name: tunnels}\ngaps:", 12, 12, "docs/acts.md", "tunnel")]
    [InlineData("case.yaml", "gaps:", "acts:\n  - {code: violation.dug.tunnel, name: tunnels}\ngaps:", 12, 12, "violation.dug is not", "violation.dug.tunnel")]
    [InlineData("case.yaml", "gaps:", "acts:\n  - {code: attack.air, name: raids}\ngaps:", 12, 12, "not in use", "attack.air")]
    [InlineData("case.yaml", "gaps:", "targets:\n  - {code: other.museum, name: museums, parent: school}\ngaps:", 12, 49, "the code above it, other", "school")]
    [InlineData("case.yaml", "gaps:", "targets:\n  - {code: unknown.museum, name: museums}\ngaps:", 12, 12, "unknown is not", "unknown.museum")]
    [InlineData("case.yaml", "gaps:", "acts:\n  - {code: attack.x, name: x, crosswalk: [{scheme: acled, match: none, terms: [Battles]}]}\ngaps:", 12, 66, "close, broad or narrow", "none")]
    [InlineData("case.yaml", "gaps:", "acts:\n  - {code: attack.x, name: x, crosswalk: [{scheme: acled, match: broad, terms: [Wars]}]}\ngaps:", 12, 81, "a term of acled", "Wars")]
    [InlineData("truces.yaml", "text: withdraw, deadline: 2030-01-03T12:00, zone: Europe/Zurich", "text: withdraw, due: 2030-01-03, due_days: 3", 16, 62, "one of deadline, due and due_days", "due and due_days")]
    [InlineData("truces.yaml", "text: withdraw, deadline: 2030-01-03T12:00, zone: Europe/Zurich", "text: withdraw, act: compliance.withdrawal, evidence: [R1]", 16, 74, "a report of compliance.withdrawal", "R1 of attack.air.uav")]
    [InlineData("truces.yaml", "text: withdraw, deadline: 2030-01-03T12:00, zone: Europe/Zurich", "text: withdraw, due: soon", 16, 40, "a date such as 2030-03-01, whose end counts", "soon")]
    [InlineData("truces.yaml", "target: energy_facility", "target: museum", 12, 37, "docs/acts.md", "museum")]
    [InlineData("reports/2030-01.csv", "destroyed,item,10", "destroyed,piece,10", 2, 110, "docs/acts.md", "piece")]
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
    [InlineData("reports/2030-01.csv", ",day,", ",dai,", 4, 49, "minute about night day within open_end unknown", "dai")]
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
    [InlineData("talks.yaml", "by: [AA], to: [BB], items: [I1]", "by: [CC], to: [BB], items: [I1]", 0, 0, "such as", "CC")]
    [InlineData("talks.yaml", "items: [I2]", "items: [I9]", 0, 0, "the id of a known item, such as I", "I9")]
    [InlineData("talks.yaml", "kind: fish", "kind: fsh", 5, 20, "a kind of item: talks", "fsh")]
    [InlineData("talks.yaml", "truce: A1", "truce: A9", 0, 0, "such as A1", "A9")]
    [InlineData("talks.yaml", "to: P1, kind: rejects", "to: P9, kind: rejects", 10, 26, "the id of a known proposal, such as P1", "P9")]
    [InlineData("talks.yaml", "kind: rejects", "kind: refuses", 0, 0, "accepts accepts_conditionally", "refuses")]
    [InlineData("talks.yaml", "valid: {from: 2030-01-01, to: 2030-01-09, zone: Europe/Zurich, precision: day}", "supersedes: P2", 0, 0, "superseded by this one", "P")]
    [InlineData("talks.yaml", "kind: rejects, statements: [S01]", "kind: rejects, statements: [S01], when: {from: 2030-01-02, to: 2030-01-02, zone: Europe/Zurich, precision: day}", 10, 26, "made by the time of the response", "P1")]
    [InlineData("talks.yaml", "kind: rejects", "kind: rejects, items: [I2]", 0, 0, "an item of the proposal: I1", "I2")]
    [InlineData("talks.yaml", "relation: before, for: I2", "relation: before, for: I1", 0, 0, "another item", "I1")]
    [InlineData("talks.yaml", "id: C2", "id: R1", 0, 0, "an entry id that is not in use", "R1")]
    [InlineData("talks.yaml", "supersedes: P1", "supersedes: C1", 0, 0, "another of the proposals", "C1")]
    [InlineData("talks.yaml", "of: P1", "of: P7", 0, 0, "the id of a known entry", "P7")]
    [InlineData("talks.yaml", "stop & go", "stop & gone", 0, 0, "the id of an option", "gone")]
    [InlineData("talks.yaml", "!go -> stop", "!go => stop", 0, 0, "one of & | -> <->", "=> stop")]
    [InlineData("talks.yaml", "{id: go, party: BB", "{id: go, party: CC", 0, 0, "preferences once for each party", "AA BB")]
    [InlineData("talks.yaml", "stop & go", "stop | !stop", 0, 0, "1 to 65536 feasible states", "0")]
    [InlineData("talks.yaml", "requires: I1, relation: before, for: I2, statements: [S01]", "requires: I1, relation: before, for: I2, statements: []", 0, 0, "at least one", "none")]
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
