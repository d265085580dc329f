using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Which events a query is asked about. What an event leaves open never keeps it out.</summary>
public sealed class EventFilter
{
    private readonly ActCode? act;
    private readonly PartyId? actor;
    private readonly HashSet<SourceId>? sources;
    private readonly AreaFilter? area;
    private readonly CircleFilter? near;
    private readonly Interval? days;

    private EventFilter(QueryArguments arguments, Case @case)
    {
        act = arguments.Known(Act, @case.Codes.Acts);
        actor = arguments.Known(Actor, @case.Parties.Select(p => p.Id));
        sources = SourcesOf(arguments, @case);
        area = arguments.Area(Area, @case) is { } code ? new AreaFilter(@case.Places, code) : null;
        near = CircleOf(arguments) is { } circle ? new CircleFilter(@case.Places, circle) : null;
        days = DaysOf(arguments, @case);
    }

    /// <summary><c>--act</c>: this act and those below it.</summary>
    public static OptionInfo Act { get; } = new("--act", "CODE", "only events of this act, with all below it");

    /// <summary><c>--actor</c>, formerly <c>--side</c>: a report names this party as the one that did it.</summary>
    public static OptionInfo Actor { get; } = CommonOptions.Actor("only events that a report says this party did") with { Aliases = ["--side"] };

    /// <summary><c>--claimant</c>: a source of this party tells of it.</summary>
    public static OptionInfo Claimant { get; } = CommonOptions.Claimant("only events that a source of this party tells of");

    /// <summary><c>--source</c>: this source tells of it.</summary>
    public static OptionInfo Source { get; } = CommonOptions.Source("only events that this source tells of");

    /// <summary><c>--area</c>: it may lie in this area.</summary>
    public static OptionInfo Area { get; } = CommonOptions.Area("only events that may lie in this area, by code or name") with { Aliases = ["--region"] };

    /// <summary><c>--near</c>: it may lie within <see cref="Km"/> of this point.</summary>
    public static OptionInfo Near { get; } = new(
        "--near", "LAT,LON", "only events that may lie within --km of this point, WGS 84 degrees such as 48.62,37.99");

    /// <summary><c>--km</c>: the distance of <see cref="Near"/>.</summary>
    public static OptionInfo Km { get; } = new("--km", "N", "the distance for --near, in kilometres");

    /// <summary><c>--from</c>: the first civil day.</summary>
    public static OptionInfo From { get; } = CommonOptions.From("only events that may have been on or after this civil day in --tz");

    /// <summary><c>--to</c>: the last civil day.</summary>
    public static OptionInfo To { get; } = CommonOptions.To("only events that may have been on or before this civil day in --tz");

    /// <summary>All of them, with the zone of the days.</summary>
    public static ImmutableArray<OptionInfo> Options { get; } = [Act, Actor, Claimant, Source, Area, Near, Km, From, To, CommonOptions.Zone];

    /// <summary>Reads the options.</summary>
    /// <exception cref="QueryException">One of them is wrong.</exception>
    public static EventFilter Of(QueryArguments arguments, Case @case) => new(arguments, @case);

    /// <summary>Whether the event may be one of those asked about.</summary>
    public bool Lets(FilteredEvent e) =>
        (act is not { } asked || asked.Contains(e.Act))
        && (actor is not { } who || e.Actors.Contains(who))
        && (sources is null || e.Reports.Any(r => sources.Contains(r.Source)))
        && (days is not { } span || Intervals.Overlap(span, e.Window))
        && (area?.MayHold(e.Areas, e.Point, e.Scopes) ?? true)
        && (near?.MayHold(e.Areas, e.Point, e.Scopes) ?? true);

    /// <summary>The sources that <see cref="Claimant"/> and <see cref="Source"/> leave; null where neither is given.</summary>
    /// <exception cref="QueryException">One of them is unknown.</exception>
    internal static HashSet<SourceId>? SourcesOf(QueryArguments arguments, Case @case)
    {
        var claimant = arguments.Known(Claimant, @case.Parties.Select(p => p.Id));
        var source = arguments.Known(Source, @case.Sources.Where(s => claimant is null || s.Party == claimant).Select(s => s.Id));
        return claimant is null && source is null ? null
            : [.. @case.Sources.Where(s => (source is null || s.Id == source) && (claimant is null || s.Party == claimant)).Select(s => s.Id)];
    }

    private static GeoCircle? CircleOf(QueryArguments arguments)
    {
        if (!arguments.Has(Near) && !arguments.Has(Km))
        {
            return null;
        }

        var (point, km) = (arguments.Required(Near), arguments.Required(Km));
        var numbers = point.Split(',');
        return new GeoCircle(
            numbers.Length == 2 && Number(numbers[0], -90, 90) is { } latitude && Number(numbers[1], -180, 180) is { } longitude
                ? new GeoPoint(latitude, longitude)
                : throw new QueryException(
                    QueryErrorCodes.BadForm, arguments.NameOf(Near), "a latitude from -90 to 90 and a longitude from -180 to 180 such as 48.62,37.99", $"'{point}'"),
            Number(km, 0, GeoCircle.LargestRadiusKm) ?? throw new QueryException(
                QueryErrorCodes.BadForm, arguments.NameOf(Km), FormattableString.Invariant($"kilometres from 0 to {GeoCircle.LargestRadiusKm}"), $"'{km}'"));
    }

    private static double? Number(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most ? number : null;

    /// <summary>The civil days from <see cref="From"/> to <see cref="To"/>, either of which may be open; null where neither is given.</summary>
    /// <exception cref="QueryException">One of them is no day, or they are the wrong way round.</exception>
    internal static Interval? DaysOf(QueryArguments arguments, Case @case)
    {
        var zone = arguments.Zone(CommonOptions.Zone, @case);
        var (first, last) = (arguments.Date(From), arguments.Date(To));
        return first is null && last is null ? null
            : last < first ? throw new QueryException(
                QueryErrorCodes.Conflict, arguments.NameOf(To), $"a day not before {first:uuuu-MM-dd}", $"'{last:uuuu-MM-dd}'")
            : new Interval(first is { } f ? Local.StartOf(f, zone) : null, last is { } l ? Local.StartOf(l.PlusDays(1), zone) : null);
    }
}
