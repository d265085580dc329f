using System.Collections.Immutable;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Bundles;

/// <summary>Verifies a bundle offline, from its checkpoint down to each signature and content (docs/bundle-format.md).</summary>
/// <remarks>The figure is left to the caller. The first thing that is wrong ends it.</remarks>
public sealed class BundleVerifier
{
    private readonly BundleChecks checks;
    private readonly OrderedDictionary<string, ReadOnlyMemory<byte>> files;
    private readonly BundleManifest manifest;

    private BundleVerifier(ReadOnlyMemory<byte> zip, BundleChecks checks)
    {
        this.checks = checks;
        files = BundleZip.Read(zip);
        checks.Ok("zip file", $"{files.Count} files with allowed names, within the limits");
        manifest = files.TryGetValue(BundleFiles.Manifest, out var bytes)
            ? BundleManifest.Read(bytes)
            : throw BundleChecks.Wrong(BundleFiles.Manifest, "this file", "none");
    }

    /// <summary>Verifies all of a bundle but its figure.</summary>
    /// <param name="zip">The file.</param>
    /// <param name="trust">What the verifier has from elsewhere.</param>
    /// <param name="checks">Takes what was checked, in order.</param>
    /// <exception cref="RecordException">It is wrong; the error names the file of the bundle and what is wrong with it.</exception>
    public static BundleContents Verify(ReadOnlyMemory<byte> zip, BundleTrust trust, BundleChecks checks) =>
        new BundleVerifier(zip, checks).Run(trust);

    private static RecordException Wrong(string where, string expected, string found) => BundleChecks.Wrong(where, expected, found);

    private BundleContents Run(BundleTrust trust)
    {
        CheckFiles();
        checks.Ok(BundleFiles.Manifest, $"for {manifest.Purpose}; the other files are those that it names");
        var log = new BundleLogCheck(files, manifest, trust, checks);
        var signed = log.CheckCheckpoint();
        var entries = ReadEntries();
        log.CheckEntries(entries, signed);
        var ledger = CheckRules(entries);
        CheckNumbers(entries);
        var (disclosed, attached) = new BundleContentCheck(files, checks).Run(entries, ledger);
        CheckReport(entries, ledger, disclosed);
        TellSetAside(entries, ledger);
        var withheld = Enumerable.Range(0, entries.Length).Count(i => WithheldContent.Bears(ledger[i], by => entries[(int)by].Entry)
            && entries[i].Entry.ContentHash is var commitment && ledger.ErasureOf(i, commitment) is null && !disclosed.ContainsKey(commitment));
        checks.Withhold(withheld);
        var hidden = entries.Count(e => e.Entry.IsSealed);
        if (hidden > 0)
        {
            checks.NotChecked("sealed", FormattableString.Invariant($"{hidden} entries: what they hold is not in the bundle"));
        }

        if (manifest.Whole)
        {
            checks.Ok("completeness", "the bundle holds every entry of the record at this checkpoint");
        }
        else
        {
            checks.NotChecked(
                "completeness",
                "these entries are in the record; that no other one bears on the figure, changes one of these or revokes a key is not shown");
        }

        return new BundleContents(
            manifest, entries, [.. Enumerable.Range(0, entries.Length).Select(i => ledger[i])], ledger.Keys, disclosed, attached,
            files.GetValueOrDefault(BundleFiles.Figure))
        {
            Withheld = withheld,
            Sealed = hidden,
        };
    }

    private void CheckFiles()
    {
        var expected = new HashSet<string>(
            [BundleFiles.Manifest, BundleFiles.Checkpoint, BundleFiles.OperatorKey, BundleFiles.Witnesses, .. manifest.Files.Keys],
            StringComparer.Ordinal);
        if (manifest.Purpose.Command is not null)
        {
            expected.Add(BundleFiles.Figure);
        }

        foreach (var index in Indexes())
        {
            expected.Add(BundleFiles.Entry(index));
            if (!manifest.Whole)
            {
                expected.Add(BundleFiles.Proof(index));
            }
        }

        foreach (var name in expected.Where(name => !files.ContainsKey(name)))
        {
            throw Wrong(name, "this file", "none");
        }

        foreach (var (name, bytes) in files)
        {
            if (!expected.Contains(name))
            {
                throw Wrong(name, "no such file: bundle.json does not name it", "");
            }

            if (name != BundleFiles.Manifest && !BundleFiles.IsProven(name)
                && EntryBytes.HashOf(bytes.Span) != manifest.Files.GetValueOrDefault(name))
            {
                throw Wrong(name, "", "its SHA-256 is not the one in bundle.json");
            }
        }
    }

    // A size that no bundle can hold needs no longer list to be refused.
    private IEnumerable<long> Indexes() =>
        manifest.Entries ?? Enumerable.Range(0, (int)Math.Min(manifest.Size, BundleZip.MostFiles + 1)).Select(i => (long)i);

