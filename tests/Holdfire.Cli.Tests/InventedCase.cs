using System.Globalization;
using System.Text;

namespace Holdfire.Cli.Tests;

/// <summary>
/// An invented case in a folder of its own: two armies, one zone without clock changes, a truce of 48 hours. One side
/// claims ten drones on every day before and none within; the other claims four on every day before and within.
/// </summary>
internal sealed class InventedCase : IDisposable
{
    public InventedCase()
    {
        Folder = Directory.CreateTempSubdirectory("holdfire-case-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "reports"));
        Write("case.yaml", """
            id: harvest
            title: The harvest truce
            zone: America/Bogota
            invented: true
            places:
              - {code: X-EAST, name: East Bank, local_name: Orilla Este, lat: 4.1, lon: -73.2, radius_km: 20}
              - {code: X-WEST, name: West Bank of the Rio, local_name: Orilla Oeste, lat: 4.1, lon: -74.2, radius_km: 20}
              - {code: X-ALL, name: Both banks, members: [X-EAST, X-WEST]}
            documents:
              - {id: D1, title: Bulletin, publisher: A desk, date: 2031-03-12}
            """);
        Write("parties.yaml", """
            - {id: NN, name: North, role: party}
            - {id: SS, name: South, role: party}
            """);
        Write("sources.yaml", """
            - {id: nn-army, name: Army of the North, party: NN, kind: party_organ, grade: F, scope: X-ALL}
            - {id: ss-army, name: Army of the South, party: SS, kind: party_organ, grade: F, scope: X-ALL}
            """);
        Write("truces.yaml", """
            - id: T1
              name: Harvest truce
              announced: {from: 2031-03-08, to: 2031-03-08, zone: America/Bogota, precision: day}
              from: 2031-03-10T00:00
              to: 2031-03-12T00:00
              zone: America/Bogota
              in_force:
                - {party: NN, from: 2031-03-10T00:00, to: 2031-03-12T00:00, zone: America/Bogota, precision: minute, basis: declared, disputed: false}
                - {party: SS, from: 2031-03-10T00:00, to: 2031-03-12T00:00, zone: America/Bogota, precision: minute, basis: declared, disputed: false}
              prohibitions:
                - {id: P1, act: attack, areas: [X-ALL], bound: [NN, SS], text: no attack}
            """);
        Write("statements.yaml", """
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
                paraphrase: The South claims eight drones within the truce.
                quantities:
                  - {id: H1.1, act: attack.air.uav, measure: launched, count: 8, areas: [X-ALL], alleged_actor: NN}
            """);
        Write(Path.Combine("reports", "claims.csv"), Claims());
    }

    public string Folder { get; }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Claims()
    {
        var csv = new StringBuilder("id,source,from,to,zone,precision,act,measure,count,areas,alleged_actor\r\n");
        for (var day = new DateOnly(2031, 2, 10); day < new DateOnly(2031, 3, 12); day = day.AddDays(1))
        {
            var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var within = day >= new DateOnly(2031, 3, 10);
            csv.Append(CultureInfo.InvariantCulture, $"N-{date},nn-army,{date},{date},America/Bogota,day,attack.air.uav,launched,{(within ? 0 : 10)},X-ALL,SS\r\n");
            csv.Append(CultureInfo.InvariantCulture, $"S-{date},ss-army,{date},{date},America/Bogota,day,attack.air.uav,launched,4,X-EAST,NN\r\n");
        }

        return csv.ToString();
    }
}
