using System.Collections.Immutable;
using Holdfire.Places;

namespace Holdfire.Sources.Imports;

/// <summary>The layout <c>ru-mod</c>: one row a region, the total repeated on each row of its bulletin.</summary>
internal static class RuModRows
{
    public static ImmutableArray<string> Columns { get; } =
    [
        "id", "published", "window_start", "window_end", "tz", "weapon_class", "total", "region", "region_count",
        "bulletin", "time_precision", "parse_status",
    ];

    private static readonly ImmutableArray<string> Shared =
        ["published", "window_start", "window_end", "tz", "weapon_class", "total", "time_precision", "parse_status"];

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

    public static (ImmutableArray<ImportedRow> Rows, ImmutableArray<RejectedRow> Rejected) Of(
        ImmutableArray<SourceRow> source, Gazetteer places)
    {
        var rows = ImmutableArray.CreateBuilder<ImportedRow>();
        var rejected = ImmutableArray.CreateBuilder<RejectedRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var bulletins = source.GroupBy(r => r["bulletin"], StringComparer.Ordinal).ToArray();
        var present = bulletins.Select(b => b.Key).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var bulletin in bulletins)
        {
            var faults = new Dictionary<int, RejectedRow>();
            var made = BulletinOf([.. bulletin], places, present, seen, faults);
            if (faults.Count == 0)
            {
                rows.AddRange(made);
                continue;
            }

            // A bulletin without one of its rows is another claim; mended, it must come in whole.
            rejected.AddRange(bulletin.Select(r => faults.GetValueOrDefault(r.Line) ?? r.Reject(
                "bulletin", "a bulletin all of whose rows are good", $"a fault in line {faults.Keys.Min()}")));
        }

        return (rows.ToImmutable(), [.. rejected.OrderBy(r => r.Line)]);
    }

    private static List<ImportedRow> BulletinOf(
        ImmutableArray<SourceRow> rows, Gazetteer places, ImmutableHashSet<string> present, HashSet<string> seen,
        Dictionary<int, RejectedRow> faults)
    {
        var made = new List<ImportedRow>();
        ImportedRow? parent = null;
        var sum = 0L;
        foreach (var row in rows)
        {
            try
            {
                parent ??= ParentOf(rows[0], present);
                Check(row, rows[0], seen);
                sum += Values.OptionalCount(row, "region_count") ?? 0;
                made.AddRange(PartsOf(row, parent, places));
            }
            catch (ImportException e)
            {
                faults[row.Line] = e.Rejected;
            }
        }

        if (parent is null || faults.Count > 0)
        {
            return made;
        }

        var total = Values.Count(rows[0], "total");
        if (sum > total || (sum < total && parent.PartsExhaustive == "yes"))
        {
            faults[rows[0].Line] = rows[0].Reject("total", $"the sum of its regions, {sum}", $"'{total}'");
        }

        var whole = made.Count > 0 ? parent : parent with { Parts = "", PartsExhaustive = "" };
        return [whole, .. made];
    }

    private static void Check(SourceRow row, SourceRow first, HashSet<string> seen)
    {
        foreach (var column in Shared.Where(c => row[c] != first[c]))
        {
            throw row.Fault(column, $"'{first[column]}' as in line {first.Line} of the same bulletin");
        }

        if (!seen.Add(Values.Id(row, "id")))
        {
            throw row.Fault("id", "an id that stands once in the file");
        }
    }

    private static ImportedRow ParentOf(SourceRow row, ImmutableHashSet<string> present)
    {
        var id = Values.Id(row, "bulletin");
        var published = Values.Published(row, "published");
        var (from, to) = WindowOf(row);
        var status = Values.One(row, "parse_status", Statuses);
        return new ImportedRow
        {
            Id = id, Source = "ru-mod", Published = published, From = from, To = to,
            Zone = Values.One(row, "tz", Zones), Precision = Values.One(row, "time_precision", Precisions),
            Act = Values.One(row, "weapon_class", Acts), Measure = "destroyed",
            Count = Values.Text(Values.Count(row, "total")),
            // A sum of earlier claims may reach beyond the area of the single bulletins.
            Areas = row["parse_status"] == "cumulative" ? "" : "X-RU-MOD",
            AllegedActor = "UA", Aggregate = "yes", Parts = "disjoint", PartsExhaustive = status,
            IncludedIn = Inclusions.Of(id, present), Reference = $"t.me/mod_russia {published}",
        };
    }

    private static (string From, string To) WindowOf(SourceRow row) => row["time_precision"] switch
    {
        "none" => ("", ""),
        "minute_open_end" => (Values.Clock(row, "window_start"), ""),
        "night" or "night_and_morning" => Values.Ordered(
            row, Values.Date(row, "window_start"), Values.Date(row, "window_end")),
        _ => Values.Ordered(row, Values.Clock(row, "window_start"), Values.Clock(row, "window_end")),
    };

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
            Parts = "", PartsExhaustive = "", IncludedIn = "",
        }];
    }
}
