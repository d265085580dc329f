namespace Holdfire.Views;

/// <summary>An entry of a record that the case is without, or of whose lines it is without one.</summary>
/// <param name="Entry">Its index.</param>
/// <param name="Kind">Its kind, as entries name it; for a correction, the kind of what it corrects.</param>
/// <param name="Id">The id of its item; empty for the head of the case, and where the content is protected.</param>
/// <param name="By">Who leaves it out.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record SetAsideEntry(long Entry, string Kind, string Id, SetAsideBy By, string Reason);
