using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>Makes reports of their fields. Equal texts give the same objects, so that a million rows stay small.</summary>
internal sealed class ReportReader(LoadState state)
{
    private const int ShortText = 32;
    private readonly Dictionary<string, SourceId> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartyId> parties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<AreaCode>> areaLists = new(StringComparer.Ordinal) { [""] = [] };
    private readonly PointReader points = new(state.Errors);
    private readonly ObservationReader observations = new(state);

    /// <summary>
    /// Reads one report. An error leaves a stand-in in its field; the case is then thrown away, so that it is never seen.
    /// </summary>
    /// <param name="fields">The fields.</param>
    /// <param name="other">The window where the fields give none, or null where they must.</param>
    /// <param name="otherPublished">The publication where the fields give none.</param>
    public Report Read(ReportFields fields, TimeWindow? other = null, Instant? otherPublished = null)
    {
        var published = Published(fields) ?? otherPublished;
        var id = fields[ReportColumn.Id];
        var quotes = Others(fields, ReportColumn.Quotes, id, state.Quotes);
        var sighting = observations.Sighting(fields);
        return new Report
        {
            Id = new ReportId(id),
            Source = Source(fields),
            Act = Act(fields),
            Measure = Enum<Measure>(fields, ReportColumn.Measure, true),
            Unit = Unit(fields),
            Count = Count(fields, ReportColumn.Count) ?? CountRange.Some,
            Window = other is not null && !HasWindow(fields) ? other : Window(fields, published),
            Published = published,
            Areas = Areas(fields),
            Point = points.Read(fields) ?? sighting?.Place,
            Sighting = sighting,
            Mode = Enum<ObservationMode>(fields, ReportColumn.Mode, false),
            Target = Target(fields),
            AllegedActor = Actor(fields),
            ActorCertainty = Enum<ActorCertainty>(fields, ReportColumn.ActorCertainty, false),
            IsAggregate = YesNo(fields, ReportColumn.Aggregate) ?? false,
            PartOf = PartOf(fields, id),
            Parts = Enum<PartRelation>(fields, ReportColumn.Parts, false),
            PartsExhaustive = YesNo(fields, ReportColumn.PartsExhaustive),
            IncludedIn = Others(fields, ReportColumn.IncludedIn, id, state.Inclusions),
            Quotes = quotes,
            Denies = Denied(fields, id, quotes),
            Harm = Harms(fields),
            Reference = fields[ReportColumn.Reference],
            Narrative = fields[ReportColumn.Narrative],
            Language = observations.Language(fields),
            Attachments = observations.Attachments(fields),
            Handling = observations.Handling(fields),
        };
    }

    /// <summary>Reads a quantity of a statement, with the statement's window where it gives none.</summary>
    public Report ReadQuantity(MapReader map, Statement statement, Instant? published)
    {
        var fields = new YamlReportFields(map, statement.Speaker.Value);
        return Read(fields, statement.About ?? statement.Said, published) with { Statement = statement.Id };
    }

    private static bool HasWindow(ReportFields fields) =>
        fields[ReportColumn.From].Length > 0 || fields[ReportColumn.To].Length > 0 ||
        fields[ReportColumn.Zone].Length > 0 || fields[ReportColumn.Precision].Length > 0;

    private void Refuse(ReportFields fields, ReportColumn column, string expected)
    {
        var alreadyNoted = fields.KeysChecked && (column == ReportColumn.Source ||
            (fields[column].Length == 0 && column is (ReportColumn.Act or ReportColumn.Measure or ReportColumn.Count)));
        if (!alreadyNoted)
        {
            state.Errors.Add(fields.At(column), expected, fields[column]);
        }
    }

