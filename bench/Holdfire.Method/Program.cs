using System.Globalization;
using Holdfire.Assessment;
using Holdfire.Method;
using Holdfire.CaseFormat;
using MathNet.Numerics.Distributions;

var folder = Argument("--case") ?? Path.Combine("cases", "ukraine-2025");
if (CaseFolder.Load(folder) is not { Case: { } record })
{
    Console.Error.WriteLine($"{folder}: not a case without faults; name one with --case");
    return 2;
}

List<SeriesKind> kinds = [.. Fit.Of(record), .. Fit.Published];
double[] drops = [0.75, 0.5, 0.25];
double[] powers = [0.5, 0.25, 0.1];
var series = int.Parse(Argument("--series") ?? "2000", CultureInfo.InvariantCulture);

Console.WriteLine("series fitted to the days with data");
Console.WriteLine("| series | days | mean | variance over mean | lag-1 correlation |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
foreach (var k in kinds)
{
    Console.WriteLine(FormattableString.Invariant($"| {k.Name} | {k.Days} | {k.Mean:0.0} | {k.Dispersion:0.0} | {k.Correlation:0.00} |"));
}

Console.WriteLine();
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
Console.WriteLine("the same where every claim is a night that straddles midnight");
Console.WriteLine("| series | truce days | ratio 0.75 | ratio 0.5 | ratio 0.25 |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
Each([4, 14, 28], (kind, source, days) =>
    Row(kind, days, [.. drops.Select(r => Share(
        Study.RunStraddling(source, series, days, r).Count(o => o.Ratio is { } i && i.Low <= r && (i.High ?? double.MaxValue) >= r)))]));

Console.WriteLine();
Console.WriteLine("power: share of intervals wholly below 1; beside it the share of cannot say, and the power were the spread of the days known");
Console.WriteLine("| series | truce days | drop of 50 % | drop of 75 % | then cannot say | drop of 90 % | drop of 75 %, spread known |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
Each([2, 4, 14, 28], (kind, source, days) =>
{
    var found = powers.Select(r => Study.Run(source, series, days, r)).ToArray();
    var known = Study.Run(kind.Source(days), series, days, powers[1], kind.Known);
    Row(kind, days, Shown(found[0]), Shown(found[1]), Share(found[1].Count(o => o.Verdict == Verdict.CannotSay)), Shown(found[2]), Shown(known));
});

Console.WriteLine();
Console.WriteLine("placebo truces in the published claims, disjoint windows with 28 days before them");
Console.WriteLine("| days | windows | lines | held, reduced or worse | exact 95 % interval | no clear change | cannot say |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
foreach (var days in (int[])[2, 4, 7, 14])
{
    var (windows, verdicts) = Placebo.Run(record, days);
    var wrong = verdicts.Count(v => v is not (Verdict.CannotSay or Verdict.NoClearChange));
    Console.WriteLine($"| {days} | {windows} | {verdicts.Count} | {wrong} | {Exact(wrong, verdicts.Count)} "
        + $"| {verdicts.Count(v => v == Verdict.NoClearChange)} | {verdicts.Count(v => v == Verdict.CannotSay)} |");
}

return 0;

string? Argument(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

void Each(int[] lengths, Action<SeriesKind, SyntheticSeries, int> run)
{
    foreach (var kind in kinds)
    {
        foreach (var days in lengths)
        {
            run(kind, kind.Source(days), days);
        }
    }
}

string Share(int count) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / series:0.0} % ({Exact(count, series)})");

// Clopper–Pearson, in percent.
string Exact(int count, int of)
{
    var low = count == 0 ? 0 : Beta.InvCDF(count, of - count + 1, 0.025);
    var high = count == of ? 1 : Beta.InvCDF(count + 1, of - count, 0.975);
    return string.Create(CultureInfo.InvariantCulture, $"{100 * low:0.0}–{100 * high:0.0}");
}

string Shown(List<Study.Outcome> found) => Share(found.Count(o => o.Shown));

void Row(SeriesKind kind, int days, params string[] cells) =>
    Console.WriteLine(FormattableString.Invariant($"| {kind.Name} | {days} | {string.Join(" | ", cells)} |"));
