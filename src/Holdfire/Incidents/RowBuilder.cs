using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Reports;
using Holdfire.Sources;
using Holdfire.Time;

namespace Holdfire.Incidents;

/// <summary>Turns reports into rows at one parameter set.</summary>
internal sealed class RowBuilder
{
    private const double UnknownShare = 0.05;
    private readonly FusionParameters parameters;
    private readonly ReportPlaces places;
    private readonly ActTable acts;
    private readonly Dictionary<ActCode, byte> actIndex;
    private readonly Dictionary<SourceId, int> sources = [];
    private readonly Dictionary<PartyId, int> actors = [];
    private readonly double burstKm;

    public RowBuilder(FusionParameters parameters, Gazetteer gazetteer, IEnumerable<Source> known, ActTable acts)
    {
        this.parameters = parameters;
        places = new ReportPlaces(gazetteer, known);
        this.acts = acts;
        actIndex = acts.Codes.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => (byte)x.i);
        burstKm = parameters.BurstKm * parameters.BurstKm;
    }

    /// <summary>Notes the source and actor of a report. Rows may be made at once by several threads once all are noted.</summary>
    public void Note(Report report)
    {
        sources.TryAdd(report.Source, sources.Count);
        if (report.AllegedActor is { } actor)
        {
            actors.TryAdd(actor, actors.Count);
        }
    }

    /// <summary>The row of a report that was noted.</summary>
    public FusionRow Row(Report report)
    {
        var own = parameters.Sources.GetValueOrDefault(report.Source.Value)
            ?? new SourceParameters(parameters.PlaceErrorKm, parameters.TimeErrorHours, 0, 0, 0);
        var row = new FusionRow
        {
            Act = actIndex[report.Act],
            Actor = report.AllegedActor is { } actor
                ? new Named(actors[actor], Share(parameters.Background.ActorShares, actor.Value)) : Named.None,
            Target = report.Target == TargetKind.Unknown
                ? Named.None : new Named((int)report.Target, Share(parameters.Background.TargetShares, report.Target.ToString())),
            Source = sources[report.Source],
            LinkBits = own.LinkBits,
            CountKey = (byte)(((int)report.Measure * 16) + (int)report.Unit),
            Count = Quantity.OfCount(report.Count, parameters, own.CountBias),
            Killed = Quantity.OfHarm(report.Harm.Killed, parameters),
            Injured = Quantity.OfHarm(report.Harm.Injured, parameters),
            IsAggregate = report.IsAggregate,
            IsSingledOut = report.Window.Precision is TimePrecision.Minute or TimePrecision.Hour || report.Count.Min > 1 ||
                report.Harm.Killed?.Min > 0 || report.Harm.Injured?.Min > 0,
        };
        if (places.CircleOf(report) is { } circle && ReportHours.Of(report) is { } hours)
        {
            Locate(ref row, circle, hours, own);
        }

        return row;
    }

    private static double Share(ImmutableSortedDictionary<string, double> shares, string name) =>
        Math.Clamp(shares.GetValueOrDefault(name, UnknownShare), 0.01, 0.99);

    private void Locate(ref FusionRow row, GeoCircle circle, (double Start, double End) hours, SourceParameters own)
    {
        (row.X, row.Y, row.Z) = Sphere.Point(circle.Centre);
        (row.Latitude, row.Longitude) = (circle.Centre.Latitude, circle.Centre.Longitude);

        // The variance along an axis of a point that may be anywhere in a disc is a quarter of the squared radius.
        row.PlaceVariance = (circle.RadiusKm * circle.RadiusKm / 4) + (own.PlaceErrorKm * own.PlaceErrorKm);
        (row.Start, row.End, row.TimeError) = (hours.Start - own.LagHours, hours.End - own.LagHours, own.TimeErrorHours);
        var length = row.End - row.Start;
        row.TimeVariance = (length * length / 12) + (row.TimeError * row.TimeError);
        row.IsComparable = circle.RadiusKm <= parameters.LargestRadiusKm && length <= parameters.LongestWindowHours;
        var map = row.IsAggregate ? parameters.Background.Aggregate : parameters.Background.Single;
        var density = map.At(circle.Centre, (row.Start + row.End) / 2, Math.Sqrt(row.PlaceVariance));
        if (!row.IsAggregate)
        {
            density += parameters.BurstReports / (2 * Math.PI * (burstKm + row.PlaceVariance))
                / Math.Sqrt(2 * Math.PI * ((parameters.BurstHours * parameters.BurstHours) + row.TimeVariance));
        }

        row.LnDensity = Math.Log(density);
        row.PeakBits = Bounds.PeakBits(row, parameters);
        row.MostOtherBits = Bounds.OtherBits(row, parameters, acts.MostBits[row.Act]);
    }
}
