using System.Globalization;
using Holdfire.Bench.Fusion.Sim;

const string Usage = """
    Holdfire.Bench.Fusion.Sim --density sparse|medium|dense|front-line --vagueness precise|usual|vague --seed N --out DIR
                        [--sectors N | --reports N] [--links no] [--wide yes]
    """;

if (Option("--out") is not { } folder
    || Density.Presets.FirstOrDefault(d => d.Name == (Option("--density") ?? "medium")) is not { } density
    || Vagueness.Presets.FirstOrDefault(v => v.Name == (Option("--vagueness") ?? "usual")) is not { } vagueness
    || Number("--seed", 1) is not { } seed)
{
    Console.Error.WriteLine(Usage);
    return 64;
}

var simulation = new Simulation(
    density, vagueness, (int)seed, (int?)Number("--sectors", null), Number("--reports", null), Option("--links") != "no", Option("--wide") == "yes");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{simulation.Write(folder)} reports"));
return 0;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

long? Number(string name, long? otherwise) =>
    Option(name) is not { } text ? otherwise : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
