namespace Holdfire.CaseFormat;

/// <summary>Something in a case that can be read and is probably not meant so.</summary>
/// <param name="Report">The id of the report.</param>
/// <param name="Text">What is strange, in one sentence that says what to look at.</param>
public sealed record CaseWarning(string Report, string Text)
{
    /// <summary>A line for a person.</summary>
    public override string ToString() => $"{Report}: {Text}";
}
