namespace Holdfire.Views;

/// <summary>The name by which a person signs in, such as <c>anna.k</c>. Compared by ordinal text.</summary>
/// <remarks>
/// 1 to 64 of a–z, 0–9, <c>.</c>, <c>-</c> and <c>_</c>, the first a letter or digit: no two look alike, and none holds a sign that labels
/// and audiences are written with.
/// </remarks>
public readonly record struct PersonId : IComparable<PersonId>
{
    private const int MostCharacters = 64;
    private readonly string? value;

    private PersonId(string value) => this.value = value;

    /// <summary>The name; empty for the default value, which is nobody.</summary>
    public string Value => value ?? "";

    /// <summary>Reads a name; false where it cannot be one.</summary>
    public static bool TryParse(string text, out PersonId person)
    {
        var isName = text.Length is > 0 and <= MostCharacters && char.IsAsciiLetterOrDigit(text[0])
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
        person = isName ? new PersonId(text) : default;
        return isName;
    }

    /// <inheritdoc/>
    public int CompareTo(PersonId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
