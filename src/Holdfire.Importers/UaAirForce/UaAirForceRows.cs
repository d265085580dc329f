using System.Collections.Immutable;
using System.Globalization;

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
            var made = RowsOf(row, context);
            return seen.Add(row["id"]) ? new ReadUnit { Rows = [.. made] } : throw row.Refusal("id", "an id that stands once in the file");
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private static List<ImportedRow> RowsOf(SourceRow row, ImportContext context)
    {
        var id = Values.Id(row, "id");
        var common = Common(row, id, context);
        var rows = new List<ImportedRow>();
        Add(row, rows, common, "launched", "L");
        Add(row, rows, common, "destroyed", "D");
        var parts = PartsOf(row, common, context);
        if (parts.Count > 0)
        {
            rows[^1] = rows[^1] with { Parts = "disjoint", PartsExhaustive = "no" };
            rows.AddRange(parts);
        }

        Add(row, rows, common, "not_reached", "N");
        return rows.Count > 0 ? rows : throw row.Refusal("launched", "launched, destroyed or not_reached");
    }

    private static void Add(SourceRow row, List<ImportedRow> rows, ImportedRow common, string measure, string suffix)
    {
        if (Values.OptionalCount(row, measure) is { } count)
        {
            rows.Add(common with { Id = $"{common.Id}-{suffix}", Measure = measure, Count = Values.Text(count) });
        }
    }

    private static ImportedRow Common(SourceRow row, string id, ImportContext context)
    {
        var zone = Values.One(row, "tz", Zones);
        var (from, to, precision) = Values.Window(row, zone, Values.One(row, "time_precision", Precisions), "", context.Notes);
        return new ImportedRow
        {
            Id = id, Source = SourceOf(row, context), From = from, To = to, Zone = zone,
            Precision = precision, Act = ActOf(row), Measure = "", Count = "", AllegedActor = "RU", Aggregate = "yes",
            Reference = row["source_ref"], Origin = row,
            Areas = PlaceNames.Codes("target_region", List(row["target_region"], ";"), context) ?? "",
        };
    }

    // A body that is not known yet is a source all the same: what it says must not be lost with its name.
    private static string SourceOf(SourceRow row, ImportContext context)
    {
        var name = row["source_name"];
        if (SourceIds.TryGetValue(name, out var known) || context.Map.Sources.Find(name) is { } mapped && (known = mapped).Length > 0)
        {
            return known;
        }

        var slug = string.Join('-', name.Split([' ', '(', ')', ',', '.', '/', '\'', '"'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        if (slug.Length is 0 or > 80)
        {
            throw row.Refusal("source_name", $"one of: {string.Join(", ", SourceIds.Keys)}");
        }

        var id = "ua-" + slug;
        context.Notes.Unknown($"source_name '{name}'", $"not known before; its rows are of the source {id}; name another under sources: in the map");
        return context.Offer(id, new SourceEntry(id, name, "party_organ", AreDistinct: false) { Party = "UA", Column = "source_name" });
    }

    private static Dictionary<string, string> Precisions { get; } =
        new(StringComparer.Ordinal) { ["minute"] = "minute", ["date"] = "day" };

    private static string ActOf(SourceRow row)
    {
        var act = Values.One(row, "weapon_class", Acts);
        return act.Length > 0 ? act : OtherWeapons.GetValueOrDefault(row["weapon"], "attack");
    }

    // A part that cannot be read, or parts of more than the whole, leave the whole as it is.
    private static List<ImportedRow> PartsOf(SourceRow row, ImportedRow common, ImportContext context)
    {
        var parts = new List<ImportedRow>();
        var sum = 0L;
        var whole = Values.OptionalCount(row, "destroyed");
        foreach (var entry in List(row["destroyed_by_area"], ";"))
        {
            var (name, value) = entry.Split('=') is [var n, var v] ? (n.Trim(), v.Trim()) : (entry, "");
            // "west" and the other quarters of the compass have no outline; a number without a place adds nothing here.
            if (value == "?" || name is "west" or "east" or "north" or "center")
            {
                continue;
            }

            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                context.Notes.Count("a part under destroyed_by_area has no number and is left out; the whole stays");
                continue;
            }

            if (PlaceNames.Codes("destroyed_by_area", List(name, " and "), context) is not { Length: > 0 } areas)
            {
                continue;
            }

            sum += count;
            parts.Add(common with
            {
                Id = $"{common.Id}-D-{parts.Count + 1:00}", Measure = "destroyed", Count = Values.Text(count), Areas = areas, PartOf = $"{common.Id}-D",
            });
        }

        if (parts.Count == 0 || sum <= whole)
        {
            return parts;
        }

        context.Notes.Count(whole is null ? "parts of destroyed are given and destroyed is not: the parts are left out" : "the parts of destroyed are more than destroyed: the parts are left out, the whole stays");
        return [];
    }

    private static string[] List(string text, string separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
