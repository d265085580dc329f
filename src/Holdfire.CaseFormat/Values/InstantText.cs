using NodaTime;
using NodaTime.Text;

namespace Holdfire.CaseFormat;

/// <summary>Instants as case files write them: <c>2030-03-01T04:07Z</c>; seconds are read too.</summary>
public static class InstantText
{
    /// <summary>What is expected, for messages.</summary>
    public const string Form = "an instant such as 2030-03-01T04:07Z";

    private static readonly InstantPattern Minutes = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    /// <summary>Reads an instant.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Instant instant)
    {
        if (text.Length == 17 && text[16] == 'Z' && CivilText.TryParseTime(text[..16], out var time))
        {
            instant = time.InUtc().ToInstant();
            return true;
        }

        var parsed = InstantPattern.ExtendedIso.Parse(text.ToString());
        instant = parsed.Success ? parsed.Value : default;
        return parsed.Success && instant.InUtc().Year is >= 1 and <= 9998;
    }

    /// <summary>The instant in a form that <see cref="TryParse"/> reads back to the same.</summary>
    public static string Format(Instant instant)
    {
        var text = Minutes.Format(instant);
        return TryParse(text, out var back) && back == instant ? text : InstantPattern.ExtendedIso.Format(instant);
    }
}
