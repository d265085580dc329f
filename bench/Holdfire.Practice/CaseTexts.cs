namespace Holdfire.Practice;

/// <summary>The parts of the case that are written by hand.</summary>
internal static class CaseTexts
{
    public static readonly (string File, string[] Sources)[] Files =
    [
        ("commission.csv", ["commission-patrol", "commission-camera"]),
        ("locals.csv", ["west-desk", "east-desk", "line-wire", "hill-observer", "ferry-observer", "market-rumour", "harbour-rumour"]),
        ("ordava.csv", ["ord-staff", "ord-guards"]),
        ("veluria.csv", ["vel-staff", "vel-channel"]),
    ];

    public const string Case = """
        # An invented case to learn and to try Holdfire by. Nobody and nothing in it is real; the land lies in an empty part of
        # an ocean. bench/Holdfire.Practice writes this folder.
        id: practice-line
        title: The practice line between Ordava and Veluria
        zone: UTC
        invented: true
        documents:
          - {id: D1, title: Evening address in Ordava, publisher: An invented agency, date: 2031-03-13}
          - {id: D2, title: Briefing in Veluria, publisher: An invented agency, date: 2031-03-14}
        places:
          - {code: X-ORD-NORTH, name: Upper Marl, local_name: Marl Ansa, lat: -29.7, lon: -20.3, radius_km: 45, outline: "POLYGON ((-20.6 -30, -20 -30, -20 -29.4, -20.6 -29.4, -20.6 -30))"}
          - {code: X-ORD-SOUTH, name: Lower Marl, local_name: Marl Ubra, lat: -30.3, lon: -20.3, radius_km: 45, outline: "POLYGON ((-20.6 -30.6, -20 -30.6, -20 -30, -20.6 -30, -20.6 -30.6))"}
          - {code: X-VEL-NORTH, name: Upper Sedge, local_name: Sesk Ansa, lat: -29.7, lon: -19.7, radius_km: 45, outline: "POLYGON ((-20 -30, -19.4 -30, -19.4 -29.4, -20 -29.4, -20 -30))"}
          - {code: X-VEL-SOUTH, name: Lower Sedge, local_name: Sesk Ubra, lat: -30.3, lon: -19.7, radius_km: 45, outline: "POLYGON ((-20 -30.6, -19.4 -30.6, -19.4 -30, -20 -30, -20 -30.6))"}
          - {code: X-LINE, name: Both sides of the line, members: [X-ORD-NORTH, X-ORD-SOUTH, X-VEL-NORTH, X-VEL-SOUTH]}
          - {code: X-ZONE, name: Zone of the line without the ferry landing, outline: "POLYGON ((-20.1 -30.6, -19.9 -30.6, -19.9 -29.4, -20.1 -29.4, -20.1 -30.6), (-20.03 -30.05, -19.97 -30.05, -19.97 -29.95, -20.03 -29.95, -20.03 -30.05))"}
        gaps:
          - Everything is invented; what is missing is missing so that it can be missed.
          - The daily totals of both staffs come without lists.
        corrections:

        """;

    public const string Parties = """
        - {id: ORD, name: Ordava, role: party}
        - {id: VEL, name: Veluria, role: party}
        - {id: MIR, name: Band of the Mire, role: other}
        - {id: COM, name: Line Commission, role: monitor}

        """;

    public const string Sources = """
        - {id: ord-staff, name: General staff of Ordava, party: ORD, kind: party_organ, grade: F, scope: X-LINE}
        - {id: ord-guards, name: Border guards of Ordava, party: ORD, kind: party_organ, grade: D, scope: X-LINE}
        - {id: vel-staff, name: General staff of Veluria, party: VEL, kind: party_organ, grade: F, scope: X-LINE}
        - {id: vel-channel, name: Army channel of Veluria, party: VEL, kind: party_organ, grade: E, scope: X-LINE}
        - id: commission-patrol
          name: Patrols of the Line Commission
          party: COM
          kind: monitor
          grade: A
          scope: X-LINE
          watches:
            - {watching: true, act: attack, area: X-LINE, from: 2031-03-01T00:00, to: 2031-03-20T00:00, zone: UTC, basis: patrol plan}
            - {watching: false, act: attack, area: X-LINE, from: 2031-03-20T00:00, to: 2031-03-22T00:00, zone: UTC, basis: patrols were turned back}
        - {id: commission-camera, name: Cameras of the Line Commission, party: COM, kind: sensor, grade: B, scope: X-LINE}
        - {id: west-desk, name: News desk in the west, kind: news_desk, grade: C, scope: X-LINE}
        - {id: east-desk, name: News desk in the east, kind: news_desk, grade: C, scope: X-LINE}
        - {id: line-wire, name: Wire that passes on the staff of Ordava, kind: news_desk, grade: B, scope: X-LINE, relays: ord-staff}
        - {id: hill-observer, name: Observer on the hill, kind: observer, grade: C, scope: X-LINE}
        - {id: ferry-observer, name: Observer at the ferry, kind: observer, grade: C, scope: X-LINE}
        - {id: market-rumour, name: Talk of the market, kind: observer, grade: E, scope: X-LINE}
        - {id: harbour-rumour, name: Talk of the harbour, kind: observer, grade: E, scope: X-LINE}

        """;

