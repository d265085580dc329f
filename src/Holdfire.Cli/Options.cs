using System.CommandLine;
using Holdfire.Model;
using Holdfire.Cli.Output;
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

    /// <summary><c>--known-by</c> of a command that is no query.</summary>
    public static Option<string?> KnownBy() => new(CommonOptions.KnownBy.Name, [.. CommonOptions.KnownBy.Aliases])
    {
        Description = CommonOptions.KnownBy.Help,
        HelpName = CommonOptions.KnownBy.ValueName,
    };

    public static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    public static Option<string> Required(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help, Required = true };

    /// <summary>The instant of <c>--known-by</c>; null where it is left out.</summary>
    public static Instant? ReadInstant(string? text) => text is null ? null : QueryArguments.ReadInstant(CommonOptions.KnownBy.Name, text);

    public static LocalDate ReadDate(string name, string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value.Year: >= 1900 and <= 2200 } parsed
            ? parsed.Value
            : throw new InputException(name, "a civil date from 1900 to 2200 such as 2030-05-08", $"'{text}'");

    public static DateTimeZone ReadZone(string? text, Case @case) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(text ?? @case.Zone)
        ?? throw new InputException("--tz", "an IANA zone such as Europe/Zurich", $"'{text}'");
}
