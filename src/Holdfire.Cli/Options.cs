using System.CommandLine;
using Holdfire.Model;
using Holdfire.Cli.Output;
using Holdfire.Places;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public const string CaseName = "--case";

    /// <summary>Asks for a first map of a table, for which no case is needed.</summary>
    public const string GuessName = "--guess";

    public const string RecordName = "--record";

    /// <summary>A case folder. Every command with it has <c>--record</c> too, and takes one of the two.</summary>
    public static Option<string> Case() => new(CaseName) { Description = "the case folder", HelpName = "DIR" };

    /// <summary>A record instead of a case folder.</summary>
    public static Option<string?> Record() => new(RecordName) { Description = "a record's folder, in place of a case folder", HelpName = "DIR" };

    /// <summary>The size at which a record is read; every command with <c>--record</c> and <c>--case</c> has it.</summary>
    public static Option<string?> RecordedAt() => Text(
        CommonOptions.RecordedAt.Name, CommonOptions.RecordedAt.ValueName, CommonOptions.RecordedAt.Help);

    /// <summary>The forms of an answer; a map or a page is one where it is asked for. What has a page calls its table <c>text</c> as well.</summary>
    public static Option<OutputFormat> Format(bool map = false, bool page = false, OutputFormat usual = OutputFormat.Table)
    {
        var forms = Enum.GetValues<OutputFormat>().Where(f => (map || f != OutputFormat.GeoJson) && (page || f != OutputFormat.Html)).ToDictionary(f => f.ToString().ToLowerInvariant());
        if (page)
        {
            forms.Add("text", OutputFormat.Table);
        }

        var listed = string.Join(", ", forms.Keys.SkipLast(1)) + " or " + forms.Keys.Last();
        return new Option<OutputFormat>("--format")
        {
            Description = listed + (usual == OutputFormat.Table ? "" : $" [default: {usual.ToString().ToLowerInvariant()}]"),
            DefaultValueFactory = _ => usual,
            HelpName = string.Join('|', forms.Keys),
            CustomParser = result =>
            {
                if (!forms.TryGetValue(result.Tokens[^1].Value, out var form))
                {
                    result.AddError($"--format: expected {listed}; found '{result.Tokens[^1].Value}'");
                }

                return form;
            },
        };
    }

    public static Option<string?> AsOf() => new("--known-by", "--as-of")
    {
        Description = "use only what sources had published by this instant, such as 2030-05-11T00:00Z",
        HelpName = "INSTANT",
    };

    public static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    public static Option<string> Required(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help, Required = true };

    public static Instant? ReadInstant(string? text)
    {
        if (text is null)
        {
            return null;
        }

        foreach (var pattern in (IPattern<Instant>[])
            [InstantPattern.General, InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'")])
        {
            if (pattern.Parse(text) is { Success: true } parsed)
            {
                return parsed.Value;
            }
        }

        throw new InputException("--known-by", "an instant in UTC such as 2030-05-11T00:00Z", $"'{text}'");
    }

    public static LocalDate ReadDate(string name, string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value.Year: >= 1900 and <= 2200 } parsed
            ? parsed.Value
            : throw new InputException(name, "a civil date from 1900 to 2200 such as 2030-05-08", $"'{text}'");

    public static DateTimeZone ReadZone(string? text, Case @case) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(text ?? @case.Zone)
        ?? throw new InputException("--tz", "an IANA zone such as Europe/Zurich", $"'{text}'");

    public static AreaCode ReadArea(string name, string text, Case @case) =>
        @case.Places.FindByName(text)?.Code
        ?? throw new InputException(name, $"a known area, such as {string.Join(", ", @case.Places.Nearest(text))} (see 'holdfire places')", $"'{text}'");

    /// <summary>The known value, or an error that names the known ones.</summary>
    public static T Known<T>(string name, string text, IEnumerable<T> known)
        where T : struct
    {
        foreach (var value in known)
        {
            if (value.ToString() == text)
            {
                return value;
            }
        }

        throw new InputException(name, $"one of {string.Join(", ", known)}", $"'{text}'");
    }

    /// <summary>An enumeration written in snake_case, or an error that names the values.</summary>
    public static T ReadEnum<T>(string name, string text)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(v => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
        return names.TryGetValue(text, out var value)
            ? value
            : throw new InputException(name, $"one of {string.Join(", ", names.Keys)}", $"'{text}'");
    }
}