    public const string Truces = """
        - id: T1
          name: Halt of strikes on energy facilities
          announced: {from: 2031-02-27, to: 2031-02-27, zone: UTC, precision: day}
          from: 2031-03-01T00:00
          to: 2031-03-30T24:00
          zone: UTC
          declarations:
            - {actor: COM, kind: proposes, when: {from: 2031-02-25, to: 2031-02-25, zone: UTC, precision: day}, text: Proposes a halt of thirty days.}
            - {actor: ORD, kind: declares, when: {from: 2031-02-27, to: 2031-02-27, zone: UTC, precision: day}, text: Orders it.}
            - {actor: VEL, kind: accepts, when: {from: 2031-02-28, to: 2031-02-28, zone: UTC, precision: day}, text: Accepts it.}
          in_force:
            - {party: ORD, from: 2031-03-01, to: 2031-03-30, zone: UTC, precision: day, basis: order}
            - {party: VEL, from: 2031-03-02, to: 2031-03-30, zone: UTC, precision: day, basis: acceptance, disputed: true}
          prohibitions:
            - {id: P1, act: attack, target: energy_facility, areas: [X-LINE], bound: [ORD, VEL], text: No attack on energy facilities.}
          release_clause: Where one strikes, the other is free.
        - id: T2
          name: Sowing truce
          announced: {from: 2031-03-08, to: 2031-03-08, zone: UTC, precision: day}
          from: 2031-03-09T18:00
          to: 2031-03-16T00:00
          zone: Etc/GMT+2
          declarations:
            - {actor: VEL, kind: declares, when: {from: 2031-03-08, to: 2031-03-08, zone: Etc/GMT+1, precision: day}, text: Declares it for the sowing.}
            - {actor: ORD, kind: accepts, when: {from: 2031-03-09, to: 2031-03-09, zone: Etc/GMT+2, precision: day}, text: Accepts it.}
          in_force:
            - {party: ORD, from: 2031-03-09T18:00, to: 2031-03-16T00:00, zone: Etc/GMT+2, precision: minute, basis: both}
            - {party: VEL, from: 2031-03-09T18:00, to: 2031-03-16T00:00, zone: Etc/GMT+2, precision: minute, basis: both}
          prohibitions:
            - {id: P1, act: attack, areas: [X-LINE], bound: [ORD, VEL], text: No attack by either side.}
          exceptions:
            - {act: attack.air.uav.fpv, areas: [X-ZONE], text: Small drones over the zone are left to the Commission.}
            - {text: A side may defend itself.}
        - id: T3
          name: Quiet zone
          announced: {from: 2031-03-15, to: 2031-03-15, zone: UTC, precision: day}
          from: 2031-03-17T00:00
          to: 2031-03-24T00:00
          zone: Etc/GMT+1
          declarations:
            - {actor: ORD, kind: declares, when: {from: 2031-03-15, to: 2031-03-15, zone: Etc/GMT+2, precision: day}, text: Will not fire into the zone.}
            - {actor: VEL, kind: ignores, when: {from: 2031-03-16, to: 2031-03-16, zone: Etc/GMT+1, precision: day}, text: Does not answer.}
          in_force:
            - {party: ORD, from: 2031-03-17T00:00, to: 2031-03-24T00:00, zone: Etc/GMT+1, precision: about, basis: declared alone}
          prohibitions:
            - {id: P1, act: attack, areas: [X-ZONE], bound: [ORD, VEL], text: No attack in the zone.}
        - id: T4
          name: Halt of everything
          announced: {from: 2031-03-26, to: 2031-03-26, zone: UTC, precision: day}
          from: 2031-03-28T00:00
          to: 2031-03-31T24:00
          zone: UTC
          declarations:
            - {actor: COM, kind: proposes, when: {from: 2031-03-26, to: 2031-03-26, zone: UTC, precision: day}, text: Proposes it.}
            - {actor: ORD, kind: rejects, when: {from: 2031-03-27, to: 2031-03-27, zone: Etc/GMT+2, precision: day}, text: Rejects it.}
          in_force: []
          prohibitions:
            - {id: P1, act: attack, areas: [X-LINE], bound: [ORD, VEL], text: No attack by either side.}

        """;

    public const string Statements = """
        statements:
          - id: S1
            document: D1
            kind: accusation
            form: reported
            speaker: ord-staff
            hearsay: 1
            said: {from: 2031-03-16, to: 2031-03-16, zone: Etc/GMT+2, precision: day}
            about: {from: 2031-03-09T18:00, to: 2031-03-16T00:00, zone: Etc/GMT+2, precision: minute}
            truces: [T2]
            paraphrase: Ordava's staff claims sixty attacks by Veluria within the sowing truce.
            quantities:
              - {id: S1.1, act: attack, measure: occurred, unit: attack, count: 60, areas: [X-ORD-NORTH, X-ORD-SOUTH], alleged_actor: VEL, aggregate: yes}
          - id: S2
            document: D2
            kind: accusation
            form: reported
            speaker: vel-staff
            hearsay: 1
            said: {from: 2031-03-16, to: 2031-03-16, zone: Etc/GMT+1, precision: day}
            about: {from: 2031-03-10, to: 2031-03-15, zone: Etc/GMT+1, precision: day}
            truces: [T2]
            paraphrase: Veluria's staff claims more than forty attacks by Ordava on the days of the sowing truce, and one or more by nobody named on 4 March.
            quantities:
              - {id: S2.1, act: attack, measure: occurred, unit: attack, count: ">40", areas: [X-VEL-NORTH, X-VEL-SOUTH], alleged_actor: ORD, aggregate: yes}
              - {id: S2.2, act: attack, measure: occurred, unit: attack, count: ">=1", areas: [X-VEL-NORTH, X-VEL-SOUTH], aggregate: yes, from: 2031-03-04, to: 2031-03-04, zone: Etc/GMT+1, precision: day}
        conflicts: []

        """;
}
