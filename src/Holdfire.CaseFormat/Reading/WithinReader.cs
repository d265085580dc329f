namespace Holdfire.CaseFormat;

/// <summary>Reads in which area each place of a case lies.</summary>
internal sealed class WithinReader(ErrorList errors)
{
    /// <summary>What is expected in place of an unknown code.</summary>
    public const string Expected = "the code of a known area (docs/places.md)";

    /// <summary>The area that each place lies within; what is unknown or leads back to the place is an error and left out.</summary>
    public Dictionary<string, string> Read(IEnumerable<(string Code, MapReader Map)> places, Func<string, bool> isKnown)
    {
        var within = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, map) in places.Where(p => p.Map.Has("within")))
        {
            if (!isKnown(map.Text("within")))
            {
                errors.Add(map.At("within"), Expected, map.Text("within"));
            }
            else if (LeadsBack(code, map.Text("within"), within))
            {
                errors.Add(map.At("within"), "an area that does not lie in this one", map.Text("within"));
            }
            else
            {
                within[code] = map.Text("within");
            }
        }

        return within;
    }

    private static bool LeadsBack(string code, string outer, Dictionary<string, string> within)
    {
        for (string? at = outer; at is not null; at = within.GetValueOrDefault(at))
        {
            if (at == code)
            {
                return true;
            }
        }

        return false;
    }
}
