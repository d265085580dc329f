using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Bench.Fusion;
using Holdfire.Bench.Fusion.Archive;
using Holdfire.Bench.Fusion.Files;
using Holdfire.Bench.Fusion.Judging;
using Holdfire.Bench.Fusion.Own;
using Holdfire.Bench.Fusion.Peers;
using Holdfire.Bench.Fusion.Sim;

const string Usage = """
    Holdfire.Bench.Fusion compare --density NAME|all --vagueness NAME|all --seeds N [--first-seed N] [--methods own|peers|shipped] [--meltt PATH/match.py] [--links no] [--wide yes]
    Holdfire.Bench.Fusion speed --density NAME --vagueness NAME --reports N [--add no] [--sql yes] [--meltt PATH/match.py]
    Holdfire.Bench.Fusion archive --entries FILE.csv --meltt PATH/match.py --days N --km N [--list FILE.csv]
    Holdfire.Bench.Fusion judge --truth DIR --groups FILE.csv [--pairs FILE.csv]
    """;

switch (args)
{
    case ["compare", ..] when Named(Density.Presets, "--density", d => d.Name) is { } densities
        && Named(Vagueness.Presets, "--vagueness", v => v.Name) is { } vaguenesses
        && int.TryParse(Option("--seeds") ?? "5", NumberStyles.None, CultureInfo.InvariantCulture, out var seeds) && seeds > 0:
        Compare(densities, vaguenesses, seeds);
        return 0;
    case ["speed", ..] when Named(Density.Presets, "--density", d => d.Name) is [var density, ..]
        && Named(Vagueness.Presets, "--vagueness", v => v.Name) is [var vagueness, ..] && Decimal("--reports") is { } reports:
        Speed.Run(density, vagueness, (long)reports, Option("--add") != "no", Option("--sql") == "yes", Option("--meltt"), Console.Out);
        return 0;
    case ["archive", ..] when Option("--entries") is { } entries && Option("--meltt") is { } match
        && Decimal("--days") is { } days && Decimal("--km") is { } km:
        ArchiveRun.Run(entries, match, days, km, Option("--list"), Console.Out);
        return 0;
    case ["judge", ..] when Option("--truth") is { } truth && Option("--groups") is { } groups:
        Judge(truth, groups, Option("--pairs"));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 64;
}

void Compare(ImmutableArray<Density> densities, ImmutableArray<Vagueness> vaguenesses, int seeds)
{
    ImmutableArray<IMethod> own = [new HoldfireMethod(learns: true), new HoldfireMethod(learns: false), new TruthMethod()];
    ImmutableArray<IMethod> peers =
    [
        new LinksMethod(), new StDbscanMethod(), new SplinkMethod(oneToOne: false), new SplinkMethod(oneToOne: true),
        .. Option("--meltt") is { } script ? (IMethod[])[new MelttMethod(script)] : [],
    ];
    if (Option("--meltt") is null)
    {
        Console.WriteLine("meltt's match.py: not run; give its path with --meltt");
    }

    ImmutableArray<IMethod> methods = Option("--methods") switch { "own" => own, "peers" => peers, "shipped" => [new HoldfireMethod(learns: false)], _ => [.. own, .. peers] };
    foreach (var density in densities)
    {
        foreach (var vagueness in vaguenesses)
        {
            new Comparison(density, vagueness, Option("--links") != "no", Option("--wide") == "yes", Console.Out).Run(methods, (int)(Decimal("--first-seed") ?? 1), seeds);
        }
    }
}

void Judge(string folder, string groups, string? pairs)
{
    var truth = Truth.Read(folder);
    var grouping = new Grouping(
        Csv.Rows(groups).ToDictionary(r => r["report"], r => r["group"]),
        pairs is null ? [] : [.. Csv.Rows(pairs).Select(r => new PairOdds(r["a"], r["b"], double.Parse(r["probability"], CultureInfo.InvariantCulture)))]);
    Console.WriteLine(Scores.Of(truth, grouping));
    var calibration = Calibration.Of(truth, grouping.Pairs);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"expected calibration error {calibration.ExpectedError:0.000} over {calibration.Pairs} pairs, {calibration.ErrorOfLikely:0.000} over those of at least 0.1"));
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

double? Decimal(string name) => double.TryParse(Option(name), CultureInfo.InvariantCulture, out var n) ? n : null;

ImmutableArray<T>? Named<T>(ImmutableArray<T> presets, string option, Func<T, string> name) => Option(option) switch
{
    null or "all" => presets,
    var asked when presets.Any(p => name(p) == asked) => [presets.First(p => name(p) == asked)],
    _ => null,
};
