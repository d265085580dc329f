using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>An entry of a record with all that came before and after it about the same item.</summary>
/// <param name="Origin">The name of the record.</param>
/// <param name="Index">The index of the entry that was asked for.</param>
/// <param name="History">The entries about the same item, in the order of the log.</param>
public sealed record RecordShowAnswer(string Origin, long Index, ImmutableArray<RecordEntryAnswer> History) : QueryAnswer("holdfire/record-entry/1");
