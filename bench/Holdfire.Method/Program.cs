using System.Globalization;
using Holdfire.CaseFormat;
using Holdfire.Method;
using Holdfire.Model;
using MathNet.Numerics.Distributions;

// The method on placebo truces: windows of a real series in which there was none. README in docs/method.md.
//   --case DIR           a case; its own truces, and 28 days before each window, are kept clear
//   --series FILE        a CSV file with a header and rows of date,count; every day between is watched
//   --simulate M,V,S,T   days of mean M, variance over mean V, whose level strays by a standard deviation S (of its logarithm)
//                        and forgets in T days; --days N long (1,500), --seed N
//   --suite              simulated series of every kind; --seeds N of each (2), from --first N (1) on, --kinds A;B for some
//   --core               the same kinds by the comparison alone, many windows in little time; --seeds, --first, --kinds, --lengths as above
//   --whole              of the suite no window with events taken away: a third of the time, and no power
//   --truces             in place of placebos what the primary lines say of the case's own truces
//   --lengths 3,7,14,28  days of a truce
//   --list wrong         each window with a wrong verdict, and what was said of it
if (args.Contains("--suite"))
{
    Suite();
    return 0;
}

if (args.Contains("--core"))
{
    Core();
    return 0;
}

if (SubjectOf() is not { } subject)
{
    Console.Error.WriteLine("name a case with --case, a file with --series, or --simulate MEAN,DISPERSION,DRIFT,DAYS");
    return 2;
}

if (args.Contains("--truces"))
{
    foreach (var line in new PlaceboStudy(subject).Own())
    {
        Console.WriteLine(line);
    }

    return 0;
}

var lengths = (Argument("--lengths") ?? "3,7,14,28").Split(',').Select(l => int.Parse(l, CultureInfo.InvariantCulture));
Console.WriteLine($"{subject.Id}: placebo truces; shares with their exact 95 % intervals");
Console.WriteLine("| days | windows | wrong, primary line | wrong, any line | cannot say | no clear change |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
var found = lengths.Select(days => (Days: days, Of: new PlaceboStudy(subject).Run(days))).ToList();
foreach (var (days, of) in found)
{
    Console.WriteLine(
        $"| {days} | {of.Count} | {Share(of.Count(o => o.IsWrong), of.Count)} | {Share(of.Count(o => o.AnyWrong), of.Count)} "
        + $"| {Share(of.Count(o => o.CannotSay), of.Count)} | {Share(of.Count(o => o.NoClearChange), of.Count)} |");
}

Console.WriteLine();
Console.WriteLine("the same windows with events kept at random: power (the interval lies below 1), verdicts, and intervals that hold the true ratio");
Console.WriteLine("| days | fall of 75 %: shown | held, largely held or reduced | holds the ratio | fall of 50 %: shown | holds the ratio |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
foreach (var (days, of) in found)
{
    var (quarter, half) = (of.ConvertAll(o => o.Quarter), of.ConvertAll(o => o.Half));
    Console.WriteLine(
        $"| {days} | {Share(quarter.Count(t => t.Shown), of.Count)} | {Share(quarter.Count(t => t.Said), of.Count)} | {Share(quarter.Count(t => t.Holds), of.Count)} "
        + $"| {Share(half.Count(t => t.Shown), of.Count)} | {Share(half.Count(t => t.Holds), of.Count)} |");
}

if (Argument("--list") == "wrong")
{
    Console.WriteLine();
    foreach (var (days, of) in found)
    {
        of.FindAll(o => o.IsWrong).ForEach(o => Console.WriteLine($"{days} days from {NodaTime.Text.LocalDatePattern.Iso.Format(o.First)}: {o.Says}"));
    }
}

return 0;

// Each kind, pooled over its series, by the comparison alone.
void Core()
{
    var (seeds, first) = (int.Parse(Argument("--seeds") ?? "8", CultureInfo.InvariantCulture), int.Parse(Argument("--first") ?? "1", CultureInfo.InvariantCulture));
    Console.WriteLine("| series | days | windows | wrong | of these falls | fall of 75 %: said | holds the ratio | no change: holds 1 |");
    Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
    foreach (var days in (Argument("--lengths") ?? "7,14,28").Split(',').Select(l => int.Parse(l, CultureInfo.InvariantCulture)))
    {
        foreach (var kind in Argument("--kinds")?.Split(';') ?? [.. Simulated.Kinds.Select(k => k.Name)])
        {
            var of = Enumerable.Range(first, seeds).AsParallel().SelectMany(seed => CoreStudy.Run(kind, seed, days)).ToList();
            Console.WriteLine(CoreStudy.Row(kind, days, of, of.Count == 0 ? "–" : Share(of.Count(o => o.Fall || o.Rise), of.Count)));
        }
    }
}

// Each kind, pooled over its series. "Went on" is said of what went on, and must not be of what fell to a half or a quarter.
void Suite()
{
    var seeds = int.Parse(Argument("--seeds") ?? "2", CultureInfo.InvariantCulture);
    var first = int.Parse(Argument("--first") ?? "1", CultureInfo.InvariantCulture);
    var kinds = Argument("--kinds")?.Split(';') ?? [.. Simulated.Kinds.Select(k => k.Name)];
    Console.WriteLine("| series | days | windows | wrong | of these falls | cannot say | fall of 75 %: said | holds the ratio | fall of 50 %: said | went on: no change | half | quarter |");
    Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    foreach (var kind in kinds)
    {
        foreach (var days in (Argument("--lengths") ?? "3,7,14,28").Split(',').Select(l => int.Parse(l, CultureInfo.InvariantCulture)))
        {
            var of = Enumerable.Range(first, seeds).SelectMany(seed => new PlaceboStudy(SeriesCase.Of(kind, Simulated.Of(kind, seed)), !args.Contains("--whole")).Run(days)).ToList();
            string Part(Func<PlaceboStudy.Outcome, bool> chosen) => of.Count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * of.Count(chosen) / of.Count:0.0}");
            Console.WriteLine(
                $"| {kind} | {days} | {of.Count} | {Share(of.Count(o => o.IsWrong), of.Count)} | {Part(o => o.IsWrong && !o.Says.StartsWith("Worse", StringComparison.Ordinal))} | {Part(o => o.CannotSay)} "
                + $"| {Part(o => o.Quarter.Said)} | {Part(o => o.Quarter.Holds)} | {Part(o => o.Half.Said)} | {Part(o => o.Unabated)} | {Part(o => o.Half.Unabated)} | {Part(o => o.Quarter.Unabated)} |");
        }
    }
}

Case? SubjectOf() =>
    Argument("--case") is { } folder ? CaseFolder.Load(folder).Case
    : Argument("--series") is { } file ? SeriesCase.Of(Path.GetFileNameWithoutExtension(file), SeriesCase.Read(file))
    : Argument("--simulate") is { } how ? SeriesCase.Of(how, Simulated.Series(
        [.. how.Split(',').Select(p => double.Parse(p, CultureInfo.InvariantCulture))],
        int.Parse(Argument("--days") ?? "1500", CultureInfo.InvariantCulture), int.Parse(Argument("--seed") ?? "1", CultureInfo.InvariantCulture)))
    : null;

string? Argument(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

// Clopper and Pearson, in percent.
static string Share(int count, int of)
{
    var low = count == 0 ? 0 : Beta.InvCDF(count, of - count + 1, 0.025);
    var high = count == of ? 1 : Beta.InvCDF(count + 1, of - count, 0.975);
    return string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / of:0.0} % ({100 * low:0}–{100 * high:0})");
}
