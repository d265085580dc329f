using System.Globalization;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>By which form and rules an answer was made. Answers of different editions cannot be held against each other.</summary>
/// <param name="Schema">The form, such as <c>holdfire/counts/1</c>.</param>
/// <param name="Rules">The version of its rules; null where the query has none, or had none yet.</param>
/// <param name="Method">The number of its method, likewise.</param>
internal sealed record FigureEdition(string Schema, string? Rules, string? Method)
{
    /// <summary>Whether it can be an earlier edition than another: a lower number of the form, or the same form by other rules.</summary>
    public bool IsBefore(FigureEdition other)
    {
        var (name, number) = Parts(Schema);
        var (otherName, otherNumber) = Parts(other.Schema);
        return name == otherName && (number < otherNumber || (number == otherNumber && (Rules != other.Rules || Method != other.Method)));
    }

    /// <inheritdoc/>
    public override string ToString() => (Rules, Method) switch
    {
        (null, null) => Schema,
        (null, _) => $"{Schema} by {Method}",
        (_, null) => $"{Schema} by the rules {Rules}",
        _ => $"{Schema} by the rules {Rules} and {Method}",
    };

    // holdfire/counts/1: what comes before the number, and the number.
    private static (string Name, int Number) Parts(string schema)
    {
        var at = schema.LastIndexOf('/') + 1;
        return (schema[..at], int.Parse(schema.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
