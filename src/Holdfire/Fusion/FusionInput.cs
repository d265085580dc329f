using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.Fusion;

/// <summary>All that fusion depends on.</summary>
/// <param name="Reports">The reports, in any order.</param>
/// <param name="Places">The places that they name.</param>
/// <param name="Sources">The sources, whose scope stands for a place that is not said.</param>
/// <param name="Parameters">The parameter set.</param>
/// <param name="Pins">What people decided.</param>
public sealed record FusionInput(
    IReadOnlyCollection<Report> Reports, Gazetteer Places, ImmutableArray<Source> Sources, FusionParameters Parameters,
    ImmutableArray<Pin> Pins)
{
    /// <summary>The reports of a case at a set of parameters.</summary>
    public static FusionInput Of(Case @case, FusionParameters parameters) =>
        new(@case.Reports, @case.Places, @case.Sources, parameters, @case.Pins);

    /// <summary>The reports of a case at the shipped parameters, with the case's own reports as background.</summary>
    public static FusionInput Of(Case @case) => Of(@case, FusionParameters.Defaults with
    {
        Version = FusionParameters.Defaults.Version + "+case",
        Background = BackgroundMap.Of(@case.Reports, @case.Places, @case.Sources),
    });
}
