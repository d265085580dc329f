using System.Globalization;
using Holdfire.Assessment;
using Holdfire.Method;
using MathNet.Numerics.Distributions;

// Mean, dispersion (variance over mean) and day-to-day correlation of published claims per day, March to May 2025.
(string Name, double Mean, double Dispersion, double Correlation)[] kinds =
[
    ("one-way drones launched, by the air force of one side", 115.6, 35.8, 0.36),
    ("drones destroyed, by the ministry of the other side", 66.5, 122.3, 0.12),
    ("ballistic missiles launched, by the air force of one side", 1.21, 5.1, 0.11),
];
double[] drops = [0.75, 0.5, 0.25];
double[] powers = [0.5, 0.25, 0.1];
var at = Array.IndexOf(args, "--series");
var series = at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 2000;

Console.WriteLine($"{series} series each; shares with their exact 95 % binomial intervals");
Console.WriteLine("placebo (no change): share of wrong verdicts");
Console.WriteLine("| series | truce days | false held, reduced or worse | cannot say | no clear change |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
Each([2, 4, 14, 28], (kind, source, days) =>
{
    var found = Study.Run(source, series, days, 1);
    var wrong = found.Count(o => o.Verdict is not (Verdict.CannotSay or Verdict.NoClearChange));
    Row(kind, days, Share(wrong), Share(found.Count(o => o.Verdict == Verdict.CannotSay)),
        Share(found.Count(o => o.Verdict == Verdict.NoClearChange)));
});

Console.WriteLine();
Console.WriteLine("simulated drops: share of intervals that hold the true ratio, exact windows");
Console.WriteLine("| series | truce days | ratio 0.75 | ratio 0.5 | ratio 0.25 |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
Each([4, 14, 28], (kind, source, days) =>
    Row(kind, days, [.. drops.Select(r => Share(
        Study.Run(source, series, days, r).Count(o => o.Ratio is { } i && i.Low <= r && (i.High ?? double.MaxValue) >= r)))]));

Console.WriteLine();
Console.WriteLine("power: share of intervals wholly below 1");
Console.WriteLine("| series | truce days | drop of 50 % | drop of 75 % | drop of 90 % |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
Each([2, 4, 14, 28], (kind, source, days) =>
    Row(kind, days, [.. powers.Select(r => Share(Study.Run(source, series, days, r).Count(o => o.Shown)))]));

void Each(int[] lengths, Action<string, SyntheticSeries, int> run)
{
    foreach (var kind in kinds)
    {
        foreach (var days in lengths)
        {
            run(kind.Name, new SyntheticSeries(kind.Mean, kind.Dispersion, kind.Correlation, 20250318 + days), days);
        }
    }
}

string Share(int count)
{
    var low = count == 0 ? 0 : Beta.InvCDF(count, series - count + 1, 0.025);
    var high = count == series ? 1 : Beta.InvCDF(count + 1, series - count, 0.975);
    return string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / series:0.0} % ({100 * low:0.0}–{100 * high:0.0})");
}

void Row(string kind, int days, params string[] cells) =>
    Console.WriteLine(FormattableString.Invariant($"| {kind} | {days} | {string.Join(" | ", cells)} |"));
