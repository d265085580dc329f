namespace Holdfire.Pages.Site;

/// <summary>One entry of the record, for a reader.</summary>
/// <param name="Index">Its index, from 0.</param>
/// <param name="Kind">What it is: <c>report</c>, <c>truce</c>.</param>
/// <param name="Id">The id of its item; empty where it has none.</param>
/// <param name="Submitter">Whose key signed it.</param>
/// <param name="Made">When it was made, as its submitter states.</param>
public sealed record RecordLine(long Index, string Kind, string Id, string Submitter, string Made);
