using System.Text;
using CsCheck;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>
/// Bytes changed at random in a file of each format: rows are rejected, numbers add up, and the case has no errors. A longer run is
/// <c>CsCheck_Iter=5000</c>.
/// </summary>
public sealed class FormatFuzzTests
{
    private const string Map = """
        source: desk
        columns: {id: id, from: day, act: kind, lat: lat, lon: lon, areas: where, count: n, narrative: text}
        values: {act: {Shelling: attack.shelling, Talk: left_out}}
        parties: {B: VE}
        posts: {P: {lat: -30, lon: -20}}
        """;

    private static readonly Dictionary<string, (string Name, string Text)[]> Files = new(StringComparer.Ordinal)
    {
        ["acled"] =
        [
            ("a.csv", "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,civilian_targeting,admin1,latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n"
                + "ORD1,2031-03-10,1,Explosions/Remote violence,Shelling/artillery/missile attack,A,,,Lower Marl,-30.05,-20.16,1,\"Post; Staff\",\"Shells \"\"x\"\".\nMore.\",2,1931000000\n"
                + "ORD2,2031-03-11,2,Battles,Armed clash,A,B,,Upper Marl,-29.7,-20.3,3,Post,Clash,0,1931000001\n"),
            ("d.csv", "event_id_cnty,deleted_timestamp\nORD1,1932100000\n"),
        ],
        ["ucdp"] =
        [
            ("u.csv", "id,type_of_violence,side_a,side_b,where_prec,latitude,longitude,adm_1,country,event_clarity,date_prec,date_start,date_end,deaths_civilians,deaths_unknown\n"
                + "1,3,B,Civilians,1,-30.05,-20.17,Lower Marl,Ordava,1,1,2031-03-10 00:00:00.000,2031-03-10 00:00:00.000,2,1\n2,1,A,B,4,,,Upper Marl,Ordava,2,4,2031-03-01,2031-03-31,0,0\n"),
        ],
        ["table"] = [("t.csv", "id;day;kind;lat;lon;where;n;text\n1;2031-03-10;Shelling;-30;-20;Lower Marl;10-15;\"a;b\"\n2;2031-03;Talk;;;;;\n3;2031-03-11 20:10+03;Shelling;0;0;?;;x\n")],
        ["kobo"] =
        [
            ("k.json", "{\"results\":[{\"_id\":1,\"event/when\":\"2031-03-10T20:40:00.000-02:00\",\"event/position\":\"-30.05 -20.16 12 4.8\",\"event/count\":\"3\",\"event/kinds\":\"mortar\","
                + "\"harm\":[{\"harm/kind\":\"injured\",\"harm/number\":\"2\"}],\"photo\":\"1.jpg\",\"meta/rootUuid\":\"uuid:a\",\"_uuid\":\"b\",\"_submission_time\":\"2031-03-11T06:00:01\"}]}"),
        ],
        ["odk"] =
        [
            ("o.csv", "SubmissionDate,when_from,observer-Latitude,observer-Longitude,bearing,range_min,range_max,act,KEY,Status,ReviewState\n2031-03-11T06:00:01.123Z,2031-03-10T20:40:00.000-02:00,-30,-20,45,2,4,attack,uuid:1,,\n"),
            ("h.csv", "kind,number,PARENT_KEY,KEY\nkilled,1,uuid:1,uuid:1/harm[1]\n"),
        ],
        ["osce"] = [("s.csv", "SMM position,Event location,Means,No.,Observation,Description,Weapon,\"Date, time\"\nP,4-6km ENE,Heard,about 40,Burst,,HMG,\"10-Mar, 23:58-00:03\"\n,N/K,Saw,2,Flash,,N/K,\"11-Mar, 24:00\"\n")],
        ["viina"] =
        [
            ("i.csv", "viina_version,event_id,date,time,geonameid,asciiname,ADM1_NAME,ADM1_CODE,ADM2_NAME,longitude,latitude,GEO_PRECISION,report_id,source,url\nv,1,20310310,14:37,7,Ubra,Lower Marl,1,Marl,-20.16,-30.05,ADM3,r1,desk,u\n"),
            ("l.csv", "viina_version,event_id,date,t_mil_b,a_rus_init_b,a_ukr_init_b,t_aad_b,t_airstrike_b,t_uav_b,t_armor_b,t_artillery_b,t_firefight_b,t_raid_b\nv,1,20310310,1,1,0,1,0,1,0,0,0,0\n"),
        ],
        ["firms"] = [("f.csv", "latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,confidence,version,frp,daynight\n-30.05,-20.17,330.1,0.45,0.39,2031-03-10,45,N,n,2.0,12.7,N\n")],
        ["air-alerts"] = [("v.csv", "region,started_at,finished_at,naive\nLower Marl,2031-02-25 16:36:22+00:00,2031-02-25 17:06:22+00:00,True\nUpper Marl,2031-02-25 16:36:22+00:00,2031-02-25 17:06:22+00:00,False\n")],
        ["telegram"] = [("r.json", "{\"name\":\"Staff\",\"id\":19,\"messages\":[{\"id\":42,\"type\":\"message\",\"date_unixtime\":\"1930784700\",\"text\":[\"a \",{\"type\":\"bold\",\"text\":\"108\"}]}]}")],
        ["eth-prio"] =
        [
            ("c.csv", "uniq_id,location,actor_name,cf_dec_yr,cf_dec_month,cf_dec_day,cf_effect_yr,cf_effect_month,cf_effect_day,side,partial,written,fixed,fixed_time,ceasefire_class,ended,end_yr,end_month,end_day,"
                + "p_humanitarian,p_holiday,p_election,p_peaceprocess,ucdp_dyad,pax_id,mediator_nego,mediator_send\n9,Ordava,Government of Ordava,2031,3,8,2031,3,9,2,0,1,1,7,1,1,2031,3,12,0,1,0,0,1,-1,1,UN\n9,Ordava,B,2031,3,-1,0,0,0,2,0,1,1,7,1,1,0,0,0,0,1,0,0,1,-1,0,\n"),
        ],
    };

