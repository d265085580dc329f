using System.Collections.Immutable;
using Holdfire.CaseFormat.Entries;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Says what an import would do to a record, and refuses what it must not do unasked.</summary>
internal static class ImportWords
{
    /// <summary>Whether it takes back what was entered in the record.</summary>
    public static bool IsUndoing(ImportChange change) => change.Effect is ImportEffect.UndoCorrection or ImportEffect.UndoWithdrawal;

    /// <summary>Names each item that is left out, who holds its id, and what helps.</summary>
    public static void TellLeftOut(Terminal terminal, Ledger ledger, ImmutableArray<ImportChange> changes)
    {
        var left = changes.Where(c => c.Effect == ImportEffect.LeaveOut).ToArray();
        foreach (var change in left)
        {
            terminal.Error.WriteLine(VisibleText.Line(FormattableString.Invariant(
                $"left out: {Item(change)}, whose id {ledger[change.Entry!.Value].Submitter} holds by entry {change.Entry}; give yours another id, or ask them to withdraw theirs")));
        }

        if (left.Length > 0)
        {
            terminal.Error.WriteLine(FormattableString.Invariant(
                $"import: WARNING: {left.Length} of the items do NOT go into the record, since others hold their ids; each is named above"));
        }
    }

    private static string Item(ImportChange change) => $"{EntryKinds.NameOf(change.Kind)} {change.Id}".TrimEnd();

    /// <summary>One line on a change.</summary>
    public static string Of(ImportChange change)
    {
        var item = Item(change);
        return change.Effect switch
        {
            ImportEffect.Add => $"would add {item}",
            ImportEffect.LeaveOut => FormattableString.Invariant($"would leave out {item}, whose id another submitter holds by entry {change.Entry}"),
            ImportEffect.Correct => FormattableString.Invariant($"would correct {item}, entry {change.Entry}"),
            ImportEffect.Withdraw => FormattableString.Invariant($"would withdraw {item}, entry {change.Entry}"),
            ImportEffect.UndoCorrection => FormattableString.Invariant($"would undo the correction of {item} by entry {change.Entry}"),
            ImportEffect.UndoWithdrawal => FormattableString.Invariant($"would undo the withdrawal of {item} by entry {change.Entry}"),
            ImportEffect.Publish => FormattableString.Invariant($"would publish {item}, which entry {change.Entry} holds protected"),
            ImportEffect.PublishWithdrawn => FormattableString.Invariant($"would publish {item}, which entry {change.Entry} held protected and which was withdrawn"),
            _ => FormattableString.Invariant($"would change {item}, the protected content of entry {change.Entry} that was disclosed"),
        };
    }

    /// <summary>Refuses to publish what is protected, and to correct what was: neither is done by an import.</summary>
    public static void RefuseProtected(string folder, ImmutableArray<ImportChange> changes)
    {
        var refused = changes.Where(c => c.Effect is ImportEffect.Publish or ImportEffect.PublishWithdrawn or ImportEffect.ChangeDisclosed).ToArray();
        if (refused.Length > 0)
        {
            throw new InputException("", "nothing that the record holds protected; nothing was written", "")
            {
                Details = refused.Select(change => $"{Of(change)}; " + change.Effect switch
                {
                    ImportEffect.Publish => FormattableString.Invariant($"to let all see it: holdfire record disclose {folder} {change.Entry}; else leave it out of what is imported"),
                    ImportEffect.PublishWithdrawn => "leave it out of what is imported, or, to let all see it, enter it with holdfire record append",
                    _ => "a protected entry is not corrected: withdraw it and enter it anew, or leave it out of what is imported",
                }),
            };
        }
    }

    /// <summary>Refuses to undo what was entered in the record.</summary>
    public static void RefuseUndoing(ImmutableArray<ImportChange> changes)
    {
        var undoing = changes.Where(IsUndoing).ToArray();
        if (undoing.Length > 0)
        {
            throw new InputException(new Error(
                CommandErrorCodes.WouldUndo, "", "", "the import would undo what was entered in the record since, nothing written; --yes does it, --dry-run lists every change"))
            {
                Details = undoing.Select(Of),
                ExitCode = ExitCodes.WouldUndo,
            };
        }
    }
}
