using System.Diagnostics;
using System.Globalization;
using Holdfire.Model;
using Holdfire.Talks.Deadlocks;
using Holdfire.Talks.Stability;
using Holdfire.Bench.Talks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Seed = 20300101;
_ = StabilityAnalysis.Of(RandomModel.Of(6, Seed));
Console.WriteLine("seconds are of processors, which other programs disturb less");
Console.WriteLine("stability: six decision makers, 24 ordered statements each, seed " + Seed);
Console.WriteLine("| states | Holdfire, s | matrices, s | ratio | same answers |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
foreach (var options in args.Contains("--quick") ? (int[])[8] : [8, 9, 10, 11])
{
    var model = RandomModel.Of(options, Seed);
    var (ours, seconds) = Timed(() => Alone(model));
    var (theirs, others) = Timed(() => MatrixStability.Of(model));
    var same = theirs.Select((kinds, p) => kinds.SequenceEqual(ours.States.Select(s => s.Surely[p]))).All(x => x);
    Console.WriteLine($"| {1 << options} | {seconds:0.000} | {others:0.00} | {others / seconds:0} | {(same ? "yes" : "NO")} |");
}

var large = RandomModel.Of(16, Seed);
var (found, time) = Timed(() => Alone(large));
using var process = Process.GetCurrentProcess();
Console.WriteLine($"{found.States.Length} states alone: {time:0.00} s; peak of the whole run {process.PeakWorkingSet64 >> 20} MiB; " +
    $"equilibria: {found.States.Count(s => s.Equilibrium.HasFlag(StabilityKinds.Nash))} Nash, {found.States.Count(s => s.Equilibrium.HasFlag(StabilityKinds.Seq))} SEQ");

Console.WriteLine();
Console.WriteLine("ways out: random preconditions, 20 graphs each, seed " + Seed);
Console.WriteLine("| items | preconditions | solved exactly | slowest, s | largest number of optima |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
foreach (var items in (int[])[8, 12, 16, 20, 30])
{
    var random = new Random(Seed);
    var solved = Enumerable.Range(0, 20).Select(_ => Timed(() => DeadlockAnalysis.Of(Drawn(random, items), true, null).Deadlocks)).ToList();
    var all = solved.SelectMany(s => s.Result).ToList();
    Console.WriteLine($"| {items} | 60 | {all.Count(d => d.Drop.IsExact)} of {all.Count} | {solved.Max(s => s.Seconds):0.00} | {all.Max(d => d.Drop.Count)} |");
}

var (whole, full) = Timed(() => DeadlockAnalysis.Of(EachBeforeEach(8), true, null).Deadlocks[0]);
Console.WriteLine($"each of 8 items before each other, {whole.Preconditions.Length} preconditions: {full:0.00} s; {whole.Drop.Count} optima of {whole.Drop.Least}");

// Coalitions are left out on both sides: models of more than their limit skip them, and smaller ones are timed the same way.
static StabilityAnalysis Alone(ConflictModel model) => StabilityAnalysis.Of(model, coalitions: false);

static TalksRecord Drawn(Random random, int items) => new()
{
    Items = [.. Enumerable.Range(0, items).Select(i => new TalksItem(new($"I{i}"), new("talks"), "", null, ""))],
    Preconditions =
    [
        .. Enumerable.Range(0, 60).Select(i =>
        {
            var from = random.Next(items);
            return new Precondition
            {
                Id = new($"C{i}"), Actor = new("A"), Requires = new($"I{from}"), For = new($"I{(from + 1 + random.Next(items - 1)) % items}"),
                Relation = PreconditionRelation.Before,
            };
        }),
    ],
};

static TalksRecord EachBeforeEach(int items) => Drawn(new Random(Seed), items) with
{
    Preconditions =
    [
        .. Enumerable.Range(0, items * items).Where(i => i / items != i % items).Select(i => new Precondition
        {
            Id = new($"C{i}"), Actor = new("A"), Requires = new($"I{i / items}"), For = new($"I{i % items}"), Relation = PreconditionRelation.Before,
        }),
    ],
};

static (T Result, double Seconds) Timed<T>(Func<T> run)
{
    using var process = Process.GetCurrentProcess();
    var before = process.TotalProcessorTime;
    var result = run();
    process.Refresh();
    return (result, (process.TotalProcessorTime - before).TotalSeconds);
}