    public static TheoryData<string> Formats { get; } = [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void BytesChangedAtRandom_LeaveACaseWithoutErrors_AndNumbersThatAddUp(string format)
    {
        var files = Files[format].Select(f => (f.Name, Bytes: Encoding.UTF8.GetBytes(f.Text))).ToArray();
        using (var whole = new InventedImport())
        {
            Assert.Equal(0, whole.Add(format, Options(whole), files).Rejected);
        }

        FileChange.Some(files.Length).Sample(
            (which, changes) =>
            {
                using var imported = new InventedImport();
                var changed = files.Select((f, i) => i == which ? (f.Name, FileChange.Apply(f.Bytes, changes)) : f).ToArray();
                var (_, expected, told) = imported.AsRecord(format, Options(imported), changed);
                var summary = imported.Add(format, Options(imported), changed);
                Assert.Equal(expected, imported.Items());
                Assert.Equal(InventedImport.Counted(told), InventedImport.Counted(summary));
                InventedImport.Counted(summary);
                Assert.All(summary.Rows, r => Assert.True(r.Line > 0 && r.Expected.Length > 0));

                // What went in is held, and nothing of the same files goes in again.
                var again = imported.Add(format, Options(imported), changed);
                InventedImport.Counted(again);
                Assert.Equal(0, again.Added);
            },
            iter: FileChange.Iterations, threads: 1);
    }

    /// <summary>Imports the files of a format as they are.</summary>
    internal static ImportSummary AddWhole(InventedImport imported, string format) =>
        imported.Add(format, Options(imported), [.. Files[format].Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    private static ImportOptions Options(InventedImport imported) => imported.Map(Map) with { Published = "2031-03-12T00:00Z" };
}
