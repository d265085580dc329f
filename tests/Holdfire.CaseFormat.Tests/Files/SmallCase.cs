namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>An invented case, written to a folder that goes when this is disposed.</summary>
internal sealed class SmallCase : IDisposable
{
    public static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["case.yaml"] = """
            id: lakes
            title: The war of the lakes
            zone: Europe/Zurich
            invented: true
            documents:
              - {id: D1, title: Report of the day, publisher: A desk, date: 2030-01-02, length: 12}
            places:
              - {code: X-N, name: North, local_name: Nord, aliases: [the north], lat: 47.1, lon: 8.2, radius_km: 30}
              - {code: X-S, name: South}
              - {code: X-ALL, name: Everywhere, members: [X-N, X-S]}
            gaps:
              - Nothing of February.
            """,
        ["parties.yaml"] = """
            - {id: AA, name: Party A, role: party}
            - {id: BB, name: Party B, role: party}
            """,
        ["sources.yaml"] = """
            - id: aa-army
              name: Army of A
              party: AA
              kind: party_organ
              grade: F
              scope: Everywhere
              watches:
                - {watching: true, act: attack.air, area: X-N, from: 2030-01-01T00:00, to: 2030-01-02T24:00, zone: Europe/Zurich, basis: it says so}
            """,
        ["truces.yaml"] = """
            - id: A1
              name: Harvest truce
              announced: {from: 2030-01-01, to: 2030-01-01, zone: Europe/Zurich, precision: day}
              from: 2030-01-02T18:00
              to: 2030-01-04T00:00
              zone: Europe/Zurich
              declarations:
                - {actor: AA, kind: accepts_conditionally, when: {from: 2030-01-01, to: 2030-01-01, zone: Europe/Zurich, precision: day}, text: If B does, statement: S01}
              in_force:
                - {party: AA, from: 2030-01-02T18:00, to: 2030-01-04T00:00, zone: Europe/Zurich, precision: minute, basis: decree, disputed: false}
              prohibitions:
                - {id: P1, act: attack, target: energy_facility, areas: [X-ALL], bound: [AA, BB], text: no attacks}
              exceptions:
                - {act: recon, text: drones may look}
              obligations:
                - {party: BB, text: withdraw, deadline: 2030-01-03T12:00, zone: Europe/Zurich}
            """,
        ["statements.yaml"] = """
            statements:
              - id: S01
                document: D1
                kind: accusation
                form: reported
                speaker: aa-army
                addressee: BB
                hearsay: 1
                said: {from: 2030-01-04, to: 2030-01-04, zone: Europe/Zurich, precision: day}
                about: {from: 2030-01-02T18:00, to: 2030-01-04T00:00, zone: Europe/Zurich, precision: minute}
                truces: [A1]
                paraphrase: B flew.
                quantities:
                  - {id: S01.1, act: attack.air.uav, measure: launched, count: ~40, areas: [the north], alleged_actor: BB}
                  - {id: S01.2, part_of: S01.1, act: attack.air.uav.fpv, measure: launched, count: some}
            conflicts:
              - id: C1
                statement: S01
                question: When?
                accounts:
                  - text: a day before
                    basis: a paper
                    quantities:
                      - {id: S01.1, act: attack.air.uav, measure: launched, count: 38, from: 2030-01-01, to: 2030-01-01, zone: Europe/Zurich, precision: day}
            """,
        ["talks.yaml"] = """
            kinds:
              - {id: fish, label: fishing, definition: Who may fish where.}
            items:
              - {id: I1, kind: truce, name: a halt, truce: A1}
              - {id: I2, kind: fish, name: fishing}
            proposals:
              - {id: P1, kind: offer, by: [AA], to: [BB], items: [I1], statements: [S01], valid: {from: 2030-01-01, to: 2030-01-09, zone: Europe/Zurich, precision: day}}
              - {id: P2, kind: demand, by: [AA], to: [BB], items: [I2], statements: [S01], supersedes: P1}
            responses:
              - {id: R1, by: BB, to: P1, kind: rejects, statements: [S01]}
            preconditions:
              - {id: C1, actor: AA, requires: I1, relation: before, for: I2, statements: [S01]}
              - {id: C2, actor: BB, requires: I2, relation: before, for: I1, statements: [S01], inferred: {by: us, reading: fish first, why: its words}}
            outcomes:
              - {id: O1, of: P1, kind: not_met, statements: [S01]}
            models:
              - id: M1
                title: Fishing
                by: us
                statements: [S01]
                options:
                  - {id: stop, party: AA, text: stop fishing, moves: only_taken}
                  - {id: go, party: BB, text: go home}
                infeasible: ["stop & go"]
                preferences:
                  - {party: AA, order: ["go", "?stop"]}
                  - {party: BB, order: ["!go -> stop"]}
            """,
        ["reports/2030-01.csv"] = """
            id,source,published,from,to,zone,precision,act,measure,unit,count,areas,target,alleged_actor,aggregate,part_of,parts,parts_exhaustive,included_in,killed,injured,objects,reference
            R1,aa-army,2030-01-02T05:00Z,2030-01-01T23:10,2030-01-01T24:00,Europe/Zurich,minute,attack.air.uav,destroyed,item,10..15,X-N;South,residential,BB,yes,,disjoint,no,R3,1,>=2,,"https://example.org/a,b"
            R2,aa-army,2030-01-02T05:00Z,2030-01-01,2030-01-02,Europe/Zurich,night,attack.air.uav,destroyed,,>3,,,,,R1,,,,,,,
            R3,aa-army,,2030-01-01,2030-01-02,Europe/Zurich,day,attack.air.uav,destroyed,item,<=20,,,,no,,,,,,,,
            """,
    };

    public SmallCase(Dictionary<string, string>? files = null)
    {
        Folder = Directory.CreateTempSubdirectory("holdfire").FullName;
        foreach (var (name, text) in files ?? Good)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, name))!);
            File.WriteAllText(Path.Combine(Folder, name), text.ReplaceLineEndings("\n"));
        }
    }

    public string Folder { get; }

    /// <summary>The good case with one replacement in one file.</summary>
    public static SmallCase With(string file, string old, string changed)
    {
        Assert.Contains(old, Good[file], StringComparison.Ordinal);
        return new SmallCase(new(Good, StringComparer.Ordinal)
        {
            [file] = Good[file].Replace(old, changed, StringComparison.Ordinal),
        });
    }

    public void Dispose() => Directory.Delete(Folder, true);
}
