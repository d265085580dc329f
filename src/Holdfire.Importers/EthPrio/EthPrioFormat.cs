using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Entries;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>The ETH/PRIO Civil Conflict Ceasefire data (Clayton et al. 2023): one row a declaring actor, the rows of a ceasefire one truce.</summary>
/// <remarks>The person who coded a row is left out on reading. Whether a ceasefire was in force is taken only where days are given.</remarks>
internal sealed class EthPrioFormat : IClaimFormat
{
    private const int LongestId = 24;

    private static readonly string[] Needed =
    [
        "uniq_id", "location", "actor_name", "cf_dec_yr", "cf_dec_month", "cf_dec_day", "cf_effect_yr", "cf_effect_month", "cf_effect_day", "side", "partial",
        "written", "fixed", "fixed_time", "ceasefire_class", "ended", "end_yr", "end_month", "end_day",
    ];

    private static readonly (string Column, string Name)[] Purposes =
        [("p_humanitarian", "Humanitarian truce"), ("p_holiday", "Holiday truce"), ("p_election", "Election truce"), ("p_peaceprocess", "Truce of a peace process")];

    public ImportFormat Info { get; } = new("eth-prio", "ceasefires of the ETH/PRIO Civil Conflict Ceasefire data, as truces");

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context)
    {
        var (rows, bad) = (new List<SourceRow>(), new List<ReadUnit>());
        foreach (var file in files)
        {
            using var table = SourceTable.Open(file, context.Map.Shape);
            table.Header.Need(Needed);
            foreach (var (row, rejected) in table.Records())
            {
                if (row is null)
                {
                    bad.Add(ReadUnit.Bad(rejected!));
                }
                else
                {
                    rows.Add(row.Kept());
                }
            }
        }

        return bad.Concat(rows.GroupBy(r => r["uniq_id"], StringComparer.Ordinal).Select(g => UnitOf([.. g], context)));
    }

    private static ReadUnit UnitOf(ImmutableArray<SourceRow> rows, ImportContext context)
    {
        var errors = new List<RejectedRow>();
        try
        {
            var id = Values.Id(rows[0], "uniq_id");
            var names = rows.Select(r => string.Join(' ', r["actor_name"].Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();
            var added = context.Wishes("parties") && context.Area("location", rows[0]["location"]).Length > 0 ? NewParties(names, context) : [];
            var parties = names.Select(n => context.Party("actor_name", n)).ToArray();
            if (parties.All(p => p.Length == 0))
            {
                return ReadUnit.Left("none of its actors is a party of the case (--parties adds them)", rows.Length);
            }

            var area = context.Area("location", rows[0]["location"]);
            return area.Length == 0 ? ReadUnit.Left("its location is no area of the case", rows.Length)
                : new ReadUnit { Records = rows.Length, Line = rows[0].Line, File = rows[0].File, Items = [.. added, TruceOf(id, rows, parties, area, context).Item(EntryKind.Truce)] };
        }
        catch (ImportException e)
        {
            errors.Add(e.Rejected);
            return new ReadUnit
            {
                Records = rows.Length,
                Rejected = [.. rows.Select(r => r.Line == e.Rejected.Line ? e.Rejected : r.Reject("", "a ceasefire all of whose rows are good", $"an error in line {e.Rejected.Line}"))],
            };
        }
    }

    // The id of an actor is made of its name: the data have ids for pairs of actors alone.
    private static CaseItem[] NewParties(string[] names, ImportContext context)
    {
        var made = new List<CaseItem>();
        foreach (var name in names.Where(n => n.Length > 0 && !context.KnowsParty(n)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var letters = string.Concat(name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetterOrDigit).Take(LongestId)).ToUpperInvariant();
            var id = letters.Length > 0 ? letters : "ACTOR-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
            id = context.IsParty(id) ? id + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8] : id;
            made.Add(new YamlItemBuilder().Text("id", id).Text("name", name).Text("role", "party").Item(EntryKind.Party));
            context.AddParty(id, name);
        }

        return [.. made];
    }

    private static YamlItemBuilder TruceOf(string id, ImmutableArray<SourceRow> rows, string[] parties, string area, ImportContext context)
    {
        var first = rows[0];
        var declared = Day(first, "cf_dec") ?? throw first.Refusal("cf_dec_yr", "a year");
        var start = Day(first, "cf_effect") ?? declared;
        var bound = (first["side"] == "1" ? parties.Take(1) : parties).Where(p => p.Length > 0).Distinct().ToArray();
        return new YamlItemBuilder()
            .Text("id", "CF-" + id).Text("name", NameOf(first, start))
            .Inner("announced", Window(declared, context))
            .Text("from", start).Text("to", EndOf(first, start)).Text("zone", context.Zone)
            .Inners("declarations", rows.Select((r, i) => (Row: r, Party: parties[i])).Where(d => d.Party.Length > 0).Select(d => new YamlItemBuilder()
                .Text("actor", d.Party).Text("kind", "declares").Inner("when", Window(Day(d.Row, "cf_dec") ?? declared, context))
                .Text("text", "as coded: declares a ceasefire").Text("reference", Reference(d.Row))))
            .Inners("in_force", rows.Select((r, i) => InForce(r, parties[i], context)).OfType<YamlItemBuilder>())
            .Inners("prohibitions", [new YamlItemBuilder().Text("id", $"CF-{id}-P1").Text("act", "attack").Texts("areas", area.Split(';')).Texts("bound", bound)
                .Text("text", "as coded: cessation of hostilities")])
            .Inners("exceptions", first["partial"] == "1" ? [new YamlItemBuilder().Text("text", "as coded: only a part of the area or of the acts")] : [])
            .Inners("obligations", Obligations(first, bound))
            .Texts("conflicts", first["written"] is "-1" or "2" ? ["as coded: whether it was written is not known"] : []);
    }

    private static IEnumerable<YamlItemBuilder> Obligations(SourceRow row, string[] bound)
    {
        var text = row["ceasefire_class"] switch
        {
            "2" => "as coded: a ceasefire with provisions for compliance", "3" => "as coded: a definitive ceasefire with demobilisation", _ => "",
        };
        return text.Length == 0 ? [] : bound.Select(b => new YamlItemBuilder().Text("party", b).Text("text", text));
    }

    // In force only where both days are known; what ended and when is coded for each declaring actor.
    private static YamlItemBuilder? InForce(SourceRow row, string party, ImportContext context)
    {
        var (start, end) = (Day(row, "cf_effect"), Day(row, "end"));
        return party.Length == 0 || start is not { Length: 10 } || end is not { Length: 10 } || string.CompareOrdinal(end, start) < 0 ? null
            : new YamlItemBuilder().Text("party", party).Text("from", start).Text("to", end).Text("zone", context.Zone).Text("precision", "day")
                .Text("basis", "as coded: took effect and ended on these days").Text("disputed", "false");
    }

    private static YamlItemBuilder Window(string day, ImportContext context) => new YamlItemBuilder()
        .Text("from", day).Text("to", day).Text("zone", context.Zone).Text("precision", day.Length == 10 ? "day" : Coded.Within);

    // Blank: until ended. A number of days is counted from the day of effect; words for a time leave the end unknown.
    private static string EndOf(SourceRow row, string start)
    {
        if (row["fixed"] != "1")
        {
            return row["fixed"] == "0" ? "" : "unknown";
        }

        return start.Length == 10 && int.TryParse(row["fixed_time"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 40_000
            ? CivilText.Format(DateText.IsoDate(start)!.Value.PlusDays(days)) : "unknown";
    }

    private static string NameOf(SourceRow row, string start)
    {
        var kinds = Purposes.Where(p => row[p.Column] == "1").Select(p => p.Name).ToArray();
        var kind = kinds.Length == 1 ? kinds[0] : "Ceasefire";
        return $"{kind}, {row["location"]}, {start}";
    }

    private static string Reference(SourceRow row) => string.Join("; ", new[]
    {
        "ETH/PRIO " + row["uniq_id"], row["ucdp_dyad"] is "" or "-1" ? "" : "UCDP dyad " + row["ucdp_dyad"], row["pax_id"] is "" or "-1" or "0" ? "" : "PA-X " + row["pax_id"],
        row["mediator_nego"] == "1" && row["mediator_send"].Length > 0 ? "mediated by " + row["mediator_send"] : "",
    }.Where(t => t.Length > 0));

    // A day, a month or a year, as far as it is known: -1 is not known, 0 does not apply.
    private static string? Day(SourceRow row, string of)
    {
        var (year, month, day) = (Coded.Number(row, of + "_yr") ?? 0, Coded.Number(row, of + "_month") ?? 0, Coded.Number(row, of + "_day") ?? 0);
        if (year <= 0)
        {
            return null;
        }

        if (year is < Coded.FirstYear or > Coded.LastYear || month > 12 || (month > 0 && day > CalendarSystem.Iso.GetDaysInMonth((int)year, (int)month)))
        {
            throw row.Refusal(of + "_yr", FormattableString.Invariant($"a date from {Coded.FirstYear} to {Coded.LastYear}, or -1"));
        }

        return month <= 0 ? $"{year:0000}" : day <= 0 ? $"{year:0000}-{month:00}" : $"{year:0000}-{month:00}-{day:00}";
    }
}
