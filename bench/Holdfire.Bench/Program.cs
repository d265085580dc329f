using System.Globalization;
using Holdfire.Bench;

const string Usage = """
    Holdfire.Bench generate --reports N --seed S --out DIR
    Holdfire.Bench run DIR
    Holdfire.Bench findings DIR
    Holdfire.Bench fused-findings DIR
    Holdfire.Bench places
    """;

switch (args)
{
    case ["generate", ..] when Option("--reports") is { } reports && Option("--seed") is { } seed && Option("--out") is { } into:
        Generator.Write(into, Number(reports), Number(seed));
        return 0;
    case ["run", var folder]:
        return BenchRun.Run(folder);
    case ["fused-findings", var folder]:
        return FusedFindingsRun.Run(folder);
    case ["places"]:
        return PlacesRun.Run();
    case ["findings", var folder]:
        return FindingsRun.Run(folder);
    default:
        Console.Error.WriteLine(Usage);
        return 64;
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
