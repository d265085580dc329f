namespace Holdfire.TestSupport;

/// <summary>
/// The files that invented cases have in common: two armies, North and South, on the two banks of a river, in one zone without clock
/// changes, with a truce from 10 to 12 March 2031. Each case adds its own sources, claims and statements.
/// </summary>
internal static class BankCase
{
    /// <summary>The head of the case; <paramref name="more"/> are further lines of its places.</summary>
    public static string Head(string id, string title, string aliases = "", string more = "") => $$"""
        id: {{id}}
        title: {{title}}
        zone: America/Bogota
        invented: true
        places:
          - {code: X-EAST, name: East Bank, local_name: Orilla Este, {{aliases}}lat: 4.1, lon: -73.2, radius_km: 20}
          - {code: X-WEST, name: West Bank of the Rio, local_name: Orilla Oeste, lat: 4.1, lon: -74.2, radius_km: 20}
          - {code: X-ALL, name: Both banks, members: [X-EAST, X-WEST]}
        {{more}}documents:
          - {id: D1, title: Bulletin, publisher: A desk, date: 2031-03-12}
        """;

    /// <summary>The two parties.</summary>
    public const string Parties = """
        - {id: NN, name: North, role: party}
        - {id: SS, name: South, role: party}
        """;

    /// <summary>The truce, which binds the South from its start and the North from an hour of its first day.</summary>
    public static string Truce(string name, string north = "00:00") => $$"""
        - id: T1
          name: {{name}}
          announced: {from: 2031-03-08, to: 2031-03-08, zone: America/Bogota, precision: day}
          from: 2031-03-10T00:00
          to: 2031-03-12T00:00
          zone: America/Bogota
          in_force:
            - {party: NN, from: 2031-03-10T{{north}}, to: 2031-03-12T00:00, zone: America/Bogota, precision: minute, basis: declared, disputed: false}
            - {party: SS, from: 2031-03-10T00:00, to: 2031-03-12T00:00, zone: America/Bogota, precision: minute, basis: declared, disputed: false}
          prohibitions:
            - {id: P1, act: attack, areas: [X-ALL], bound: [NN, SS], text: no attack}
        """;

    /// <summary>A statement of the South on the days of the truce, with one number.</summary>
    public static string Statement(string paraphrase, string quantity) => $$"""
        statements:
          - id: H1
            document: D1
            kind: accusation
            form: reported
            speaker: ss-army
            hearsay: 1
            said: {from: 2031-03-12, to: 2031-03-12, zone: America/Bogota, precision: day}
            about: {from: 2031-03-10T00:00, to: 2031-03-11T24:00, zone: America/Bogota, precision: minute}
            truces: [T1]
            paraphrase: {{paraphrase}}
            quantities:
              - {id: H1.1, {{quantity}}}
        """;
}
