using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>One account of a claim.</summary>
/// <param name="Text">The account in words of our own.</param>
/// <param name="Basis">Where it was read.</param>
/// <param name="Quantities">The numbers as this account gives them, with its windows. A quantity here has the id of the
/// quantity of the statement that it is another account of.</param>
public sealed record ConflictAccount(string Text, string Basis, ImmutableArray<Report> Quantities);
