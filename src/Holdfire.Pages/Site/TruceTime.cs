using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using NodaTime;

namespace Holdfire.Pages.Site;

/// <summary>Where a truce stands in time: how long it still runs, or since when it has ended.</summary>
internal static class TruceTime
{
    /// <summary>The line. Without an instant at which it is said, it has the times in force alone.</summary>
    /// <param name="frame">What stands around the page.</param>
    /// <param name="truce">The truce.</param>
    public static XElement Of(SiteFrame frame, Truce truce)
    {
        if (truce.InForce.IsEmpty)
        {
            return Line(frame, "never", frame.Say("truce.never", ("time", Planned(frame, truce))));
        }

        var ends = truce.InForce.Where(f => f.When.HasEnd).Select(f => f.When.End).ToList();
        var isOpen = truce.InForce.Any(f => !f.When.HasEnd);
        var starts = truce.InForce.Where(f => f.When.HasStart).Select(f => f.When.Start).ToList();
        return frame.Now is not { } now ? Line(frame, "fixed", frame.Say("truce.span", ("time", Span(frame, truce)))) : truce.At(now) switch
        {
            TruceState.InForce when isOpen || ends.Count == 0 => Line(frame, "now", frame.Say("truce.until-ended", ("time", Span(frame, truce)))),
            TruceState.InForce => Line(frame, "now", frame.Say("truce.now", ("left", Length(frame, ends.Max() - now)), ("end", At(truce, ends.Max())))),
            TruceState.Ended when ends.Count > 0 => Line(frame, "ended", frame.Say("truce.ended", ("end", At(truce, ends.Max())), ("ago", Length(frame, now - ends.Max())))),
            TruceState.NotBegun when starts.Count > 0 => Line(frame, "before", frame.Say("truce.before", ("start", At(truce, starts.Min())), ("left", Length(frame, starts.Min() - now)))),
            TruceState.Between => Line(frame, "between", frame.Say("truce.between", ("time", Span(frame, truce)))),
            _ => Line(frame, "unknown", frame.Say("truce.unknown", ("time", Span(frame, truce)))),
        };
    }

    private static XElement Line(SiteFrame frame, string state, object[] words) => Html.El("p", Html.Class($"state {state}"), words);

    private static XElement Planned(SiteFrame frame, Truce truce) => Html.El("span", frame.InEnglish, When.Of(truce.Intended, truce.Zone));

    private static XElement Span(SiteFrame frame, Truce truce)
    {
        Instant? start = truce.InForce.Any(f => !f.When.HasStart) ? null : truce.InForce.Min(f => f.When.Start);
        Instant? end = truce.InForce.Any(f => !f.When.HasEnd) ? null : truce.InForce.Max(f => f.When.End);
        return Html.El("span", frame.InEnglish, When.Of(new Interval(start, end), truce.Zone));
    }

    private static string At(Truce truce, Instant at) => Show.Civil(at, truce.Zone);

    // Days and hours: the page is made anew each hour.
    private static string Length(SiteFrame frame, Duration time)
    {
        var (days, hours) = ((long)time.TotalDays, (long)time.TotalHours % 24);
        return days >= 10 || hours == 0 ? frame.Text("time.days", ("days", Show.Whole(days))) : days == 0 ? frame.Text("time.hours", ("hours", Show.Whole(hours)))
            : frame.Text("time.days-hours", ("days", Show.Whole(days)), ("hours", Show.Whole(hours)));
    }
}
