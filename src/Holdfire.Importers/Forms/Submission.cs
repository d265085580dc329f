namespace Holdfire.Importers;

/// <summary>What a form tool says of a submission beside its answers.</summary>
/// <param name="Root">The id that stays through all edits; blank where there is none.</param>
/// <param name="Published">When it was sent, as the export writes it.</param>
/// <param name="Submitter">Who sent it.</param>
/// <param name="Refused">Why a reviewer keeps it out; blank where none does.</param>
/// <param name="Unreadable">Why its answers cannot be read; blank where they can.</param>
/// <param name="Number">The tool's own number of it, for messages.</param>
internal sealed record Submission(string Root, string Published, string Submitter, string Refused, string Unreadable, string Number);
