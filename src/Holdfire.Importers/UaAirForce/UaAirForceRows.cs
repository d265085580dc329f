using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Places;

namespace Holdfire.Importers;

/// <summary>The layout <c>ua-air-force</c>: one row a window, weapon and post.</summary>
internal static class UaAirForceRows
{
    public static ImmutableArray<string> Columns { get; } =
    [
        "id", "source_name", "window_start", "window_end", "tz", "time_precision", "weapon", "weapon_class", "launched",
        "destroyed", "not_reached", "target_region", "source_ref", "destroyed_by_area",
    ];

    private static readonly Dictionary<string, string> SourceIds = new(StringComparer.Ordinal)
    {
        ["Air Force of the Armed Forces of Ukraine"] = "ua-air-force",
        ["Air Command South"] = "ua-air-command-south",
        ["Head of the Defence Intelligence of Ukraine"] = "ua-defence-intelligence",
        ["war_monitor (Telegram monitoring channel, not a state body)"] = "war-monitor",
    };

    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["one_way_attack_uav"] = "attack.air.uav.one-way",
        ["reconnaissance_uav"] = "recon.air.uav",
        ["loitering_munition"] = "attack.air.uav.loitering",
        ["cruise_missile"] = "attack.air.missile.cruise",
        ["ballistic_missile"] = "attack.air.missile.ballistic",
        ["air_missile"] = "attack.air.missile.air-launched",
        ["guided_bomb"] = "attack.air.bomb.guided",
        ["other"] = "",
    };

    private static readonly Dictionary<string, string> OtherWeapons = new(StringComparer.Ordinal)
    {
        ["Unknown UAV"] = "attack.air.uav",
        ["Unknown Missile"] = "attack.air.missile",
        ["X-101/X-555 and Kalibr"] = "attack.air.missile.cruise",
        ["X-101/X-555 and Iskander-K"] = "attack.air.missile.cruise",
    };

    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal) { ["Europe/Kyiv"] = "Europe/Kyiv" };

    public static ReadUnit UnitOf(SourceRow row, HashSet<string> seen, ImportContext context)
    {
        try
        {
            row.CheckUtf8();
            var made = RowsOf(row, context.Places);
            return seen.Add(row["id"]) ? new ReadUnit { Rows = [.. made] } : throw row.Fault("id", "an id that stands once in the file");
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private static List<ImportedRow> RowsOf(SourceRow row, Gazetteer places)
    {
        var id = Values.Id(row, "id");
        var common = Common(row, id, places);
        var rows = new List<ImportedRow>();
        Add(row, rows, common, "launched", "L");
        Add(row, rows, common, "destroyed", "D");
        var parts = PartsOf(row, common, places);
        if (parts.Count > 0 && row["destroyed"].Length == 0)
        {
            throw row.Fault("destroyed", "a number, where its split by area is given");
        }

        if (parts.Count > 0)
        {
            rows[^1] = rows[^1] with { Parts = "disjoint", PartsExhaustive = "no" };
            rows.AddRange(parts);
        }

        Add(row, rows, common, "not_reached", "N");
        return rows.Count > 0 ? rows : throw row.Fault("launched", "launched, destroyed or not_reached");
    }

    private static void Add(SourceRow row, List<ImportedRow> rows, ImportedRow common, string measure, string suffix)
    {
        if (Values.OptionalCount(row, measure) is { } count)
        {
            rows.Add(common with { Id = $"{common.Id}-{suffix}", Measure = measure, Count = Values.Text(count) });
        }
    }

    private static ImportedRow Common(SourceRow row, string id, Gazetteer places)
    {
        var (zone, precision) = (Values.One(row, "tz", Zones), Values.One(row, "time_precision", Precisions));
        var (from, to) = Values.Window(row, zone, precision, "");
        return new ImportedRow
        {
            Id = id, Source = Values.One(row, "source_name", SourceIds), From = from, To = to, Zone = zone,
            Precision = precision, Act = ActOf(row), Measure = "", Count = "", AllegedActor = "RU", Aggregate = "yes",
            Reference = row["source_ref"], Origin = row,
            Areas = PlaceNames.Codes(row, "target_region", List(row["target_region"], ";"), places),
        };
    }

    private static Dictionary<string, string> Precisions { get; } =
        new(StringComparer.Ordinal) { ["minute"] = "minute", ["date"] = "day" };

    private static string ActOf(SourceRow row)
    {
        var act = Values.One(row, "weapon_class", Acts);
        return act.Length > 0 ? act : OtherWeapons.GetValueOrDefault(row["weapon"], "attack");
    }

    private static List<ImportedRow> PartsOf(SourceRow row, ImportedRow common, Gazetteer places)
    {
        var parts = new List<ImportedRow>();
        var sum = 0L;
        foreach (var entry in List(row["destroyed_by_area"], ";"))
        {
            var (name, value) = entry.Split('=') is [var n, var v] ? (n.Trim(), v.Trim())
                : throw row.Reject("destroyed_by_area", "AREA=NUMBER or AREA=?", $"'{entry}'").Thrown();
            // "west" and the other quarters of the compass have no outline; a number without a place adds nothing here.
            if (value == "?" || name is "west" or "east" or "north" or "center")
            {
                continue;
            }

            var count = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var c) ? c
                : throw row.Reject("destroyed_by_area", "a whole number or ?", $"'{value}'").Thrown();
            sum += count;
            parts.Add(common with
            {
                Id = $"{common.Id}-D-{parts.Count + 1:00}", Measure = "destroyed", Count = Values.Text(count),
                Areas = PlaceNames.Codes(row, "destroyed_by_area", List(name, " and "), places),
                PartOf = $"{common.Id}-D",
            });
        }

        return sum <= (Values.OptionalCount(row, "destroyed") ?? long.MaxValue) ? parts
            : throw row.Fault("destroyed", $"at least {sum}, the sum of its parts");
    }

    private static string[] List(string text, string separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
