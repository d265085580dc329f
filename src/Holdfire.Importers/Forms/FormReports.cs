using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Holdfire.CaseFormat;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>Makes reports of submissions of a form: what an observer saw or heard, from where, and what harm.</summary>
/// <param name="prefix">What is put before the ids.</param>
/// <param name="tool">The source where nothing else names one.</param>
/// <param name="files">The names and sizes of the files that came with the export.</param>
/// <param name="context">The import.</param>
internal sealed class FormReports(string prefix, SourceEntry tool, IReadOnlyDictionary<string, ImportFile> files, ImportContext context)
{
    private const double BearingError = 5;
    private const string Between = "within";
    private static readonly string[] HarmColumns = ["killed", "injured", "killed_military", "killed_unknown", "injured_military", "injured_unknown"];
    private const double WithoutRangeKm = 10;
    private readonly string source = context.SourceOf(tool);
    private readonly Dictionary<string, (string Answers, string Number)> seen = new(StringComparer.Ordinal);

    /// <summary>The columns of the answers alone: what tools add changes without any answer changing.</summary>
    private static bool IsAnswer(string column) => column.Length > 0 && column[0] != '_' && !column.StartsWith("meta", StringComparison.Ordinal)
        && !column.EndsWith("_URL", StringComparison.Ordinal) && column is not ("start" or "end" or "today" or "deviceid" or "formhub/uuid");

    /// <summary>The report of a submission.</summary>
    /// <param name="row">The row.</param>
    /// <param name="header">Its header.</param>
    /// <param name="submission">What the tool says of it.</param>
    /// <param name="harm">Kinds of harm and their numbers, from a table of its own.</param>
    public ReadUnit UnitOf(SourceRow row, TableHeader header, Submission submission, IEnumerable<(string Kind, string Number)> harm)
    {
        try
        {
            if (submission.Unreadable.Length > 0)
            {
                return ReadUnit.Bad(row.Reject("Status", "a submission that can be read", submission.Unreadable));
            }

            if (submission.Root.Length == 0)
            {
                return ReadUnit.Bad(row.Reject("_uuid", "the id of a submission", "nothing"));
            }

            var id = prefix + submission.Root;
            var answers = string.Join('\u001f', header.Columns.Where(c => IsAnswer(c.Name)).Select(c => row[c.At]));
            if (seen.TryGetValue(id, out var earlier))
            {
                return earlier.Answers == answers ? ReadUnit.Left("the same submission twice")
                    : ReadUnit.Bad(row.Reject("_uuid", $"a submission once; submission {earlier.Number} has the same id and other answers", $"submission {submission.Number}"));
            }

            seen[id] = (answers, submission.Number);
            var published = PublishedOf(row, submission.Published);
            return submission.Refused.Length > 0 ? new ReadUnit { Withdraws = id, LeftOut = submission.Refused, ChangedAt = published }
                : new ReadUnit { Rows = [RowOf(row, new FormQuestions(header), submission, published, id, harm)], ChangedAt = published };
        }
        catch (ImportException e)
        {
            return ReadUnit.Bad(e.Rejected);
        }
    }

    private ImportedRow RowOf(
        SourceRow row, FormQuestions questions, Submission submission, string published, string id, IEnumerable<(string Kind, string Number)> harm)
    {
        var zone = ZoneOf(row, questions);
        var (from, to, precision) = Window(row, questions, DateTimeZoneProviders.Tzdb[zone]);
        var (point, observer) = PlaceOf(row, questions);
        var area = Mapped(row, "areas") is { Length: > 0 } named ? named : questions.Answer(row, "area");
        var areas = area.Length == 0 ? "" : context.Area("area", area);
        CheckPhoto(row, questions);
        var harms = harm.Concat(HarmIn(row)).ToArray();
        return new ImportedRow
        {
            Id = id,
            Source = submission.Submitter.Length > 0 && context.Map.Sources.Find(submission.Submitter) is { } own ? own : source,
            Published = published,
            From = from,
            To = to,
            Zone = zone,
            Precision = precision,
            Act = ActOf(row, questions),
            Measure = Constant("measure", "occurred"),
            Unit = Constant("unit", "attack"),
            Count = CountOf(row, questions),
            Areas = areas,
            Point = point,
            Target = Word(row, "target", questions.Answer(row, "target")),
            AllegedActor = Word(row, "alleged_actor", questions.Answer(row, "actor")) is { Length: > 0 } actor ? context.Party("alleged_actor", actor) : "",
            Mode = Word(row, "mode", questions.Answer(row, "mode")),
            Reference = Constant("reference", ""),
            Origin = row,
            More =
            [
                .. observer, .. HarmColumns.Select(c => (c, Sum(row, harms, c))),
                ("narrative", Mapped(row, "narrative") is { Length: > 0 } told ? told : string.Join("; ", new[] { questions.Answer(row, "seen"), questions.Answer(row, "narrative") }.Where(t => t.Length > 0))),
            ],
        };
    }

    private string Constant(string column, string otherwise) => context.Map.Constants.GetValueOrDefault(column, otherwise);

