using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Views;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Queries;

/// <summary>The options of one question with their values, and how values are read.</summary>
public sealed class QueryArguments
{
    private readonly ImmutableDictionary<string, GivenValue> values;
    private readonly ImmutableDictionary<string, NamedText> files;

    /// <summary>Arguments.</summary>
    /// <param name="values">Values by the first names of their options.</param>
    /// <param name="files">The files that options of the kind <see cref="OptionKind.File"/> name, read, by the names of the options.</param>
    public QueryArguments(ImmutableDictionary<string, GivenValue> values, ImmutableDictionary<string, NamedText> files) =>
        (this.values, this.files) = (values, files);

    /// <summary>Reads words of the form <c>--name value</c>, as in a bundle. Flags, and options that name files, are refused.</summary>
    /// <param name="query">The query that they are for.</param>
    /// <param name="words">The words.</param>
    /// <param name="knownBy">The instant of the view, which is among the words; null for none.</param>
    /// <exception cref="QueryException">A word is not an option of the query, or has no value, or one is needed and not there.</exception>
    public static QueryArguments Parse(QueryInfo query, IReadOnlyList<string> words, out Instant? knownBy)
    {
        var read = ImmutableDictionary.CreateBuilder<string, GivenValue>(StringComparer.Ordinal);
        ImmutableArray<OptionInfo> known = [.. query.Options.Where(o => o.Kind == OptionKind.Value), CommonOptions.KnownBy];
        for (var i = 0; i < words.Count; i++)
        {
            var option = known.FirstOrDefault(o => o.IsCalled(words[i])) ?? throw new QueryException(
                QueryErrorCodes.UnknownOption, query.Name, $"one of {string.Join(", ", known.Select(o => o.Name))}", $"'{words[i]}'");
            // A value that begins with @ would name a file of further arguments; a negative number is a value.
            var name = words[i];
            var value = i + 1 < words.Count && words[i + 1] is not ['@', ..] and not ['-', < '0' or > '9', ..] and not "-" ? words[++i] : throw new QueryException(
                QueryErrorCodes.Missing, name, option.ValueName, i + 1 < words.Count ? $"'{words[i + 1]}'" : "none");
            if (!read.TryAdd(option.Name, new GivenValue(value, name)))
            {
                throw new QueryException(QueryErrorCodes.TooMany, name, "one value", "two");
            }
        }

        if (known.FirstOrDefault(o => o.Required && !read.ContainsKey(o.Name)) is { } missing)
        {
            throw new QueryException(QueryErrorCodes.Missing, missing.Name, missing.ValueName, "none");
        }

        knownBy = read.Remove(CommonOptions.KnownBy.Name, out var instant) ? ReadInstant(instant.As, instant.Text) : null;
        return new QueryArguments(read.ToImmutable(), ImmutableDictionary<string, NamedText>.Empty);
    }

    /// <summary>Reads an instant in UTC, to the minute or the second.</summary>
    /// <param name="where">The option, for the message.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="QueryException">It is none.</exception>
    public static Instant ReadInstant(string where, string text)
    {
        foreach (var pattern in (IPattern<Instant>[])
            [InstantPattern.General, InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'")])
        {
            // The years that a case can name.
            if (pattern.Parse(text) is { Success: true } parsed && parsed.Value.InUtc().Year is >= 1 and <= 9998)
            {
                return parsed.Value;
            }
        }

        throw new QueryException(QueryErrorCodes.BadForm, where, "an instant in UTC such as 2030-05-11T00:00Z", $"'{text}'");
    }

    /// <summary>Whether a flag is given, or an option has a value.</summary>
    public bool Has(OptionInfo option) => values.ContainsKey(option.Name) || files.ContainsKey(option.Name);

    /// <summary>The value, its default where it is left out, or null.</summary>
    public string? Text(OptionInfo option) => values.TryGetValue(option.Name, out var given) ? given.Text : option.Default;

    /// <summary>The name that an option was given by, for messages; its first name where it is left out.</summary>
    public string NameOf(OptionInfo option) => values.TryGetValue(option.Name, out var given) ? given.As : option.Name;

    /// <summary>The same without the values of these options.</summary>
    public QueryArguments Without(params IEnumerable<OptionInfo> options) => new(values.RemoveRange(options.Select(o => o.Name)), files);

    /// <summary>The value of an option that must be there.</summary>
    /// <exception cref="QueryException">It is left out.</exception>
    public string Required(OptionInfo option) =>
        Text(option) ?? throw new QueryException(QueryErrorCodes.Missing, option.Name, option.ValueName, "none");

    /// <summary>The file that the option names, read by the caller, or null.</summary>
    public NamedText? File(OptionInfo option) => files.GetValueOrDefault(option.Name);

    /// <summary>The value as one of those that are known, or null where it is left out.</summary>
    /// <exception cref="QueryException">It is none of them.</exception>
    public T? Known<T>(OptionInfo option, IEnumerable<T> known)
        where T : struct
    {
        if (Text(option) is not { } text)
        {
            return null;
        }

        foreach (var value in known)
        {
            if (value.ToString() == text)
            {
                return value;
            }
        }

        var names = string.Join(", ", known);
        throw new QueryException(
            QueryErrorCodes.UnknownValue, NameOf(option), names.Length > 0 ? $"one of {names}" : "nothing here, since the case has none", $"'{text}'");
    }

    /// <summary>The value as a member of an enumeration, written in snake_case, or null where it is left out.</summary>
    /// <exception cref="QueryException">It is none of them.</exception>
    public T? Enum<T>(OptionInfo option)
        where T : struct, Enum
    {
        if (Text(option) is not { } text)
        {
            return null;
        }

        var names = System.Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
        return names.TryGetValue(text, out var value)
            ? value
            : throw new QueryException(QueryErrorCodes.UnknownValue, NameOf(option), Texts.OneOf(names.Keys), $"'{text}'");
    }

    /// <summary>The value as a whole number from 0, or null where it is left out.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public long? Number(OptionInfo option) => Text(option) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new QueryException(QueryErrorCodes.BadForm, NameOf(option), "a whole number from 0", $"'{text}'");

    /// <summary>The value as a civil date, or null where it is left out.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public LocalDate? Date(OptionInfo option) => Text(option) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value.Year: >= 1900 and <= 2200 } parsed ? parsed.Value
        : throw new QueryException(QueryErrorCodes.BadForm, NameOf(option), "a civil date from 1900 to 2200 such as 2030-05-08", $"'{text}'");

    /// <summary>The value as a time zone; that of the case where it is left out.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public DateTimeZone Zone(OptionInfo option, Case @case) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(Text(option) ?? @case.Zone)
        ?? throw new QueryException(QueryErrorCodes.UnknownValue, NameOf(option), "an IANA zone such as Europe/Zurich", $"'{Text(option) ?? @case.Zone}'");

    /// <summary>The value as an area of the case, by code or name, or null where it is left out.</summary>
    /// <exception cref="QueryException">The case knows no such area.</exception>
    public AreaCode? Area(OptionInfo option, Case @case) => Text(option) is not { } text ? null
        : @case.Places.FindByName(text)?.Code ?? throw new QueryException(
            QueryErrorCodes.UnknownValue, NameOf(option), $"a known area, such as {string.Join(", ", @case.Places.Nearest(text))} (see 'holdfire places')", $"'{text}'");
}
