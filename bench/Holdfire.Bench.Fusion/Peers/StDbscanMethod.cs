using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Bench.Fusion.Judging;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>ST-DBSCAN over a sweep of its three settings.</summary>
internal sealed class StDbscanMethod : IMethod
{
    private static readonly ImmutableArray<StDbscan> All =
    [
        .. from km in (double[])[0.5, 1, 3, 5, 10, 25]
           from minutes in (double[])[10, 30, 120, 720]
           from least in (int[])[2, 3]
           select new StDbscan(km, minutes, least),
    ];

    public string Name => "ST-DBSCAN";

    public string? Choose(CaseInput input, Truth truth) =>
        Sweep.Best(All.Select(s => (Text(s), (Grouping?)Of(input, s))), truth);

    public Grouping? Group(CaseInput input, string setting) => Of(input, All.Single(s => Text(s) == setting));

    private static Grouping Of(CaseInput input, StDbscan scan) => Groupings.WithOwnLinks(input.Reports, scan.Group(input.Reports));

    private static string Text(StDbscan s) => string.Create(
        CultureInfo.InvariantCulture, $"{s.Km} km, {s.Minutes} min, {s.MinPoints} points");
}
