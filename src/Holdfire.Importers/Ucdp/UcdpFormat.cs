using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Holdfire.CaseFormat;

namespace Holdfire.Importers;

/// <summary>Events of the Uppsala Conflict Data Program: GED and GED Candidate, one row an event with at least one death.</summary>
/// <remarks>Columns after the UCDP GED Codebook 25.1 (Högbladh 2025). Days are local and have no zone: the zone of the case is taken.</remarks>
internal sealed partial class UcdpFormat : IClaimFormat
{
    private static readonly ImmutableArray<string> Needed =
    [
        "id", "type_of_violence", "side_a", "side_b", "where_prec", "latitude", "longitude", "event_clarity", "date_prec", "date_start", "date_end",
        "deaths_civilians", "deaths_unknown",
    ];

    /// <summary>The columns of version 23 and later, for the release that came without a header.</summary>
    private static readonly ImmutableArray<string> All =
    [
        .. ("id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name "
        + "side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date "
        + "source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid "
        + "country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low "
        + "gwnoa gwnob").Split(' '),
    ];

    public ImportFormat Info { get; } = new("ucdp", "events of UCDP GED or GED Candidate, one row an event");

    private static SourceEntry Source { get; } = new("ucdp", "Uppsala Conflict Data Program, Georeferenced Event Dataset", "observer") { CodesAllDays = true };

    public ImmutableHashSet<string> NotCompared { get; } = ["published", "reference"];

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        if (context.Options is { Updates: true, Published.Length: 0 })
        {
            throw new UnreadableFileException(
                files[0].Name, 1, "", "--published INSTANT with --updates: when UCDP released this version, such as 2030-06-01T00:00Z", "none");
        }

        return files.Where(f => !f.Name.Contains('!', StringComparison.Ordinal) || f.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            .SelectMany(f => Read(f, context));
    }

    // Events of Candidate versions that the yearly version of their year does not have: the data set itself took them back.
    private static IEnumerable<ReadUnit> NotTakenOver(HashSet<string> ids, int lastYear, ImportContext context) => context.Case.Reports
        .Where(r => r.Id.Value.StartsWith("UCDP-", StringComparison.Ordinal) && Candidate().IsMatch(r.Reference) && !ids.Contains(r.Id.Value) && !r.Id.Value.Contains('@', StringComparison.Ordinal)
            && r.Window.Extent.End.InZone(context.ZoneObject).Date.PlusDays(-1).Year <= lastYear)
        .Select(r => new ReadUnit { Withdraws = r.Id.Value, ChangedAt = context.Options.Published });

    private static IEnumerable<ReadUnit> Read(ImportFile file, ImportContext context)
    {
        var shape = context.Map.Shape with { Columns = context.Wishes("no-header") ? All : [] };
        using var table = SourceTable.Open(file, shape);
        if (table.Header.Find("id") < 0 && table.Header.Names.Length == All.Length)
        {
            throw new UnreadableFileException(
                file.Name, 1, "id", "a header with the column id; a release without a header is read with --no-header", $"'{table.Header.Names[0]}'");
        }

        table.Header.Need(Needed);
        var version = VersionOf(file.BareName);
        var source = context.SourceOf(Source);
        var yearly = context.Wishes("whole-release") ? Yearly().Match(version) : null;
        if (yearly is { Success: false })
        {
            throw new UnreadableFileException(file.Name, 1, "", "with --whole-release a yearly version by its name, such as GEDEvent_v25_1.csv", $"'{file.BareName}'");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, rejected) in table.Records())
        {
            if (yearly is not null)
            {
                ids.Add("UCDP-" + (row is null ? "" : row["id"]));
            }

            yield return row is null ? ReadUnit.Bad(rejected!) : UnitOf(row, version, source, context);
        }

