using System.CommandLine;
using Holdfire.CaseFormat.Entries;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record disclose DIR ENTRY</c>.</summary>
internal static class DiscloseCommand
{
    public static Command Create()
    {
        var folder = RecordInput.Folder();
        var entry = new Argument<long>("ENTRY") { Description = "the index of an entry with a protected content" };
        var command = new Command(
            "disclose",
            "Let all see a protected content: its file goes to DIR/disclosed, where anyone can check it against the commitment in the log.\n\n"
            + "Example: holdfire record disclose harvest 17")
        {
            folder, entry,
        };
        command.SetAction(result => Run(result.Terminal, result.GetRequiredValue(folder), result.GetRequiredValue(entry)));
        return command;
    }

    // Once it is open it is part of the case of all.
    private static void CheckCase(RecordReader record, long index, EntryKind kind, ProtectedContent content)
    {
        if (kind == EntryKind.Case && record.Ledger.Find(kind, "") is { } begun)
        {
            throw new InputException("", "one head of the case that all see", FormattableString.Invariant($"that of entry {begun}; nothing was disclosed"));
        }

        if (kind is not (EntryKind.Attachment or EntryKind.Finding or EntryKind.Parameters))
        {
            CaseStays.OrRefuseDisclosed(
                record, index, new CaseItem(kind, content.Content, FormattableString.Invariant($"entry {index}, disclosed")));
        }
    }

    // The content of an attachment names its file; that stays where it is.
    private static void TellFile(Terminal terminal, ContentFolder contents, Entry entry, string folder)
    {
        if (ErasedContent.FileOf(entry, contents) is { Length: > 0 } file && contents.PrivateAttachmentFiles.FirstOrDefault(f => Path.GetFileName(f) == file) is { } path
            && !contents.AttachmentFiles.Any(f => Path.GetFileName(f) == file))
        {
            terminal.Out.WriteLine($"record: the file that it names is not: it stays in {path}. To let all see it too, copy it to {Path.Combine(folder, "attachments")}");
        }
    }

    private static int Run(Terminal terminal, string folder, long index)
    {
        var record = RecordInput.Open(folder);
        if (index < 0 || index >= record.Ledger.Count || !record.Ledger[index].Protected)
        {
            throw new InputException("", "the index of an entry with a protected content", FormattableString.Invariant($"{index}"));
        }

        if (record.Ledger[index].ErasedBy is >= 0 and var by)
        {
            throw new InputException("", "a content that is not erased", FormattableString.Invariant($"entry {index}, erased by entry {by}; nothing was disclosed"));
        }

        try
        {
            var (contents, entry) = (new ContentFolder(folder), record.Entry(index).Entry);
            if (record.Ledger[index].Standing == Standing.Stands && contents.Find(entry, withPrivate: true) is { } content)
            {
                CheckCase(record, index, entry.Kind, content);
            }

            contents.Disclose(entry);
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }

        terminal.Out.WriteLine(FormattableString.Invariant($"record: the content of entry {index} is disclosed"));
        TellFile(terminal, new ContentFolder(folder), record.Entry(index).Entry, folder);
        return ExitCodes.Done;
    }
}
