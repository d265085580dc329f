using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.CaseFormat;

/// <summary>Reads how a report was observed, and what goes with it.</summary>
internal sealed partial class ObservationReader(LoadState state)
{
    private const double MostKm = 1000;

    /// <summary>Where the observer stood, or null where that is not said; with an error where it is not whole.</summary>
    public Sighting? Sighting(ReportFields fields)
    {
        var (lat, lon) = (fields[ReportColumn.ObserverLat], fields[ReportColumn.ObserverLon]);
        var (bearing, range) = (fields[ReportColumn.ObserverBearing], fields[ReportColumn.ObserverRangeKm]);
        if (lat.Length + lon.Length + bearing.Length + range.Length == 0)
        {
            return null;
        }

        if (lat.Length == 0 || lon.Length == 0)
        {
            state.Errors.Add(fields.At(lat.Length == 0 ? ReportColumn.ObserverLat : ReportColumn.ObserverLon), "observer_lat and observer_lon, where the observer stood", "");
            return null;
        }

        var before = state.Errors.Count;
        var (latitude, longitude) = (Number(fields, ReportColumn.ObserverLat, lat, -90, 90), Number(fields, ReportColumn.ObserverLon, lon, -180, 180));
        var direction = Direction(fields, bearing);
        var (near, far) = Range(fields, range);
        return state.Errors.Count == before ? new Sighting(new GeoPoint(latitude, longitude), direction, near, far) : null;
    }

    /// <summary>The tag of a language, or nothing.</summary>
    public string Language(ReportFields fields)
    {
        var text = fields[ReportColumn.Language];
        if (text.Length > 0 && !Tag().IsMatch(text))
        {
            state.Errors.Add(fields.At(ReportColumn.Language), "the tag of a language such as en, ar or sr-Latn", text);
        }

        return text;
    }

    /// <summary>The hashes of photos and files.</summary>
    public ImmutableArray<string> Attachments(ReportFields fields)
    {
        var text = fields[ReportColumn.Attachments];
        if (text.Length == 0)
        {
            return [];
        }

        ImmutableArray<string> hashes = [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        foreach (var hash in hashes.Where(h => !DocumentReader.IsHash(h)))
        {
            state.Errors.Add(fields.At(ReportColumn.Attachments), DocumentReader.HashForm, hash);
        }

        return hashes;
    }

    /// <summary>Who is meant to see it.</summary>
    public Handling Handling(ReportFields fields)
    {
        var text = fields[ReportColumn.Handling];
        if (!Model.Handling.TryParse(text, out var handling) && text.Length > 0)
        {
            state.Errors.Add(fields.At(ReportColumn.Handling), "public, mission or party: with the id of a party", text);
        }
        else if (handling.Party is { } party && !state.Ids.IsKnown(IdKind.Party, party.Value))
        {
            state.Errors.Add(fields.At(ReportColumn.Handling), state.Ids.Expected(IdKind.Party, party.Value), text);
        }

        return handling;
    }

    private Bearing? Direction(ReportFields fields, string text)
    {
        if (Bearing.TryParse(text, out var bearing))
        {
            return bearing;
        }

        if (text.Length > 0)
        {
            state.Errors.Add(fields.At(ReportColumn.ObserverBearing), "a point of the compass such as N or ENE, or degrees from 0 to 360", text);
        }

        return null;
    }

    private (double? Near, double? Far) Range(ReportFields fields, string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        var parts = text.Split("..");
        if (parts.Length <= 2 && TryNumber(parts[0], 0, MostKm, out var near) && TryNumber(parts[^1], 0, MostKm, out var far) && near <= far)
        {
            return (near, far);
        }

        state.Errors.Add(fields.At(ReportColumn.ObserverRangeKm), FormattableString.Invariant($"kilometres from 0 to {MostKm} such as 3 or 4..6"), text);
        return (null, null);
    }

    private double Number(ReportFields fields, ReportColumn column, string text, double least, double most)
    {
        if (!TryNumber(text, least, most, out var number))
        {
            state.Errors.Add(fields.At(column), FormattableString.Invariant($"a number from {least} to {most}"), text);
        }

        return number;
    }

    private static bool TryNumber(string text, double least, double most, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) &&
        number >= least && number <= most;

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
