using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages.Markup;

/// <summary>Times with their UTC set apart in small print.</summary>
internal static class When
{
    public static object[] Of(TimeWindow window) => Split(Show.Window(window));

    public static object[] Of(Interval span, string zone) => Split(Show.Days(span, zone));

    public static object[] Of(Instant at, string zone) => Split(Show.Time(at, zone));

    private static object[] Split(string text)
    {
        var at = text.IndexOf(" = ", StringComparison.Ordinal);
        return at < 0 ? [text] : [text[..at], " ", Html.El("small", Html.Class("utc"), text[(at + 1)..])];
    }
}
