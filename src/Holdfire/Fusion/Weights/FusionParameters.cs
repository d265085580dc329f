using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Holdfire.Fusion;

/// <summary>
/// Everything that fusion knows beside the reports and pins: a versioned set of numbers. At a fixed set the result is a pure
/// function of the reports. docs/fusion.md describes each number and the formula that it stands in.
/// </summary>
public sealed record FusionParameters
{
    /// <summary>A name for this set, unique to its content by whoever made it.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// The prior weight of each report that joins an event, bits: log2 of the further reports that a report's event is
    /// expected to have, over one.
    /// </summary>
    public required double LinkBits { get; init; }

    /// <summary>Pairs whose weight is below this are no candidates: they alone never bring two reports together, bits.</summary>
    public required double ThresholdBits { get; init; }

    /// <summary>No group holds a pair whose weight is below this, whatever the others of the group say, bits.</summary>
    public required double GroupBits { get; init; }

    /// <summary>The most that place and time together may weigh for each joining report, bits: their errors go together.</summary>
    public required double MostPlaceTimeBits { get; init; }

    /// <summary>Reports further apart than this many joint standard deviations in place or in time are never of one event.</summary>
    public required double GateDeviations { get; init; }

    /// <summary>The standard deviation of a place beyond its stated radius, along each axis, km.</summary>
    public required double PlaceErrorKm { get; init; }

    /// <summary>The standard deviation of a time beyond its stated window, hours.</summary>
    public required double TimeErrorHours { get; init; }

    /// <summary>
    /// The degrees of freedom of the errors of place and time (Student's t): the fewer, the more often a place or time is
    /// far off.
    /// </summary>
    public required double TailFreedom { get; init; }

    /// <summary>The share of reports of one event with clock times that give the same minute.</summary>
    public required double SameMinuteShare { get; init; }

    /// <summary>The share of reports that name a wrong act.</summary>
    public required double ActError { get; init; }

    /// <summary>How often a report names the next coarser act, against the act itself.</summary>
    public required double ActCoarser { get; init; }

    /// <summary>The share of reports that name a wrong actor, among those that name one.</summary>
    public required double ActorError { get; init; }

    /// <summary>The share of reports that name a wrong target, among those that name one.</summary>
    public required double TargetError { get; init; }

    /// <summary>The mean of the natural logarithm of counts.</summary>
    public required double CountMean { get; init; }

    /// <summary>The standard deviation of the natural logarithm of true counts.</summary>
    public required double CountSpread { get; init; }

    /// <summary>The standard deviation of a reported count about the true one, natural logarithm.</summary>
    public required double CountError { get; init; }

    /// <summary>The mean of ln(1 + killed or injured).</summary>
    public required double HarmMean { get; init; }

    /// <summary>The standard deviation of ln(1 + killed or injured) among events.</summary>
    public required double HarmSpread { get; init; }

    /// <summary>The standard deviation of a reported ln(1 + killed or injured) about the true one.</summary>
    public required double HarmError { get; init; }

    /// <summary>Reports of other events to be expected in the burst about an event, beyond the background.</summary>
    public required double BurstReports { get; init; }

    /// <summary>The standard deviation of a burst along each axis, km.</summary>
    public required double BurstKm { get; init; }

    /// <summary>The standard deviation of a burst in time, hours.</summary>
    public required double BurstHours { get; init; }

    /// <summary>What the same words from the same source weigh for a repetition, bits.</summary>
    public required double RepeatBits { get; init; }

    /// <summary>What it weighs that a source tells of an event again in other words, bits.</summary>
    public required double AgainBits { get; init; }

    /// <summary>The power that odds are raised to before they become probabilities: fields and reports err together.</summary>
    public required double EvidencePower { get; init; }

    /// <summary>
    /// The least by which one event must outweigh separate ones for a report to be put with others that gives no point, only an area,
    /// bits: several like events may lie in an area. It changes no probability.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double AreaBits { get; init; }

    /// <summary>Reports with a larger radius are fused only by what they or people say, km.</summary>
    public required double LargestRadiusKm { get; init; }

    /// <summary>Reports with a longer window are fused only by what they or people say, hours.</summary>
    public required double LongestWindowHours { get; init; }

    /// <summary>What has been learnt about single sources, by source id.</summary>
    public required ImmutableSortedDictionary<string, SourceParameters> Sources { get; init; }

    /// <summary>How many unrelated reports are to be expected where and when.</summary>
    public required BackgroundMap Background { get; init; }

    /// <summary>The shipped set, without a background of its own.</summary>
    public static FusionParameters Defaults { get; } = FusionParametersText.ReadDefaults();

    /// <summary>What is wrong with the numbers, one line each; empty where nothing is.</summary>
    public ImmutableArray<string> Faults()
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        if (string.IsNullOrWhiteSpace(Version))
        {
            faults.Add("version: expected a name and version of the set, found none");
        }

        Within("link_bits", LinkBits, -30, 30);
        Within("threshold_bits", ThresholdBits, -30, 0);
        Within("group_bits", GroupBits, -60, 0);
        Within("most_place_time_bits", MostPlaceTimeBits, 0, 60);
        Within("gate_deviations", GateDeviations, 1, 10);
        Within("place_error_km", PlaceErrorKm, 0.001, 1000);
        Within("time_error_hours", TimeErrorHours, 0.001, 1000);
        Within("tail_freedom", TailFreedom, 0.5, 100);
        Within("same_minute_share", SameMinuteShare, 0, 0.99);
        Within("act_error", ActError, 1e-6, 0.999);
        Within("act_coarser", ActCoarser, 1e-6, 1);
        Within("actor_error", ActorError, 1e-6, 0.5);
        Within("target_error", TargetError, 1e-6, 0.5);
        Within("count_mean", CountMean, -10, 20);
        Within("count_spread", CountSpread, 0.001, 10);
        Within("count_error", CountError, 0.001, 10);
        Within("harm_mean", HarmMean, -10, 20);
        Within("harm_spread", HarmSpread, 0.001, 10);
        Within("harm_error", HarmError, 0.001, 10);
        Within("burst_reports", BurstReports, 0, 1e6);
        Within("burst_km", BurstKm, 0.001, 1000);
        Within("burst_hours", BurstHours, 0.001, 1000);
        Within("repeat_bits", RepeatBits, -30, 30);
        Within("evidence_power", EvidencePower, 0.05, 1);
        Within("area_bits", AreaBits, 0, 30);
        Within("again_bits", AgainBits, -30, 0);
        Within("largest_radius_km", LargestRadiusKm, 0, 1000);
        Within("longest_window_hours", LongestWindowHours, 0, 1000);
        foreach (var (id, source) in Sources)
        {
            Within($"sources.{id}.place_error_km", source.PlaceErrorKm, 0.001, 1000);
            Within($"sources.{id}.time_error_hours", source.TimeErrorHours, 0.001, 1000);
            Within($"sources.{id}.lag_hours", source.LagHours, -1000, 1000);
            Within($"sources.{id}.count_bias", source.CountBias, -10, 10);
            Within($"sources.{id}.link_bits", source.LinkBits, -30, 30);
        }

        faults.AddRange(Background.Faults());
        return faults.ToImmutable();

        void Within(string name, double value, double least, double most)
        {
            if (!(value >= least && value <= most))
            {
                faults.Add(FormattableString.Invariant($"{name}: expected a number from {least} to {most}, found {value}"));
            }
        }
    }
}
