using System.Collections.Frozen;
using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.Fusion;

/// <summary>Turns reports into rows at one parameter set.</summary>
internal sealed class RowBuilder
{
    private const double UnknownShare = 0.05;
    private readonly FusionParameters parameters;
    private readonly ReportPlaces places;
    private readonly FrozenSet<SourceId> distinct;
    private readonly DensityLookup single, aggregate;
    private readonly Dictionary<ActCode, byte> actIndex;
    private readonly Dictionary<SourceId, (int Number, SourceParameters Own)> sources;
    private readonly Dictionary<PartyId, Named> actors;
    private readonly Dictionary<TargetKind, Named> targets;
    private readonly Dictionary<(Measure, CountUnit), byte> countKeys;
    private readonly SourceParameters usual;
    private readonly double burstKm;

    /// <summary>A builder of rows.</summary>
    /// <param name="parameters">The parameter set.</param>
    /// <param name="gazetteer">The places that reports name.</param>
    /// <param name="known">The sources.</param>
    /// <param name="acts">The acts, by which they are numbered.</param>
    /// <param name="earlier">One of the same parameters, whose numbers of sources, actors, targets and units are kept; null for none.</param>
    public RowBuilder(FusionParameters parameters, Gazetteer gazetteer, IEnumerable<Source> known, ActTable acts, RowBuilder? earlier = null)
    {
        this.parameters = parameters;
        ImmutableArray<Source> all = [.. known];
        places = new ReportPlaces(gazetteer, all);
        distinct = all.Where(s => s.Rows == SourceRows.DistinctEvents).Select(s => s.Id).ToFrozenSet();
        (single, aggregate) = (new DensityLookup(parameters.Background.Single), new DensityLookup(parameters.Background.Aggregate));
        actIndex = acts.Codes.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => (byte)x.i);
        targets = new(earlier?.targets ?? new() { [TargetKind.Unknown] = Named.None });
        (sources, actors, countKeys) = (new(earlier?.sources ?? []), new(earlier?.actors ?? []), new(earlier?.countKeys ?? []));
        usual = new SourceParameters(parameters.PlaceErrorKm, parameters.TimeErrorHours, 0, 0, 0);
        burstKm = parameters.BurstKm * parameters.BurstKm;
    }

    /// <summary>Notes the source, actor, target and unit of a report. Rows may be made at once by several threads once all are noted.</summary>
    public void Note(Report report)
    {
        if (!sources.ContainsKey(report.Source))
        {
            sources.Add(report.Source, (sources.Count, parameters.Sources.GetValueOrDefault(report.Source.Value) ?? usual));
        }

        if (report.AllegedActor is { } actor && !actors.ContainsKey(actor))
        {
            actors.Add(actor, new Named(actors.Count, Share(parameters.Background.ActorShares, actor.Value)));
        }

        if (!targets.ContainsKey(report.Target))
        {
            targets.Add(report.Target, new Named(targets.Count, Share(parameters.Background.TargetShares, BackgroundMap.NameOf(report.Target))));
        }

        countKeys.TryAdd((report.Measure, report.Unit), checked((byte)countKeys.Count));
    }

    /// <summary>Fills in the row of a report that was noted.</summary>
    public void Fill(out FusionRow row, Report report)
    {
        var (source, own) = sources[report.Source];
        row = new FusionRow
        {
            Act = actIndex[report.Act],
            Actor = report.AllegedActor is { } actor ? actors[actor] : Named.None,
            Target = targets[report.Target],
            Source = source,
            LinkBits = own.LinkBits,
            Published = report.Published is { } told ? ReportHours.Of(told) : double.NaN,
            CountKey = countKeys[(report.Measure, report.Unit)],
            Count = Quantity.OfCount(report.Count, parameters, own.CountBias),
            Killed = Quantity.OfHarm(report.Harm.Killed, parameters),
            Injured = Quantity.OfHarm(report.Harm.Injured, parameters),
            IsAggregate = report.IsAggregate,
            IsAreaAlone = report.Point is null && !report.IsAggregate,
            IsDistinct = distinct.Contains(report.Source),
            IsSingledOut = report.Window.Precision is TimePrecision.Minute or TimePrecision.Hour || report.Count.Min > 1 ||
                report.Harm.Killed?.Min > 0 || report.Harm.Injured?.Min > 0,
        };
        if (places.CircleOf(report) is { } circle && ReportHours.Of(report) is { } hours)
        {
            Locate(ref row, report, circle, hours, own);
        }
    }

    private static double Share(ImmutableSortedDictionary<string, double> shares, string name) =>
        Math.Clamp(shares.GetValueOrDefault(name, UnknownShare), 0.01, 0.99);

    private void Locate(ref FusionRow row, Report report, GeoCircle circle, (double Start, double End) hours, SourceParameters own)
    {
        (row.X, row.Y, row.Z) = Sphere.Point(circle.Centre);
        (row.Latitude, row.Longitude) = (circle.Centre.Latitude, circle.Centre.Longitude);

        // The variance along an axis of a point that may be anywhere in a disc is a quarter of the squared radius.
        row.PlaceVariance = (circle.RadiusKm * circle.RadiusKm / 4) + (own.PlaceErrorKm * own.PlaceErrorKm);
        (row.Start, row.End, row.TimeError) = (hours.Start - own.LagHours, hours.End - own.LagHours, own.TimeErrorHours);
        row.ToldEnd = ReportHours.Of(report.Window.Extent.End) - own.LagHours;
        var length = row.End - row.Start;
        row.TimeVariance = (length * length / 12) + (row.TimeError * row.TimeError);
        (row.LnPlaceVariance, row.LnTimeExtent) = (Math.Log(row.PlaceVariance), Math.Log(row.HasEdges ? length : row.TimeVariance));
        row.IsComparable = circle.RadiusKm <= parameters.LargestRadiusKm && length <= parameters.LongestWindowHours && CellIndex.HasCell(row, parameters.GateDeviations);
        var density = (row.IsAggregate ? aggregate : single).At(circle.Centre, (row.Start + row.End) / 2, Math.Sqrt(row.PlaceVariance));
        if (!row.IsAggregate)
        {
            density += parameters.BurstReports / (2 * Math.PI * (burstKm + row.PlaceVariance))
                / Math.Sqrt(2 * Math.PI * ((parameters.BurstHours * parameters.BurstHours) + row.TimeVariance));
        }

        row.LnDensity = Math.Log(density);
        Bounds.Fill(ref row, parameters);
    }
}
