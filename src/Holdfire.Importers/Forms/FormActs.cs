using Holdfire.Acts;
using Holdfire.Model;

namespace Holdfire.Importers;

/// <summary>The acts of what a form asks: codes of Holdfire as they are, and a few plain words.</summary>
internal static class FormActs
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mortar"] = "attack.shelling", ["artillery"] = "attack.shelling", ["shelling"] = "attack.shelling", ["mlrs"] = "attack.shelling", ["howitzer"] = "attack.shelling",
        ["drone"] = "attack.air.uav", ["uav"] = "attack.air.uav", ["fpv"] = "attack.air.uav.fpv", ["missile"] = "attack.air.missile", ["airstrike"] = "attack.air",
        ["air_strike"] = "attack.air", ["bomb"] = "attack.air.bomb", ["small_arms"] = "attack.ground", ["small arms"] = "attack.ground", ["gunfire"] = "attack.ground",
        ["tank"] = "attack", ["explosion"] = "attack", ["explosions"] = "attack", ["shots"] = "attack.ground", ["assault"] = "attack.ground",
    };

    /// <summary>The act of an answer, or of several answers parted by blanks: what they have in common; null where a word is not known.</summary>
    public static string? Of(string answer, CaseCodes codes)
    {
        if (answer.Length == 0)
        {
            return null;
        }

        if (One(answer, codes) is { } whole)
        {
            return whole;
        }

        var acts = answer.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries).Select(w => One(w, codes)).ToArray();
        return acts.Length == 0 || acts.Contains(null) ? null : acts.Aggregate((a, b) => Common(a!, b!));
    }

    private static string? One(string word, CaseCodes codes) => codes.IsKnown(new ActCode(word)) ? word : Words.GetValueOrDefault(word.Trim());

    private static string Common(string a, string b) =>
        string.Join('.', a.Split('.').Zip(b.Split('.')).TakeWhile(p => p.First == p.Second).Select(p => p.First)) is { Length: > 0 } common ? common : "attack";
}
