using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Holdfire.Cli.Output;
using Holdfire.Record;
using Holdfire.Record.Bundles;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary><c>holdfire bundle verify</c>: checks a bundle offline, from its figure down to each signature.</summary>
internal static class BundleVerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "the bundle" };
        var key = Options.Text("--trusted-vkey", "VKEY|FILE", "the operator's key, got from elsewhere");
        var checkpoint = Options.Text("--trusted-checkpoint", "FILE", "a checkpoint of the same record, seen elsewhere");
        var consistency = Options.Text(
            "--consistency", "FILE", "the proof by 'record prove --since --until' between the bundle and a checkpoint of another size");
        var (witnesses, policy) = (TrustOptions.Witnesses(), TrustOptions.Policy());
        var format = Options.Format();
        var command = new Command(
            "verify",
            "Checks a bundle offline: exit code 0 only where it is whole and its figure was recomputed, 7 where entries may be missing, "
            + "8 where the figure was not recomputed, 9 where what it is checked against does not vouch for it, 2 where it is refused.\n\n"
            + "Example: holdfire bundle verify counts.zip")
        {
            file, key, checkpoint, consistency, witnesses, policy, format,
        };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            var bundle = BundleFile.Read(path);
            var trust = new BundleTrust(
                result.GetValue(key) is { } k ? KeyOf(k) : null,
                result.GetValue(checkpoint) is { } c ? NoteOf(c) : null)
            {
                Witnesses = TrustOptions.ReadWitnesses(result.GetValue(witnesses) ?? []),
                Policy = TrustOptions.ReadPolicy(result.GetValue(policy)),
                Consistency = result.GetValue(consistency) is { } p ? ProofOf(p) : null,
            };
            var checks = new BundleChecks();
            Error? error = null;
            var verdict = BundleVerdict.Refused;
            try
            {
                verdict = BundleFigure.Check(BundleVerifier.Verify(bundle, trust, checks), checks);
                verdict = checks.All.Any(c => c.Result == BundleResult.NotMet) ? BundleVerdict.NotVouched : verdict;
            }
            catch (RecordException e)
            {
                error = e.Error;
                checks.Refuse(error);
            }

            Print(result.Terminal, result.GetValue(format), checks, verdict);
            return error is null ? CodeOf(verdict) : throw new InputException(error.Within(path));
        });
        return command;
    }

    /// <summary>The exit code of a verdict.</summary>
    internal static int CodeOf(BundleVerdict verdict) => verdict switch
    {
        BundleVerdict.Refused => ExitCodes.BadInput,
        BundleVerdict.NotVouched => ExitCodes.NotVouched,
        BundleVerdict.AtLeast or BundleVerdict.InRecord => ExitCodes.AtLeast,
        BundleVerdict.NotRecomputed or BundleVerdict.NotRecomputedInPart => ExitCodes.NotRecomputed,
        _ => ExitCodes.Done,
    };

    private static void Print(Terminal terminal, OutputFormat format, BundleChecks checks, BundleVerdict verdict) => Answer.Print(
        terminal, format,
        new
        {
            schema = "holdfire/bundle-checks/1",
            holds = verdict is BundleVerdict.Holds or BundleVerdict.HoldsReport,
            verdict,
            headline = BundleVerdicts.Headline(verdict, checks),
            checks = checks.All.Select(c => new { c.Check, c.Result, c.Detail }),
        },
        () => new Sheet(["check", "result", "what was found"], [.. checks.All.Select(c => (ImmutableArray<string>)
        [
            c.Check, c.Result == BundleResult.Wrong ? "WRONG" : Texts.Words(c.Result), VisibleText.Line(c.Detail),
        ])]),
        notes: () => verdict == BundleVerdict.Refused ? [] : [BundleVerdicts.Headline(verdict, checks)]);

    private static NoteVerifier KeyOf(string text)
    {
        var (where, vkey) = File.Exists(text) ? (text, File.ReadAllText(text).TrimEnd('\n')) : ("--trusted-vkey", text);
        return NoteVerifier.Parse(vkey).Is(out var key, out var error) ? key : throw new InputException(error.Within(where));
    }

    private static ImmutableArray<MerkleHash> ProofOf(string path) =>
        MerkleProof.Parse(Encoding.UTF8.GetString(BundleFile.Read(path).Span)).Is(out var proof, out var error)
            ? proof
            : throw new InputException(error.Within(path));

    private static SignedNote NoteOf(string path) =>
        SignedNote.Parse(BundleFile.Read(path).Span).Is(out var note, out var error)
            ? note
            : throw new InputException(error.Within(path));
}
