namespace Holdfire.Queries;

/// <summary>Why a question cannot be answered: what is wrong with one of its options.</summary>
/// <param name="Code">What kind of error it is, stable, for programs.</param>
/// <param name="Where">The option, such as <c>--act</c>, or the file that it names.</param>
/// <param name="Expected">What was expected there.</param>
/// <param name="Found">What was found there, quoted where it is the user's own words.</param>
public sealed record QueryError(string Code, string Where, string Expected, string Found)
{
    /// <summary><c>--act: expected …, found …</c>; a list of expected values ends with a semicolon.</summary>
    public override string ToString() => $"{Where}: expected {Expected}{(Expected.Contains(", ", StringComparison.Ordinal) ? ';' : ',')} found {Found}";
}
