using System.Globalization;

namespace Holdfire.Places;

/// <summary>A direction from north by east and how far off it the truth may be.</summary>
/// <param name="Degrees">The middle, from 0 to below 360.</param>
/// <param name="Off">How far off either way, degrees.</param>
public readonly record struct Bearing(double Degrees, double Off)
{
    private const double Step = 22.5;

    /// <summary>How far off a point of the compass of 16 may be: half of what lies between two.</summary>
    public const double OffOfCompass = Step / 2;

    /// <summary>How far off a bearing in degrees may be, taken with a compass in the hand.</summary>
    public const double OffOfDegrees = 5;

    private static readonly string[] Compass =
        ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];

    /// <summary>Reads a point of the compass (<c>ENE</c>) or degrees (<c>67</c>, from 0 to 360).</summary>
    public static bool TryParse(string text, out Bearing bearing)
    {
        var point = Array.IndexOf(Compass, text);
        if (point >= 0)
        {
            bearing = new Bearing(point * Step, OffOfCompass);
            return true;
        }

        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && degrees is >= 0 and <= 360;
        bearing = isNumber ? new Bearing(degrees % 360, OffOfDegrees) : default;
        return isNumber;
    }

    /// <summary>The text that is read back to the same.</summary>
    public override string ToString() => Off == OffOfCompass
        ? Compass[(int)Math.Round(Degrees / Step) % Compass.Length] : Degrees.ToString(CultureInfo.InvariantCulture);
}
