using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>Reads the obligations of a truce.</summary>
internal sealed class ObligationReader(LoadState state)
{
    private static readonly ImmutableArray<string> Ends = ["deadline", "due", "due_days"];
    private const int MostDays = 36600;

    /// <summary>The obligations in their order. One without an id is called O and its place.</summary>
    public ImmutableArray<Obligation> Read(MapReader truce)
    {
        var (ids, read) = (new HashSet<string>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<Obligation>());
        foreach (var map in truce.Maps("obligations"))
        {
            var id = map.TextOrNull("id") ?? "O" + (read.Count + 1).ToString(CultureInfo.InvariantCulture);
            if (!ids.Add(id))
            {
                state.Errors.Add(map.At("id"), "an obligation id that is not in use in this truce", id);
            }

            read.Add(Read(map, truce, id));
        }

        return read.ToImmutable();
    }

    /// <summary>An error for each report named as evidence that is about another act or counts something else.</summary>
    public static void CheckEvidence(LoadState state, IEnumerable<Report> reports)
    {
        if (state.Evidence.Count == 0)
        {
            return;
        }

        var named = state.Evidence.Select(e => e.Report).ToHashSet(StringComparer.Ordinal);
        var known = reports.Where(r => named.Contains(r.Id.Value)).DistinctBy(r => r.Id.Value).ToDictionary(r => r.Id.Value, StringComparer.Ordinal);
        foreach (var (at, id, act, unit) in state.Evidence)
        {
            if (known.TryGetValue(id, out var report) && act is { } asked && asked.IsDisjointFrom(report.Act))
            {
                state.Errors.Add(at, $"a report of {asked}, as the obligation asks", $"{id} of {report.Act}");
            }
            else if (report is not null && unit is { } counted && counted != report.Unit)
            {
                state.Errors.Add(at, $"a report that counts {counted}, as the obligation does", $"{id}, which counts {report.Unit}");
            }
        }
    }

    private Obligation Read(MapReader map, MapReader truce, string id)
    {
        string[] ends = [.. Ends.Where(map.Has)];
        if (ends.Length > 1)
        {
            state.Errors.Add(map.At(ends[1]), "one of deadline, due and due_days", string.Join(" and ", ends));
        }

        var quantity = Quantity(map);
        var unit = map.TextOrNull("unit") is { } text ? Unit(map, text) : CountUnit.Item;
        ActCode? act = map.Has("act") ? state.Act(map, "act") : null;
        return new Obligation(new PartyId(state.Refer(IdKind.Party, map, "party")), map.Text("text"), Deadline(map, truce))
        {
            Id = id,
            Act = act,
            Quantity = quantity,
            Unit = unit,
            DueDays = DueDays(map),
            Zone = map.Has("zone") ? state.Zone(map).Id : null,
            Evidence = [.. map.Texts("evidence").Select(e => Evidence(e.Text, e.At, act, quantity is null ? null : unit))],
        };
    }

    private ReportId Evidence(string id, Spot at, ActCode? act, CountUnit? unit)
    {
        state.Ids.Refer(IdKind.Report, id, at);
        state.Evidence.Add((at, id, act, unit));
        return new ReportId(id);
    }

    private CountRange? Quantity(MapReader map)
    {
        if (map.TextOrNull("quantity") is not { } text)
        {
            return null;
        }

        if (CountText.TryParse(text, out var count))
        {
            return count;
        }

        state.Errors.Add(map.At("quantity"), CountText.Forms, text);
        return null;
    }

    private CountUnit Unit(MapReader map, string text)
    {
        if (state.UnitOf(text) is { } unit)
        {
            return unit;
        }

        state.Errors.Add(map.At("unit"), state.ExpectedUnit(), text);
        return CountUnit.Item;
    }

    private int? DueDays(MapReader map)
    {
        if (map.Number("due_days") is not { } days)
        {
            return null;
        }

        if (days <= MostDays)
        {
            return days;
        }

        state.Errors.Add(map.At("due_days"), FormattableString.Invariant($"a whole number from 0 to {MostDays}"), map.Text("due_days"));
        return null;
    }

    private Instant? Deadline(MapReader map, MapReader truce)
    {
        if (map.Has("deadline") && !map.Has("zone"))
        {
            state.Errors.Add(map.Start, "a value for the key zone beside deadline", "none");
        }

        if (map.TextOrNull("due") is not { } text)
        {
            return map.Has("deadline") && state.Time(map, "deadline") is { } time ? Local.ToInstant(time, state.Zone(map)) : null;
        }

        var zone = map.Has("zone") ? state.Zone(map) : state.Zone(truce);
        if (CivilText.TryParseDate(text, out var day))
        {
            return Local.Days(day, day, zone).End;
        }

        if (CivilText.TryParseTime(text, out var at))
        {
            return Local.ToInstant(at, zone);
        }

        state.Errors.Add(map.At("due"), "a date such as 2030-03-01, whose end counts, or a clock time such as 2030-03-01T23:10", text);
        return null;
    }
}
