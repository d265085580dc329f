using System.Collections.Immutable;
using Holdfire.Places;

namespace Holdfire.Importers;

/// <summary>The layout <c>ru-mod</c>: one row a region, the total repeated on each row of its bulletin.</summary>
internal static class RuModRows
{
    public static ImmutableArray<string> Columns { get; } =
    [
        "id", "published", "window_start", "window_end", "tz", "weapon_class", "total", "region", "region_count",
        "bulletin", "time_precision", "listed_sum", "parse_status",
    ];

    private static readonly ImmutableArray<string> Shared =
    [
        "published", "window_start", "window_end", "tz", "weapon_class", "total", "time_precision", "listed_sum",
        "parse_status",
    ];

    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["uav"] = "attack.air.uav", ["sea_drone"] = "attack.sea.uav", ["crewed_boat"] = "attack.sea.crewed",
    };

    private static readonly Dictionary<string, string> Precisions = new(StringComparer.Ordinal)
    {
        ["minute_range"] = "minute", ["minute_about"] = "about", ["minute_point"] = "minute",
        ["minute_open_end"] = "open_end", ["night"] = "night", ["night_and_morning"] = "night", ["none"] = "unknown",
    };

    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["whole"] = "yes", ["truncated"] = "no", ["sum_ok_region_missing"] = "no", ["cumulative"] = "no",
    };

    private static readonly Dictionary<string, string> Zones =
        new(StringComparer.Ordinal) { ["Europe/Moscow"] = "Europe/Moscow" };

    public static IEnumerable<ReadUnit> Units(ImmutableArray<SourceRow> source, ImportContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var bulletins = source.GroupBy(r => r["bulletin"], StringComparer.Ordinal).ToArray();
        var keys = bulletins.Select(b => b.Key).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var bulletin in bulletins)
        {
            var faults = new Dictionary<int, RejectedRow>();
            ImmutableArray<SourceRow> rows = [.. bulletin];
            var made = BulletinOf(rows, context.Places, keys, seen, faults);

            // A bulletin without one of its rows is another claim; mended, it must come in whole.
            yield return faults.Count == 0
                ? new ReadUnit { Rows = [.. made], Records = rows.Length }
                : new ReadUnit
                {
                    Records = rows.Length,
                    Rejected = [.. rows.Select(r => faults.GetValueOrDefault(r.Line) ?? r.Reject(
                        "bulletin", "a bulletin all of whose rows are good", $"a fault in line {faults.Keys.Min()}"))],
                };
        }
    }

    private static List<ImportedRow> BulletinOf(
        ImmutableArray<SourceRow> rows, Gazetteer places, ImmutableHashSet<string> bulletins, HashSet<string> seen,
        Dictionary<int, RejectedRow> faults)
    {
        var made = new List<ImportedRow>();
        try
        {
            made.Add(ParentOf(rows[0], places));
        }
        catch (ImportException e)
        {
            faults[rows[0].Line] = e.Rejected;
            return [];
        }

        foreach (var row in rows)
        {
            try
            {
                row.CheckUtf8();
                Check(row, rows[0], bulletins, seen);
                made.AddRange(PartsOf(row, made[0], places));
            }
            catch (ImportException e)
            {
                faults[row.Line] = e.Rejected;
            }
        }

        if (faults.Count == 0 && SumFault(rows) is { } fault)
        {
            faults[rows[0].Line] = fault;
        }

        return made is [var alone] ? [alone with { Parts = "", PartsExhaustive = "" }] : made;
    }

    /// <summary>Whether numbers are missing: a row lost on the way would leave less than the source lists.</summary>
    private static RejectedRow? SumFault(ImmutableArray<SourceRow> rows)
    {
        var (total, listed) = (Values.Count(rows[0], "total"), Values.Count(rows[0], "listed_sum"));
        var sum = rows.Sum(r => (long)(Values.OptionalCount(r, "region_count") ?? 0));
        if (sum != listed)
        {
            return rows[0].Reject("listed_sum", $"the sum of its regions, {sum}", $"'{listed}'");
        }

        return sum > total || (sum < total && rows[0]["parse_status"] == "whole")
            ? rows[0].Reject("total", $"the sum of its regions, {sum}", $"'{total}'") : null;
    }

    private static void Check(SourceRow row, SourceRow first, ImmutableHashSet<string> bulletins, HashSet<string> seen)
    {
        foreach (var column in Shared.Where(c => row[c] != first[c]))
        {
            throw row.Fault(column, $"'{first[column]}' as in line {first.Line} of the same bulletin");
        }

        Values.OptionalCount(row, "region_count");
        if (!seen.Add(Values.Id(row, "id")) || bulletins.Contains(row["id"]))
        {
            throw row.Fault("id", "an id that stands once in the file");
        }
    }

    private static ImportedRow ParentOf(SourceRow row, Gazetteer places)
    {
        row.CheckUtf8();
        var id = Values.Id(row, "bulletin");
        var published = Values.Published(row, "published");
        var (zone, precision) = (Values.One(row, "tz", Zones), Values.One(row, "time_precision", Precisions));
        var (from, to) = Values.Window(row, zone, precision, published);
        if (row["time_precision"] == "minute_point" && from != to)
        {
            throw row.Fault("window_end", $"the same as window_start, {from}");
        }

        var status = Values.One(row, "parse_status", Statuses);
        Values.Count(row, "listed_sum");
        return new ImportedRow
        {
            Id = id, Source = "ru-mod", Published = published, From = from, To = to, Zone = zone, Precision = precision,
            Act = Values.One(row, "weapon_class", Acts), Measure = "destroyed",
            Count = Values.Text(Values.Count(row, "total")),
            // A sum of earlier claims may reach beyond the area of the single bulletins.
            Areas = row["parse_status"] == "cumulative" ? ""
                : PlaceNames.Codes(row, "region", [PlaceNames.RuModArea], places),
            AllegedActor = "UA", Aggregate = "yes", Parts = "disjoint", PartsExhaustive = status,
            IncludedIn = Hints.IncludedIn(id), Target = Hints.Target(id), Reference = $"t.me/mod_russia {published}", Origin = row,
        };
    }

    private static IEnumerable<ImportedRow> PartsOf(SourceRow row, ImportedRow parent, Gazetteer places)
    {
        if (row["region"].Length == 0 || row["region_count"].Length == 0)
        {
            return [];
        }

        return [parent with
        {
            Id = Values.Id(row, "id"), Count = Values.Text(Values.Count(row, "region_count")), PartOf = parent.Id,
            Areas = PlaceNames.Codes(
                row, "region", row["region"].Split('|', StringSplitOptions.TrimEntries), places),
            Parts = "", PartsExhaustive = "", IncludedIn = "", Origin = row,
        }];
    }
}
