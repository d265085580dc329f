using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>An item that its source took back.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Published">When the source did so, an instant in UTC, or blank.</param>
public sealed record TakenBack(EntryKind Kind, string Id, string Published);
