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
        Write("case.yaml", BankCase.Head("harvest", "The harvest truce"));
        Write("parties.yaml", BankCase.Parties);
        Write("sources.yaml", """
            - {id: nn-army, name: Army of the North, party: NN, kind: party_organ, grade: F, scope: X-ALL}
            - {id: ss-army, name: Army of the South, party: SS, kind: party_organ, grade: F, scope: X-ALL}
            """);
        Write("truces.yaml", BankCase.Truce("Harvest truce"));
        Write("statements.yaml", BankCase.Statement(
            "The South claims eight drones within the truce.", "act: attack.air.uav, measure: launched, count: 8, areas: [X-ALL], alleged_actor: NN"));
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
