namespace Holdfire.Exports.Forms;

/// <summary>A question of a form.</summary>
/// <param name="Type">What is answered, in the words of XLSForm: <c>dateTime</c>, <c>integer</c>, <c>select_one</c> and others.</param>
/// <param name="Name">Its name, which is what the importer looks for.</param>
/// <param name="Label">The words of the question.</param>
public sealed record FormQuestion(string Type, string Name, string Label)
{
    /// <summary>What helps to answer it; blank for nothing.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The list of choices of a <c>select_one</c>; blank for others.</summary>
    public string List { get; init; } = "";

    /// <summary>Whether it must be answered.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What an answer must fulfil, with <c>.</c> for the answer; blank for nothing.</summary>
    public string Constraint { get; init; } = "";

    /// <summary>What is said where it does not.</summary>
    public string ConstraintMessage { get; init; } = "";
}
