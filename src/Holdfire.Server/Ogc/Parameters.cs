using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.Ogc;

/// <summary>The parameters of an address, of which each may be there once and none that is not known.</summary>
internal sealed class Parameters
{
    private readonly IQueryCollection given;

    /// <summary>Parameters of which only these are known.</summary>
    /// <exception cref="QueryException">One is not known, or is there twice.</exception>
    public Parameters(IQueryCollection given, ImmutableArray<string> known)
    {
        this.given = given;
        foreach (var (name, values) in given)
        {
            if (!known.Contains(name))
            {
                throw new QueryException(QueryErrorCodes.UnknownOption, "address", $"one of {string.Join(", ", known)}", $"'{name}'");
            }

            if (values.Count != 1)
            {
                throw new QueryException(QueryErrorCodes.TooMany, name, "one value", FormattableString.Invariant($"{values.Count}"));
            }
        }
    }

    /// <summary>The value of a parameter; null where it is left out.</summary>
    public string? Text(string name) => given.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The value as a whole number, from the least to two thousand million; null where it is left out.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public int? Whole(string name, int least) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new QueryException(QueryErrorCodes.BadForm, name, FormattableString.Invariant($"a whole number from {least}"), $"'{text}'");

    /// <summary>The value, which must be one of these; null where it is left out.</summary>
    /// <exception cref="QueryException">It is none of them.</exception>
    public string? OneOf(string name, ImmutableArray<string> values) => Text(name) is not { } text ? null
        : values.Contains(text) ? text
        : throw new QueryException(QueryErrorCodes.UnknownValue, name, $"one of {string.Join(", ", values)}", $"'{text}'");
}