    private SourceId Source(ReportFields fields)
    {
        var text = fields[ReportColumn.Source];
        if (!sources.TryGetValue(text, out var id))
        {
            if (!fields.KeysChecked && !state.Ids.IsKnown(IdKind.Source, text))
            {
                Refuse(fields, ReportColumn.Source, state.Ids.Expected(IdKind.Source, text));
                return default;
            }

            sources[text] = id = new SourceId(text);
        }

        return id;
    }

    private PartyId? Actor(ReportFields fields)
    {
        var text = fields[ReportColumn.AllegedActor];
        if (text.Length == 0)
        {
            return null;
        }

        if (!parties.TryGetValue(text, out var id))
        {
            if (!state.Ids.IsKnown(IdKind.Party, text))
            {
                Refuse(fields, ReportColumn.AllegedActor, state.Ids.Expected(IdKind.Party, text));
                return null;
            }

            parties[text] = id = new PartyId(text);
        }

        return id;
    }

    private ActCode Act(ReportFields fields)
    {
        var text = fields[ReportColumn.Act];
        var act = state.ActOf(text);
        if (act is null)
        {
            Refuse(fields, ReportColumn.Act, state.ExpectedAct(text));
        }

        return act ?? default;
    }

    private CountUnit Unit(ReportFields fields)
    {
        var text = fields[ReportColumn.Unit];
        if (text.Length == 0)
        {
            return CountUnit.Item;
        }

        if (state.UnitOf(text) is { } unit)
        {
            return unit;
        }

        Refuse(fields, ReportColumn.Unit, state.ExpectedUnit());
        return CountUnit.Item;
    }

    private TargetKind Target(ReportFields fields)
    {
        var text = fields[ReportColumn.Target];
        if (text.Length == 0)
        {
            return TargetKind.Unknown;
        }

        if (state.TargetOf(text) is { } target)
        {
            return target;
        }

        Refuse(fields, ReportColumn.Target, state.ExpectedTarget());
        return TargetKind.Unknown;
    }

    private T Enum<T>(ReportFields fields, ReportColumn column, bool required)
        where T : struct, Enum
    {
        var text = fields[column];
        if (!EnumText<T>.TryParse(text, out var value) && (required || text.Length > 0))
        {
            Refuse(fields, column, "one of " + string.Join(' ', EnumText<T>.Names));
        }

        return value;
    }

    private CountRange? Count(ReportFields fields, ReportColumn column)
    {
        var text = fields.Read(column, stackalloc char[ShortText]);
        if (text.Length == 0 && column != ReportColumn.Count)
        {
            return null;
        }

        if (CountText.TryParse(text, out var count))
        {
            return count;
        }

        Refuse(fields, column, CountText.Forms);
        return null;
    }

    private bool? YesNo(ReportFields fields, ReportColumn column)
    {
        var text = fields[column];
        if (text is not ("" or "yes" or "no" or "true" or "false"))
        {
            Refuse(fields, column, "yes, no or nothing");
        }

        return text.Length == 0 ? null : text is "yes" or "true";
    }

    private Instant? Published(ReportFields fields)
    {
        var text = fields.Read(ReportColumn.Published, stackalloc char[ShortText]);
        if (text.Length == 0)
        {
            return null;
        }

        if (InstantText.TryParse(text, out var instant))
        {
            CheckYear(fields, ReportColumn.Published, text);
            return instant;
        }

        Refuse(fields, ReportColumn.Published, InstantText.Form);
        return null;
    }

    private void CheckYear(ReportFields fields, ReportColumn column, ReadOnlySpan<char> text)
    {
        if (state.ChecksYears && !CivilText.IsOfOurTime(text))
        {
            Refuse(fields, column, CivilText.Years);
        }
    }

