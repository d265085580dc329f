using System.Text;

namespace Holdfire.Bench;

/// <summary>The YAML files of a generated case: two parties, four sources, twenty regions, two truces, four statements.</summary>
internal static class CaseFiles
{
    private const string Parties = """
        - {id: AA, name: Party A, role: party}
        - {id: BB, name: Party B, role: party}

        """;

    private const string Truces = """
        - id: T1
          name: Thirty days without strikes on energy facilities
          announced: {from: 2031-01-30, to: 2031-01-30, zone: UTC, precision: day}
          from: 2031-02-01T00:00
          to: 2031-03-03T00:00
          zone: UTC
          declarations:
            - {actor: AA, kind: declares, when: {from: 2031-01-30, to: 2031-01-30, zone: UTC, precision: day}, text: Declares it.}
            - {actor: BB, kind: accepts, when: {from: 2031-01-30, to: 2031-01-30, zone: UTC, precision: day}, text: Accepts it.}
          in_force:
            - {party: AA, from: 2031-02-01T00:00, to: 2031-03-03T00:00, zone: UTC, precision: minute, disputed: false, basis: declared and accepted}
            - {party: BB, from: 2031-02-01T00:00, to: 2031-03-03T00:00, zone: UTC, precision: minute, disputed: false, basis: declared and accepted}
          prohibitions:
            - {id: T1.P1, act: attack, target: energy_facility, areas: [X-ALL], bound: [AA, BB], text: No strikes on energy facilities.}
        - id: T2
          name: Three days without attacks
          announced: {from: 2031-03-17, to: 2031-03-17, zone: UTC, precision: day}
          from: 2031-03-20T00:00
          to: 2031-03-23T00:00
          zone: UTC
          declarations:
            - {actor: BB, kind: declares, when: {from: 2031-03-17, to: 2031-03-17, zone: UTC, precision: day}, text: Declares it.}
            - {actor: AA, kind: accepts, when: {from: 2031-03-18, to: 2031-03-18, zone: UTC, precision: day}, text: Accepts it.}
          in_force:
            - {party: AA, from: 2031-03-20T00:00, to: 2031-03-23T00:00, zone: UTC, precision: minute, disputed: false, basis: declared and accepted}
            - {party: BB, from: 2031-03-20T00:00, to: 2031-03-23T00:00, zone: UTC, precision: minute, disputed: false, basis: declared and accepted}
          prohibitions:
            - {id: T2.P1, act: attack, areas: [X-ALL], bound: [AA, BB], text: No attacks of any kind.}

        """;

    public static void Write(string folder)
    {
        Save("case.yaml", Head());
        Save("parties.yaml", Parties);
        Save("sources.yaml", string.Concat(Layout.Sources.Select(Source)));
        Save("truces.yaml", Truces);
        Save("statements.yaml", "statements:\n" + string.Concat(Layout.Sources.Select(Statement)));

        void Save(string name, string text) =>
            File.WriteAllText(Path.Combine(folder, name), text.ReplaceLineEndings("\n"), new UTF8Encoding(false));
    }

    private static string Head()
    {
        var regions = Enumerable.Range(0, Layout.Regions).ToArray();
        var places = regions.Select(r => FormattableString.Invariant(
            $"  - {{code: {Layout.Region(r)}, name: Region {r + 1}, lat: {40 + (r / 5)}, lon: {10 + (r % 5)}, radius_km: 40}}\n"));
        return $$"""
            id: generated
            title: A generated case
            zone: UTC
            invented: true
            documents:
              - {id: D1, title: A generated document, publisher: Nobody}
            places:

            """ + string.Concat(places) +
            $"  - {{code: X-ALL, name: Everywhere, members: [{string.Join(", ", regions.Select(Layout.Region))}]}}\n";
    }

    private static string Source(SourceLayout source) => $$"""
        - id: {{source.Id}}
          name: Source {{source.Id}}
          party: {{source.Party}}
          kind: party_organ
          grade: F
          scope: X-ALL
          watches:
            - {watching: true, act: attack, area: X-ALL, from: 2031-01-01T00:00, to: 2031-03-10T00:00, zone: {{source.Zone}}, basis: declared by the generator}

        """;

    // What each source says of the two truces, in figures that its reports can be held against.
    private static string Statement(SourceLayout source) => $$"""
          - id: S-{{source.Id}}
            document: D1
            kind: claim
            form: reported
            speaker: {{source.Id}}
            hearsay: 1
            said: {from: 2031-03-24, to: 2031-03-24, zone: {{source.Zone}}, precision: day}
            about: {from: 2031-03-20T00:00, to: 2031-03-23T00:00, zone: UTC, precision: minute}
            truces: [T2]
            paraphrase: Says how many attacks there were.
            quantities:
              - {id: {{source.Id}}.q1, act: {{source.Acts[0]}}, measure: launched, count: 5000, areas: [X-ALL], alleged_actor: {{source.Accused}}}
              - {id: {{source.Id}}.q2, act: {{source.Acts[0]}}, measure: destroyed, count: some, areas: [X-R01], alleged_actor: {{source.Accused}}}

        """;
}
