using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;
using Holdfire.Record.Verification;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record verify DIR</c>.</summary>
internal static class VerifyCommand
{
    private const int MostNotHere = 20;

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "the record's folder, or the address that it is published at" };
        var earlier = Options.Text("--trusted-checkpoint", "FILE", "a checkpoint of this record that you kept: the record must begin with what it covers");
        var key = Options.Text("--trusted-vkey", "VKEY", "the operator's key, or a file with it, got elsewhere than from the record");
        var (witnesses, policy) = (TrustOptions.Witnesses(), TrustOptions.Policy());
        var newest = new Option<bool>("--newest")
        {
            Description = "each trusted witness and the policy must vouch for the newest checkpoint, not for an earlier one alone",
        };
        var format = Options.Format();
        var command = new Command(
            "verify",
            "Check a record offline: every file, hash and signature, the rules of its keys, and what lies beside the log. Of a record at an "
            + "address (https://…) the log alone. "
            + "Exit code 0 only for an untouched record, 5 where anything was touched, 9 where a trusted witness has not cosigned or a "
            + "policy is not met.\n\n"
            + "Example: holdfire record verify harvest --trusted-checkpoint checkpoint-of-may\n"
            + "Example: holdfire record verify https://records.example/harvest --trusted-vkey log.vkey")
        {
            folder, earlier, key, witnesses, policy, newest, format,
        };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(folder);
            var options = new VerifyOptions(
                result.GetValue(key) is { } vkey ? RecordInput.Is(NoteVerifier.Parse(File.Exists(vkey) ? File.ReadAllText(vkey).TrimEnd('\n') : vkey)) : null,
                result.GetValue(earlier) is { } file ? ReadNote(file) : null)
            {
                Witnesses = TrustOptions.ReadWitnesses(result.GetValue(witnesses) ?? []),
                Policy = TrustOptions.ReadPolicy(result.GetValue(policy)),
                MustCoverNewest = result.GetValue(newest),
            };
            if (options is { MustCoverNewest: true, Witnesses.IsEmpty: true, Policy: null })
            {
                throw new InputException("--newest", "--trusted-witness or --policy with it", "neither");
            }

            var verified = Verify(result.Terminal, path, options);
            Print(result.Terminal, verified, options, result.GetValue(format));
            return !verified.Errors.IsEmpty ? ExitCodes.Touched : verified.NotVouched.IsEmpty ? ExitCodes.Done : ExitCodes.NotVouched;
        });
        return command;
    }

    private static SignedNote ReadNote(string file) => File.Exists(file)
        ? RecordInput.Is(SignedNote.Parse(File.ReadAllBytes(file)))
        : throw new InputException("--trusted-checkpoint", "a checkpoint file", $"no file '{file}'");

    private static VerifiedRecord Verify(Terminal terminal, string path, VerifyOptions options)
    {
        using var http = HttpTiles.IsAddress(path) ? RecordInput.Is(HttpTiles.Open(path)) : null;
        ITileSource source = http is null ? new FolderTiles(RecordInput.Existing(path)) : http;
        try
        {
            using var progress = new ProgressLine(terminal, "entries checked");
            return RecordVerifier.Verify(source, options, progress.Show);
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
    }

    private static void Print(Terminal terminal, VerifiedRecord verified, VerifyOptions options, OutputFormat format)
    {
        if (format == OutputFormat.Table)
        {
            PrintWords(terminal, verified, options);
            return;
        }

        Answer.Print(
            terminal, format,
            new
            {
                schema = "holdfire/record-verify/1", origin = verified.Checkpoint?.Origin, size = verified.Checkpoint?.Size,
                root = verified.Checkpoint?.Root.ToString(), untouched = verified.Errors.IsEmpty,
                faults = verified.Errors.Select(f => new { f.Where, f.What }),
                witnesses = verified.Witnesses.Select(w => new { w.Name, cosigned_at = Texts.Of(w.At) }),
                last_cosigned = verified.Cosigned.Select(c => new
                {
                    c.Witness.Name, key = c.Witness.ToVkey(), c.Size, cosigned_at = Texts.Of(c.At), trusted = c.IsTrusted,
                }),
                policy = Of(verified.Policy), own_policy = Of(verified.OwnPolicy),
                not_vouched = verified.NotVouched.Select(f => new { f.Where, f.What }),
                unnamed_signers = verified.Unnamed,
                verified.Protected, verified.Shown, verified.Sealed, verified.SealedHere, verified.Erased, verified.Attachments, verified.AttachmentsElsewhere, verified.AgainstEarlier,
                verified.Strays, verified.TrustedSize,
                not_yet_covered = verified.NotYetCovered.Select(f => new { f.Where, f.What }),
                not_here = verified.NotHere.Select(f => new { f.Where, f.What }),
                trusted_key = options.Operator is not null, log_alone = verified.IsLogAlone, extension_lines = verified.Extensions,
            },
            () => new Sheet(["where", "what"], [.. verified.Errors.Select(f => (System.Collections.Immutable.ImmutableArray<string>)[f.Where, f.What])]));
    }

    private static void PrintWords(Terminal terminal, VerifiedRecord verified, VerifyOptions options)
    {
        foreach (var error in verified.Errors)
        {
            terminal.Error.WriteLine(VisibleText.Line(error.ToString()));
        }

        if (verified.Checkpoint is { } checkpoint)
        {
            terminal.Out.WriteLine(FormattableString.Invariant($"record {checkpoint.Origin}: {checkpoint.Size} entries, root {checkpoint.Root}"));
        }

        foreach (var line in verified.Extensions)
        {
            terminal.Out.WriteLine(
                $"warning: the checkpoint has an extension line, '{line}': this program gives it no meaning and no witness vouches for it");
        }

        if (verified.Checkpoint is null)
        {
            terminal.Out.WriteLine(FormattableString.Invariant($"TOUCHED: {verified.Errors.Length} errors; nothing else was checked"));
            return;
        }

        terminal.Out.WriteLine(options.Operator is null
            ? "checked with the operator's key in the record itself; compare log.vkey with one that you got elsewhere"
            : "checked with the operator's key that you gave");
        PrintWitnesses(terminal, verified);
        PrintNotCovered(terminal, verified, options);
        if (!verified.Unnamed.IsEmpty)
        {
            terminal.Out.WriteLine(
                $"signed also as {string.Join(", ", verified.Unnamed)}, by unknown keys: anyone could have made them. Give a key that you got from the witness itself with --trusted-witness");
        }

        foreach (var stray in verified.Strays)
        {
            terminal.Out.WriteLine($"{stray}: a stray file that nothing reads; it can be deleted");
        }

        if (verified.NotYetCovered is [var first, ..] notYet)
        {
            terminal.Out.WriteLine(FormattableString.Invariant(
                $"{notYet.Length} files are not covered yet by the checkpoint that was checked, the first is {first.Where}: a writer is at work, or ended before it had published; then the next opening for writing finishes it"));
        }

        terminal.Out.WriteLine(verified.AgainstEarlier ? "checked against an earlier checkpoint" : "not checked against an earlier checkpoint");
        if (verified.Protected + verified.Attachments + verified.AttachmentsElsewhere > 0)
        {
            terminal.Out.WriteLine(FormattableString.Invariant(
                $"protected entries {verified.Protected}: {verified.Shown} contents here, {verified.Erased} said to be destroyed; attachments: {verified.Attachments} here, {verified.AttachmentsElsewhere} elsewhere"));
        }

        if (verified.Sealed > 0)
        {
            terminal.Out.WriteLine(FormattableString.Invariant($"sealed entries {verified.Sealed}: {verified.SealedHere} here"));
        }

        foreach (var absent in verified.NotHere.Take(MostNotHere))
        {
            terminal.Out.WriteLine($"not here: {absent}");
        }

        if (verified.NotHere.Length > MostNotHere)
        {
            terminal.Out.WriteLine(FormattableString.Invariant($"not here: {verified.NotHere.Length - MostNotHere} more; --format json names all"));
        }

        if (verified.IsLogAlone)
        {
            terminal.Out.WriteLine("the log alone was checked: to check disclosed contents and attachments, download the record and verify the folder");
        }

        foreach (var missing in verified.NotVouched)
        {
            terminal.Out.WriteLine($"NOT VOUCHED FOR: {missing}");
        }

        terminal.Out.WriteLine(verified.Errors.IsEmpty
            ? $"untouched: every file, hash and signature{(verified.IsLogAlone ? " of the log" : "")} holds"
            : FormattableString.Invariant($"TOUCHED: {verified.Errors.Length} errors"));
    }

    private static object? Of(PolicyAnswer? answer) => answer is null
        ? null
        : new { answer.Quorum, met_at_size = answer.MetAt, missing_at_newest = answer.Missing?.ToString() };

    private static void PrintWitnesses(Terminal terminal, VerifiedRecord verified)
    {
        var size = verified.Checkpoint?.Size ?? 0;
        if (verified.Cosigned.IsEmpty)
        {
            terminal.Out.WriteLine("cosigned by no witness that you or the record name");
        }

        foreach (var cosigning in verified.Cosigned)
        {
            var known = cosigning.IsTrusted ? "a witness that you trust" : "unknown key: anyone could have made it";
            var last = cosigning.Size < size ? "last cosigned" : "cosigned";
            terminal.Out.WriteLine(FormattableString.Invariant(
                $"{last} at {cosigning.Size} of {size} entries by {cosigning.Witness.Name} at {Texts.Of(cosigning.At)} ({known})"));
        }

        if (verified.Cosigned is [{ Size: var newest }, ..] && newest < size)
        {
            terminal.Out.WriteLine(FormattableString.Invariant(
                $"these {newest} entries are the beginning of this record; no witness has cosigned the {size - newest} after them yet"));
        }

        PrintPolicy(terminal, "your policy", verified.Policy);
        PrintPolicy(terminal, "the record's own policy, which is the operator's claim alone", verified.OwnPolicy);
    }

    private static void PrintNotCovered(Terminal terminal, VerifiedRecord verified, VerifyOptions options)
    {
        var (from, size) = (verified.TrustedSize, verified.Checkpoint?.Size ?? 0);
        if ((options.Witnesses.IsEmpty && options.Policy is null) || from >= size)
        {
            return;
        }

        var which = from == size - 1
            ? FormattableString.Invariant($"entry {from} is")
            : FormattableString.Invariant($"entries {from} to {size - 1} are");
        terminal.Out.WriteLine($"{which} vouched for by nobody you trust: others may have been shown other entries there");
    }

    private static void PrintPolicy(Terminal terminal, string whose, PolicyAnswer? answer)
    {
        if (answer is not null)
        {
            terminal.Out.WriteLine(answer.MetAt is { } size
                ? FormattableString.Invariant($"{whose}: the quorum '{answer.Quorum}' is met at {size} entries")
                : $"{whose}: the quorum '{answer.Quorum}' is NOT met: {answer.Missing}");
        }
    }
}