    // The columns of a map go before those of our own form.
    private string Mapped(SourceRow row, string column) => context.Map.Columns.TryGetValue(column, out var columns)
        ? columns.Select(c => row[c]).FirstOrDefault(t => t.Length > 0 && !context.Map.Missing.Contains(t)) ?? "" : "";

    private string Word(SourceRow row, string column, string answer)
    {
        var text = Mapped(row, column) is { Length: > 0 } mapped ? mapped : answer;
        return text.Length == 0 ? Constant(column, "") : context.Map.Values.GetValueOrDefault(column)?.Find(text) ?? text;
    }

    private string ActOf(SourceRow row, FormQuestions questions)
    {
        foreach (var answer in new[] { Mapped(row, "act"), questions.Answer(row, "act"), questions.Answer(row, "kinds"), questions.Answer(row, "seen") }.Where(a => a.Length > 0))
        {
            if ((context.Map.Values.GetValueOrDefault("act")?.Find(answer) ?? FormActs.Of(answer, context.Case.Codes)) is { } act)
            {
                return act;
            }

            context.Notes.Unknown($"act '{answer}'", "no act; name one under values: act: in the map (docs/acts.md)");
        }

        return context.Map.Constants.TryGetValue("act", out var constant) ? constant
            : throw row.Reject(questions.Column("act"), "an act: a question with codes of docs/acts.md, or act: under columns: and values:, or constants:, in the map", "none").Thrown();
    }

    private string ZoneOf(SourceRow row, FormQuestions questions)
    {
        var zone = questions.Answer(row, "zone");
        return zone.Length == 0 ? context.Zone : WindowText.ZoneOf(zone) is not null ? zone
            : throw row.Reject(questions.Column("zone"), "an IANA time zone such as Europe/Zurich", $"'{zone}'").Thrown();
    }

    private (string From, string To, string Precision) Window(SourceRow row, FormQuestions questions, DateTimeZone zone)
    {
        var moments = new MomentReader(context.Map, zone);
        Moment? At(string column, params string[] asked)
        {
            var text = Mapped(row, column);
            var name = context.Map.Columns.TryGetValue(column, out var columns) ? columns[0] : column;
            foreach (var question in asked.Where(q => text.Length == 0 && questions.Answer(row, q).Length > 0))
            {
                (text, name) = (questions.Answer(row, question), questions.Column(question));
            }

            return text.Length == 0 ? null : moments.Read(row, name, text);
        }

        var from = At("from", "from", "day") ?? throw row.Reject(questions.Column("from"), "the time of the event", "nothing").Thrown();
        var to = At("to", "to") ?? from;
        var stated = Word(row, "precision", questions.Answer(row, "precision"));
        var precision = stated is "minute" or "about" && !(from.HasClock && to.HasClock) ? "day" : stated.Length > 0 ? stated : from.HasClock && to.HasClock ? "minute" : "day";
        var isSpan = from.HasClock && to.HasClock && from.At < to.At;
        return precision switch
        {
            // About two times that differ: some time between them.
            "about" or Between when isSpan => (CivilText.Format(from.At), CivilText.Format(to.At), Between),
            "minute" or "about" => (CivilText.Format(from.At), CivilText.Format(to.At), precision),
            "open_end" => (CivilText.Format(from.At), "", precision),
            "night" when from.At.Date == to.Last => (CivilText.Format(from.At.Date), CivilText.Format(from.At.Date.PlusDays(1)), precision),
            "unknown" => ("", "", precision),
            _ => (CivilText.Format(from.At.Date), CivilText.Format(to.Last), precision),
        };
    }

    private string CountOf(SourceRow row, FormQuestions questions)
    {
        string Number(string column)
        {
            var text = Mapped(row, column) is { Length: > 0 } mapped ? mapped : questions.Answer(row, column);
            return text.Length == 0 ? "" : CountWords.Of(text, context.Map.Thousands, context.Map.Decimal) ?? CountWords.Vague(text, questions.Column(column), context.Notes)
                ?? throw row.Reject(questions.Column(column), "a whole number", $"'{text}'").Thrown();
        }

        var (least, most) = (Number("count_min"), Number("count_max"));
        var count = Number("count");
        return least.Length > 0 && most.Length > 0 ? least == most ? least : $"{least}..{most}" : least.Length > 0 ? least + ".." : most.Length > 0 ? "<=" + most
            : count.Length > 0 ? count : Constant("count", "1");
    }