    private ImmutableArray<StoredEntry> ReadEntries()
    {
        var entries = ImmutableArray.CreateBuilder<StoredEntry>();
        foreach (var index in Indexes())
        {
            var name = BundleFiles.Entry(index);
            if (!EntryBytes.TryParse(files[name], out var entry, out var error))
            {
                throw new RecordException(error!.At(name));
            }

            entries.Add(new StoredEntry(index, MerkleHash.OfLeaf(files[name].Span), entry!));
        }

        checks.Ok("entries", $"{entries.Count} in canonical form, each content with its hash");
        return entries.DrainToImmutable();
    }

    private Ledger CheckRules(ImmutableArray<StoredEntry> entries)
    {
        var ledger = new Ledger();
        var counted = manifest.Whole ? "" : " (entries are counted as they stand in the bundle)";
        foreach (var (index, leaf, entry) in entries)
        {
            var error = ledger.Take(entry, leaf, out var key) ??
                (entry.IsSealed || EntrySignature.IsBy(entry, key!) ? null : RecordError.Of("", $"its signature is not one of this entry by the key {entry.Key}"));
            if (error is not null)
            {
                throw new RecordException(error.With(counted).At(BundleFiles.Entry(index)));
            }
        }

        if (ledger.Keys.Origin != manifest.Origin)
        {
            throw Wrong(BundleFiles.Entry(0), $"the record {manifest.Origin}", $"{ledger.Keys.Origin}");
        }

        checks.Ok("signatures", $"{entries.Length} entries, each by the key of its submitter, {ledger.Keys.Keys.Count()} keys");
        var far = manifest.Whole ? "" : ", as far as the entries are here";
        checks.Ok("rules", $"keys, corrections and withdrawals by the order of the log{far}");
        return ledger;
    }

    // A number that no entry here has belongs to a report that was left out of the bundle or, where it holds the whole log, never let in.
    private void CheckNumbers(ImmutableArray<StoredEntry> entries)
    {
        var numbered = entries.Where(e => e.Entry.Number is not null).Select(e => e.Entry)
            .GroupBy(e => (Source: e.Item.AttributedTo, e.Submitter))
            .OrderBy(g => g.Key.Source, StringComparer.Ordinal).ThenBy(g => g.Key.Submitter, StringComparer.Ordinal);
        foreach (var of in numbered)
        {
            var (last, count) = (of.Max(e => e.Number!.Value), of.Count());
            var detail = FormattableString.Invariant($"source {of.Key.Source}, submitted by {of.Key.Submitter}: numbers 1..{last}, {last - count} missing");
            if (last == count)
            {
                checks.Ok("numbers", detail);
            }
            else
            {
                checks.NotChecked("numbers", detail);
            }
        }
    }

    // Whatever the figure is, it is without these: who sees it has to know of them.
    private void TellSetAside(ImmutableArray<StoredEntry> entries, Ledger ledger)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            if (ledger[i] is { Standing: Standing.SetAside } state)
            {
                var change = entries[(int)state.ChangedBy];
                var item = $"{EntryKinds.NameOf(state.Kind)} {entries[i].Entry.Item.Id}".TrimEnd();
                checks.NotChecked(BundleChecks.SetAside, FormattableString.Invariant(
                    $"entry {entries[i].Index}, {item}: the registrar left it out by entry {change.Index}: {BundleContent.Text(change.Entry.Content!.Value, "reason")}"));
            }
        }
    }

    private void CheckReport(
        ImmutableArray<StoredEntry> entries, Ledger ledger, ImmutableDictionary<string, ReadOnlyMemory<byte>> disclosed)
    {
        if (manifest.Purpose.Report is not { } id)
        {
            return;
        }

        bool IsOf(Entry entry) => entry.Item.Kind == EntryKind.Report && id == (
            entry.IsProtected && disclosed.TryGetValue(entry.ContentHash, out var content)
                ? BundleContent.Text(content, "id")
                : entry.Item.Id);
        var own = Enumerable.Range(0, entries.Length).Where(i => IsOf(entries[i].Entry)).ToArray();
        if (own.Length == 0)
        {
            throw Wrong(BundleFiles.Manifest, $"the report {id} among the entries", "none");
        }

        foreach (var i in own)
        {
            var standing = ledger[i].Standing switch
            {
                Standing.Stands => "stands, as far as the entries are here",
                Standing.Corrected when ledger[ledger[i].ChangedBy].Standing == Standing.SetAside => "stands again, since what corrected it is set aside",
                Standing.Corrected => "is corrected",
                Standing.SetAside => "is set aside by the registrar",
                _ => "is withdrawn",
            };
            checks.Ok("report", FormattableString.Invariant($"{id}: entry {entries[i].Index} {standing}"));
        }
    }
}
