using Holdfire.Model;

namespace Holdfire.Bench.Talks;

/// <summary>Conflict models drawn with a fixed seed: six parties that share the options, each with ordered statements on pairs of them.</summary>
internal static class RandomModel
{
    private const int Parties = 6;

    public static ConflictModel Of(int options, int seed)
    {
        var random = new Random(seed);
        string Name(int option) => $"o{option}";
        string Literal() => (random.Next(2) == 0 ? "" : "!") + Name(random.Next(options));
        string Statement() => random.Next(4) switch
        {
            0 => Literal(),
            1 => $"{Literal()} & {Literal()}",
            2 => $"{Literal()} -> {Literal()}",
            _ => $"{Literal()} <-> {Literal()}",
        };
        var parties = Math.Min(Parties, options);
        return new ConflictModel
        {
            Id = new("M"), Title = "drawn", By = "the bench", Infeasible = [],
            Options = [.. Enumerable.Range(0, options).Select(i => new ModelOption(Name(i), new PartyId($"P{i % parties}"), "", OptionMoves.Both))],
            Preferences =
            [
                .. Enumerable.Range(0, parties).Select(p => new PartyPreferences(new PartyId($"P{p}"),
                    [.. Enumerable.Range(0, 24).Select(_ => Statement()).Select(t => new PreferenceStatement(Read(t), false, t))])),
            ],
        };

        Formula Read(string text) => FormulaText.Parse(
            text, id => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture), out _, out _)!;
    }
}
