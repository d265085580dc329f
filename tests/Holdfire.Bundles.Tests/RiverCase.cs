using System.Text;

namespace Holdfire.Bundles.Tests;

/// <summary>An invented case of two armies at a river, in a folder: claims with parts, inclusions, nights and open ends.</summary>
internal static class RiverCase
{
    private const string Header = "id,source,published,from,to,zone,precision,act,measure,unit,count,areas,target,alleged_actor,part_of,parts,included_in";

    /// <summary>The rows of the reports, by id.</summary>
    public static IReadOnlyList<string> Rows { get; } =
    [
        "R1,nn-army,2031-03-10T15:00Z,2031-03-10T02:00,2031-03-10T09:30,America/Bogota,minute,attack.air.uav,launched,item,108,X-ALL,,SS,,,",
        "R2,nn-army,2031-03-10T20:00Z,2031-03-10T09:00,2031-03-10T12:00,America/Bogota,minute,attack.air.uav,launched,item,12,,,SS,,,",
        "R3,nn-army,2031-03-11T02:00Z,2031-03-10T18:00,2031-03-10T20:00,America/Bogota,minute,attack.air.uav,launched,item,30,X-EAST,,SS,,,R4",
        "R4,nn-army,2031-03-11T15:00Z,2031-03-10T18:00,2031-03-11T09:00,America/Bogota,minute,attack.air,launched,item,100,,,SS,,,",
        "R5,nn-army,2031-03-12T13:00Z,2031-03-11,2031-03-12,America/Bogota,night,attack.air.uav,launched,item,~40,X-ALL,,SS,,disjoint,",
        "R5.1,nn-army,2031-03-12T13:00Z,2031-03-11,2031-03-12,America/Bogota,night,attack.air.uav,launched,item,15,X-EAST,,SS,R5,,",
        "R5.2,nn-army,2031-03-12T13:00Z,2031-03-11,2031-03-12,America/Bogota,night,attack.air.uav,launched,item,10..12,X-WEST,,SS,R5,,",
        "R6,nn-desk,,2031-03-12T07:00,,America/Bogota,about,attack.air.uav.fpv,launched,item,some,West Bank of the Rio,,SS,,,",
        "R7,nn-desk,2031-03-12T15:00Z,2031-03-12T08:00,,America/Bogota,open_end,attack.air.missile,launched,item,>=3,X-WEST,,SS,,,",
        "R8,nn-army,2031-03-12T16:00Z,2031-03-12T09:00,2031-03-12T10:00,America/Bogota,minute,attack.air.uav,launched,item,7,X-EAST;X-WEST,,SS,,,",
        "R9,nn-desk,2031-03-12T16:00Z,2031-03-12T09:00,2031-03-12T10:00,America/Bogota,minute,attack.air.missile,launched,item,<=2,X-EAST,,SS,,,",
        "R10,nn-army,2031-03-12T16:00Z,2031-03-12T09:00,2031-03-12T10:00,America/Bogota,minute,attack.air.missile,launched,item,4,X-EAST,,SS,,,R8",
        "S1,ss-army,2031-03-11T12:00Z,2031-03-10,2031-03-10,America/Bogota,day,attack.shelling,occurred,shelling,5,X-EAST,,NN,,,",
        "S2,ss-army,2031-03-12T12:00Z,2031-03-11,2031-03-11,America/Bogota,day,attack.shelling,occurred,shelling,6,X-EAST,,NN,,,",
    ];

    /// <summary>Writes the case into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="distinct">Whether the rows of the army of the North are distinct events.</param>
    public static void Write(string folder, bool distinct = false)
    {
        Directory.CreateDirectory(Path.Combine(folder, "reports"));
        void Put(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
        Put("case.yaml", BankCase.Head("river", "The truce at the river", "aliases: [the east], ", "  - {code: X-MOUTH, name: Nariño, members: [CO-NAR, X-WEST]}\n"));
        Put("parties.yaml", BankCase.Parties);
        Put("sources.yaml", $$"""
            - {id: nn-army, name: Army of the North, party: NN, kind: party_organ, grade: F, scope: X-ALL{{(distinct ? ", rows: distinct_events" : "")}}}
            - {id: nn-desk, name: Desk of the North, party: NN, kind: news_desk, grade: C, scope: X-ALL}
            - {id: ss-army, name: Army of the South, party: SS, kind: party_organ, grade: F, scope: X-ALL}
            """);
        Put("truces.yaml", BankCase.Truce("River truce", "06:00"));
        Put("statements.yaml", BankCase.Statement(
            "The South claims eleven shellings within the truce.", "act: attack.shelling, measure: occurred, unit: shelling, count: 11, areas: [X-EAST], alleged_actor: NN"));
        Put(Path.Combine("reports", "claims.csv"), Header + "\r\n" + string.Concat(Rows.Select(r => r + "\r\n")));
    }

    /// <summary>The canonical content of a report with another count.</summary>
    public static string WithCount(ReadOnlyMemory<byte> content, string count) =>
        System.Text.RegularExpressions.Regex.Replace(Encoding.UTF8.GetString(content.Span), "\"count\":\"[^\"]*\"", $"\"count\":\"{count}\"");
}