    private ((double Lat, double Lon, double RadiusKm)? Point, (string, string)[] Observer) PlaceOf(SourceRow row, FormQuestions questions)
    {
        if (PointOf(row, questions, "place") is { } place)
        {
            return ((place.At.Latitude, place.At.Longitude, Math.Max(0.1, place.ErrorKm)), []);
        }

        if (Mapped(row, "lat").Length > 0 && context.Map.Columns.TryGetValue("lon", out var lon)
            && Coded.Point(row, context.Map.Columns["lat"][0], lon[0], context, context.Map.Decimal) is { } mapped)
        {
            return ((mapped.Latitude, mapped.Longitude, 1), []);
        }

        if (PointOf(row, questions, "observer") is not { } observer)
        {
            return (null, []);
        }

        double? Decimal(string question, double most)
        {
            var text = questions.Answer(row, question);
            return text.Length == 0 ? null : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most ? number
                : throw row.Reject(questions.Column(question), FormattableString.Invariant($"a number from 0 to {most}"), $"'{text}'").Thrown();
        }

        var (bearing, near, far) = (Decimal("bearing", 360), Decimal("range_min", 500), Decimal("range_max", 500));
        if (bearing is null || (near ?? far) is null)
        {
            return ((observer.At.Latitude, observer.At.Longitude, WithoutRangeKm), [("observer_lat", Coded.Text(observer.At.Latitude)), ("observer_lon", Coded.Text(observer.At.Longitude))]);
        }

        var (least, most) = (near ?? 0, Math.Max(far ?? near!.Value, near ?? 0));
        var (middle, radius) = Sector.Of(observer.At, bearing.Value, BearingError, least, most);
        return ((middle.Latitude, middle.Longitude, Math.Ceiling((radius + observer.ErrorKm) * 100) / 100), ObserverColumns.Of(observer.At, Coded.Text(bearing.Value), least, most));
    }

    // "lat lon altitude accuracy" in one cell, or in cells of their own; OData writes longitude first.
    private (GeoPoint At, double ErrorKm)? PointOf(SourceRow row, FormQuestions questions, string question)
    {
        var whole = questions.Answer(row, question).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (lat, lon, accuracy) = whole.Length >= 2 ? (whole[0], whole[1], whole.ElementAtOrDefault(3) ?? "")
            : (Part("latitude"), Part("longitude"), Part("precision") is { Length: > 0 } precise ? precise : Part("accuracy"));
        if (lat.Length == 0 && questions.Path(row, question, "coordinates").Split(';') is [var x, var y, ..])
        {
            (lat, lon, accuracy) = (y, x, questions.Path(row, question, "properties/accuracy"));
        }

        if (lat.Length == 0 && lon.Length == 0)
        {
            return null;
        }

        if (DegreesText.Of(lat, 'N', context.Map.Decimal) is not (>= -90 and <= 90 and var latitude) || DegreesText.Of(lon, 'E', context.Map.Decimal) is not (>= -180 and <= 180 and var longitude))
        {
            throw row.Reject(questions.Column(question), "a latitude and a longitude in degrees", $"'{lat} {lon}'").Thrown();
        }

        if (latitude == 0 && longitude == 0)
        {
            context.Notes.Count("the point is 0, 0, which stands for none");
            return null;
        }

        return (new GeoPoint(latitude, longitude), double.TryParse(accuracy, NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) && metres >= 0 ? metres / 1000 : 0);

        string Part(string part) => questions.Part(row, question, part);
    }

    private string PublishedOf(SourceRow row, string text)
    {
        var whole = text.Length == 19 && text[10] == 'T' ? text + "Z" : text;
        return text.Length == 0 ? context.Options.Published
            : NodaTime.Text.OffsetDateTimePattern.ExtendedIso.Parse(whole) is { Success: true } parsed ? InstantText.Format(parsed.Value.ToInstant())
            : throw row.Reject("_submission_time", "a time such as 2031-03-11T06:00:01", $"'{text}'").Thrown();
    }

    private void CheckPhoto(SourceRow row, FormQuestions questions)
    {
        var photo = Mapped(row, "attachment") is { Length: > 0 } mapped ? mapped : questions.Answer(row, "photo");
        if (photo.Length == 0)
        {
            return;
        }

        if (!files.TryGetValue(photo, out var file))
        {
            context.Notes.Say($"{photo} not there: a submission names it, and it is not among the files");
        }
        else if (file.Start(1).Length == 0)
        {
            context.Notes.Say($"{photo} is empty: a submission names it");
        }
    }

    // Repeats stand as a list of objects in the JSON of Kobo.
    private static IEnumerable<(string Kind, string Number)> HarmIn(SourceRow row)
    {
        var text = row["harm"];
        if (!text.StartsWith('['))
        {
            yield break;
        }

        using var list = JsonDocument.Parse(text);
        foreach (var item in list.RootElement.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object))
        {
            string Of(string key) => item.EnumerateObject().Where(p => JsonRecords.NameOf(p) is var name && (name == key || name.EndsWith("/" + key, StringComparison.Ordinal))).Select(p => JsonRecords.Text(p.Value)).FirstOrDefault("");
            yield return (Of("kind"), Of("number"));
        }
    }

    private static string Sum(SourceRow row, IEnumerable<(string Kind, string Number)> harm, string kind)
    {
        var numbers = harm.Where(h => h.Kind == kind && h.Number.Length > 0).Select(h =>
            int.TryParse(h.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (long)number : throw row.Reject("harm", "a whole number", $"'{h.Number}'").Thrown()).ToArray();
        return numbers.Length == 0 ? "" : numbers.Sum().ToString(CultureInfo.InvariantCulture);
    }
}