    private TimeWindow Window(ReportFields fields, Instant? published)
    {
        var zone = state.ZoneOf(fields[ReportColumn.Zone]);
        if (zone is null)
        {
            Refuse(fields, ReportColumn.Zone, "an IANA time zone such as Europe/Zurich");
        }

        if (!EnumText<TimePrecision>.TryParse(fields[ReportColumn.Precision], out var precision))
        {
            Refuse(fields, ReportColumn.Precision, "one of " + string.Join(' ', EnumText<TimePrecision>.Names));
            return TimeWindow.Unknown(DateTimeZone.Utc, null);
        }

        var from = fields.Read(ReportColumn.From, stackalloc char[ShortText]);
        var to = fields.Read(ReportColumn.To, stackalloc char[ShortText]);
        var window = WindowText.Read(from, to, zone ?? DateTimeZone.Utc, precision, published, out var error);
        if (window is null)
        {
            Refuse(fields, error.Field == "from" ? ReportColumn.From : ReportColumn.To, error.Expected);
        }
        else
        {
            CheckYear(fields, ReportColumn.From, from);
            CheckYear(fields, ReportColumn.To, to);
        }

        return window ?? TimeWindow.Unknown(DateTimeZone.Utc, null);
    }

    private ImmutableArray<AreaCode> Areas(ReportFields fields)
    {
        var text = fields[ReportColumn.Areas];
        if (areaLists.TryGetValue(text, out var known))
        {
            return known;
        }

        var codes = new List<AreaCode>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            if (state.AreaOf(part, out var expected) is { } code)
            {
                codes.Add(code);
            }
            else
            {
                state.Errors.Add(fields.At(ReportColumn.Areas), expected, part);
            }
        }

        ImmutableArray<AreaCode> found = [.. codes.Distinct()];
        if (found.Length == text.Count(c => c == ';') + 1)
        {
            areaLists[text] = found;
        }

        return found;
    }

    private ReportId? PartOf(ReportFields fields, string id)
    {
        var text = fields[ReportColumn.PartOf];
        if (text.Length == 0)
        {
            return null;
        }

        state.Parts.Add(id, text, fields.At(ReportColumn.PartOf));
        return new ReportId(text);
    }

    // To repeat a claim is to have seen nothing of one's own, and to deny it is to say so: of one claim a report does either.
    private ImmutableArray<ReportId> Denied(ReportFields fields, string id, ImmutableArray<ReportId> quotes)
    {
        var denied = Others(fields, ReportColumn.Denies, id, null);
        foreach (var other in denied)
        {
            if (other.Value == id || quotes.Contains(other))
            {
                state.Errors.Add(
                    fields.At(ReportColumn.Denies), other.Value == id ? "other reports than this one" : "reports that this one does not quote as well", other.Value);
            }
        }

        return denied;
    }

    // The ids of other reports; the book finds those that are unknown or lead back to this one.
    private ImmutableArray<ReportId> Others(ReportFields fields, ReportColumn column, string id, LinkBook? book)
    {
        var text = fields[column];
        if (text.Length == 0)
        {
            return [];
        }

        var at = fields.At(column);
        var ids = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var other in ids)
        {
            if (book is null)
            {
                state.Ids.Refer(IdKind.Report, other, at);
            }

            book?.Add(id, other, at);
        }

        return Array.ConvertAll(ids, i => new ReportId(i)).ToImmutableArray();
    }

    private Harm Harms(ReportFields fields)
    {
        var (killed, injured, objects) =
            (Count(fields, ReportColumn.Killed), Count(fields, ReportColumn.Injured), Count(fields, ReportColumn.Objects));
        var (soldiersKilled, othersKilled) = (Count(fields, ReportColumn.KilledMilitary), Count(fields, ReportColumn.KilledUnknown));
        var (soldiersInjured, othersInjured) = (Count(fields, ReportColumn.InjuredMilitary), Count(fields, ReportColumn.InjuredUnknown));
        var harm = new Harm(killed, injured, objects)
        {
            KilledMilitary = soldiersKilled, KilledUnknown = othersKilled, InjuredMilitary = soldiersInjured, InjuredUnknown = othersInjured,
        };
        return harm == Harm.NotStated ? Harm.NotStated : harm;
    }
}