        // The version of a year has the events up to the year before it.
        var units = yearly is null ? [] : NotTakenOver(ids, 1999 + int.Parse(yearly.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), context);
        foreach (var unit in units)
        {
            yield return unit;
        }
    }

    private static ReadUnit UnitOf(SourceRow row, string version, string source, ImportContext context)
    {
        try
        {
            return new ReadUnit { Rows = [RowOf(row, version, source, context)], ChangedAt = context.Options.Published };
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private static ImportedRow RowOf(SourceRow row, string version, string source, ImportContext context)
    {
        var id = Values.Id(row, "id");
        var (from, to) = (Coded.Day(row, "date_start"), Coded.Day(row, "date_end"));
        if (to < from)
        {
            throw row.Refusal("date_end", $"a day not before date_start, {CivilText.Format(from)}");
        }

        var precision = Coded.Code(row, "date_prec", 1, 5);
        if (precision > 1)
        {
            context.Notes.Count("the time is known to several days only");
        }

        var type = Coded.Code(row, "type_of_violence", 1, 3);
        var (areas, point) = PlaceOf(row, context);
        return new ImportedRow
        {
            Id = "UCDP-" + id,
            Source = source,
            Published = context.Options.Published,
            From = CivilText.Format(from),
            To = CivilText.Format(to),
            Zone = context.Zone,
            Precision = precision == 1 ? "day" : Coded.Within,
            Act = "attack",
            Target = type == 3 ? "other" : "",
            Measure = "occurred",
            Unit = "attack",
            Count = Coded.Code(row, "event_clarity", 1, 2) == 2 ? "1.." : "1",
            Areas = areas,
            Point = point,
            // Sides of a fight are in no order that says who began it.
            AllegedActor = type == 3 ? context.Party("side_a", row["side_a"]) : "",
            Reference = $"UCDP GED {version}{id}",
            Origin = row,
            More = [("killed", Civilians(row)), ("killed_military", Fighters(row)), ("narrative", Narrative(row))],
        };
    }

    private static (string Areas, (double Lat, double Lon, double RadiusKm)? Point) PlaceOf(SourceRow row, ImportContext context)
    {
        var where = Coded.Code(row, "where_prec", 1, 7);
        double? radius = where switch { 1 => 5, 2 => 25, 3 => 60, 5 => 100, _ => null };
        var areas = where <= 5 ? context.Area("adm_1", row["adm_1"]) : where == 6 ? context.Area("country", row["country"]) : "";
        if (where >= 4)
        {
            context.Notes.Count("the place is known to a region or less only");
        }

        if (radius is not { } km || Coded.Point(row, "latitude", "longitude", context) is not { } at)
        {
            return (areas, null);
        }

        Coded.CheckPoint(at, km, areas, context);
        return (areas, (at.Latitude, at.Longitude, km));
    }

    // The best estimate counts fighters too; civilians are deaths_civilians, and may be some of deaths_unknown.
    private static string Civilians(SourceRow row)
    {
        var (civilians, unknown) = (Coded.Number(row, "deaths_civilians") ?? 0, Coded.Number(row, "deaths_unknown") ?? 0);
        return civilians < 0 || unknown < 0 ? throw row.Refusal("deaths_civilians", "deaths from 0")
            : civilians == 0 && unknown == 0 ? "" : unknown == 0 ? $"{civilians}" : $"{civilians}..{civilians + unknown}";
    }

    // Deaths of the two sides; in one-sided violence those of the side that did it.
    private static string Fighters(SourceRow row)
    {
        var (a, b) = (Coded.Number(row, "deaths_a") ?? 0, Coded.Number(row, "deaths_b") ?? 0);
        return a < 0 || b < 0 ? throw row.Refusal("deaths_a", "deaths from 0") : a + b == 0 ? "" : $"{a + b}";
    }

    private static string Narrative(SourceRow row) => string.Join("; ", new[]
    {
        $"{row["side_a"]} – {row["side_b"]}", row["where_coordinates"], row["where_description"], row["adm_2"], row["adm_1"], row["country"],
    }.Where(t => t.Length > 0).Distinct());

    // GEDEvent_v25_0_3.csv, GEDEvent_v25_1.csv, ged251-csv.zip; nothing where the name says none.
    private static string VersionOf(string name) =>
        WordVersion().Match(name) is { Success: true } word ? word.Groups[1].Value.Replace('_', '.') + " "
        : ShortVersion().Match(name) is { Success: true } brief ? $"{brief.Groups[1].Value}.{brief.Groups[2].Value} " : "";

    [GeneratedRegex(@"^(\d\d)\.1 $", RegexOptions.CultureInvariant)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"^UCDP GED \d\d\.0\.", RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();

    [GeneratedRegex(@"v(\d\d(?:[_.]\d+){1,3})", RegexOptions.IgnoreCase)]
    private static partial Regex WordVersion();

    [GeneratedRegex(@"ged(\d\d)[.-]?(\d)(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex ShortVersion();
}
