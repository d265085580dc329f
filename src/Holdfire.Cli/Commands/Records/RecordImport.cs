using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Importers;
using Holdfire.CaseFormat.Entries;
using NodaTime;

namespace Holdfire.Cli.Commands.Records;

/// <summary>Imports into a record.</summary>
internal sealed class RecordImport(string folder, string? keyFile, string? operatorFile)
{
    /// <summary>Enters a case folder.</summary>
    public async Task<int> Case(string path, bool withdrawMissing)
    {
        _ = CaseInput.Load(path);
        var counts = await Enter(FolderItems.Read(path), withdrawMissing, $"the case folder {Path.GetFileName(Path.GetFullPath(path).TrimEnd('/'))} says otherwise")
            .ConfigureAwait(false);
        Console.Out.WriteLine(
            $"import: {counts.Added} entries added, {counts.Corrected} corrected, {counts.Present} already there, "
            + (withdrawMissing ? $"{counts.Withdrawn} withdrawn" : $"{counts.Missing} only in the record and left there"));
        return ExitCodes.Done;
    }

    /// <summary>Enters rows of claims.</summary>
    public async Task<ImportSummary> Rows(ImportResult read, string rejectsFile, bool strict)
    {
        var record = RecordInput.Open(folder);
        var reports = RecordCase.Items(record, new ContentFolder(folder), false, k => k is EntryKind.Report);
        var (items, summary) = RowImport.Plan(CaseInput.LoadRecord(folder), reports, read, rejectsFile, strict);
        if (items.Length > 0)
        {
            await Enter(items, false, "what includes it is known by now").ConfigureAwait(false);
        }

        return summary;
    }

    private async Task<ImportedItems> Enter(IEnumerable<CaseItem> items, bool withdrawMissing, string reason)
    {
        using var @operator = RecordInput.OperatorKey(folder, operatorFile);
        using var key = RecordInput.Key(folder, keyFile);
        using var progress = new ProgressLine("items gone through");
        try
        {
            var writer = await RecordInput.Writer(folder, @operator, operatorFile).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                var import = new CaseImport(RecordInput.Open(folder), writer, key, SystemClock.Instance.GetCurrentInstant());
                return await import.EnterAsync(items, withdrawMissing, reason, progress.Show).ConfigureAwait(false);
            }
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
        catch (FormatException e)
        {
            throw new InputException(e.Message);
        }
    }
}
