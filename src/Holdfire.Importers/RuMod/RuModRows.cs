using System.Collections.Immutable;

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
        "published", "window_start", "window_end", "tz", "weapon_class", "total", "time_precision",
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
        return bulletins.Select(b => UnitOf([.. b], keys, seen, context));
    }

    // The total is a claim of its own. What is wrong with a region takes that region away, or, where it contradicts the total, all of them.
    private static ReadUnit UnitOf(ImmutableArray<SourceRow> rows, ImmutableHashSet<string> bulletins, HashSet<string> seen, ImportContext context)
    {
        try
        {
            var parent = ParentOf(rows[0], context);
            CheckShared(rows);
            var parts = new List<ImportedRow>();
            var bad = new List<RejectedRow>();
            var isWhole = parent.PartsExhaustive == "yes";
            foreach (var row in rows)
            {
                try
                {
                    Check(row, bulletins, seen);
                    var part = PartOf(row, parent, context);
                    isWhole &= part is not null;
                    parts.AddRange(part is null ? [] : [part]);
                }
                catch (ImportException e)
                {
                    isWhole = false;
                    bad.Add(e.Rejected);
                }
            }

            return new ReadUnit { Records = rows.Length, Rejected = [.. bad], Rows = [.. Together(parent, parts, isWhole, rows, context)] };
        }
        catch (ImportException e)
        {
            return new ReadUnit
            {
                Records = rows.Length,
                Rejected = [.. rows.Select(r => r.Line == e.Rejected.Line && r.File == e.Rejected.File ? e.Rejected
                    : r.Reject("bulletin", "a bulletin with a total", $"an error in line {e.Rejected.Line}"))],
            };
        }
    }

    private static IEnumerable<ImportedRow> Together(
        ImportedRow parent, List<ImportedRow> parts, bool isWhole, ImmutableArray<SourceRow> rows, ImportContext context)
    {
        var (total, sum) = (Values.Count(rows[0], "total"), parts.Sum(p => long.Parse(p.Count, System.Globalization.CultureInfo.InvariantCulture)));
        if (sum > total)
        {
            context.Notes.Unknown($"bulletin {parent.Id}", "its regions sum to more than its total: the total stays, the regions are left out");
            parts = [];
        }
        else if (isWhole && sum < total)
        {
            context.Notes.Unknown($"bulletin {parent.Id}", "its regions sum to less than its total: they are taken as some of it");
            isWhole = false;
        }

        return parts.Count == 0 ? [parent with { Parts = "", PartsExhaustive = "" }]
            : parts.Prepend(parent with { PartsExhaustive = isWhole ? "yes" : "no" });
    }

    // Two totals in one bulletin are no total.
    private static void CheckShared(ImmutableArray<SourceRow> rows)
    {
        foreach (var row in rows.Skip(1))
        {
            foreach (var column in Shared.Where(c => row[c] != rows[0][c]))
            {
                throw row.Refusal(column, $"'{rows[0][column]}' as in line {rows[0].Line} of the same bulletin");
            }
        }
    }

    private static void Check(SourceRow row, ImmutableHashSet<string> bulletins, HashSet<string> seen)
    {
        row.CheckUtf8();
        Values.OptionalCount(row, "region_count");
        if (!seen.Add(Values.Id(row, "id")) || bulletins.Contains(row["id"]))
        {
            throw row.Refusal("id", "an id that stands once in the file");
        }
    }

    private static ImportedRow ParentOf(SourceRow row, ImportContext context)
    {
        var id = Values.Id(row, "bulletin");
        var published = Values.Published(row, "published");
        var zone = Values.One(row, "tz", Zones);
        var (from, to, precision) = Values.Window(row, zone, Values.One(row, "time_precision", Precisions), published, context.Notes);
        if (row["time_precision"] == "minute_point" && from != to)
        {
            throw row.Refusal("window_end", $"the same as window_start, {from}");
        }

        return new ImportedRow
        {
            Id = id, Source = "ru-mod", Published = published, From = from, To = to, Zone = zone, Precision = precision,
            Act = Values.One(row, "weapon_class", Acts), Measure = "destroyed",
            Count = Values.Text(Values.Count(row, "total")),
            // A sum of earlier claims may reach beyond the area of the single bulletins.
            Areas = row["parse_status"] == "cumulative" ? "" : PlaceNames.Codes("area", [PlaceNames.RuModArea], context) ?? "",
            AllegedActor = "UA", Aggregate = "yes", Parts = "disjoint", PartsExhaustive = Statuses.GetValueOrDefault(row["parse_status"], "no"),
            IncludedIn = Hints.IncludedIn(id), Target = Hints.Target(id), Reference = $"t.me/mod_russia {published}", Origin = row,
        };
    }

    // Null where the row names no region with a number, or one that the case does not know.
    private static ImportedRow? PartOf(SourceRow row, ImportedRow parent, ImportContext context) =>
        row["region"].Length == 0 || row["region_count"].Length == 0
            || PlaceNames.Codes("region", row["region"].Split('|', StringSplitOptions.TrimEntries), context) is not { Length: > 0 } areas
            ? null
            : parent with
            {
                Id = Values.Id(row, "id"), Count = Values.Text(Values.Count(row, "region_count")), PartOf = parent.Id, Areas = areas,
                Parts = "", PartsExhaustive = "", IncludedIn = "", Origin = row,
            };
}
