using System.Collections.Immutable;
using System.Net;
using Holdfire.Record.Files;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Witnesses;

/// <summary>What a witness cosigned last of a log. A writer asks before it goes on, so that an old copy of a record is not written to.</summary>
/// <param name="Witness">The witness's key.</param>
/// <param name="Last">
/// The checkpoint, signed by the log and cosigned by the witness, both verified; null where it never cosigned the log, or did not say.
/// </param>
/// <param name="Silence">Why the witness did not say; null where it did.</param>
public sealed record WitnessMemory(NoteVerifier Witness, SignedNote? Last, Error? Silence) : IWitnessMemory
{
    /// <inheritdoc/>
    SignedNote? IWitnessMemory.Last(string origin) => Last;

    /// <summary>Asks a witness over HTTP. One that cannot be reached is an answer too and no exception.</summary>
    /// <param name="http">The client; its time limit is that of the answer.</param>
    /// <param name="prefix">The witness's prefix, ending in a slash.</param>
    /// <param name="witness">The witness's key.</param>
    /// <param name="log">The log's key.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<WitnessMemory> LastCosignedAsync(
        HttpClient http, Uri prefix, NoteVerifier witness, NoteVerifier log, CancellationToken cancellation = default)
    {
        try
        {
            var name = $"{Witnesses.Witness.NameOf(log.Name)}/{LogFolder.Checkpoint}";
            using var response = await http.GetAsync(new Uri(prefix, name), cancellation).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => Of(SignedNote.Parse(body), witness, log, $"{prefix}"),
                HttpStatusCode.NotFound => new WitnessMemory(witness, null, null),
                _ => Silent(witness, prefix.ToString(), $"the witness refused with status {(int)response.StatusCode}"),
            };
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Silent(witness, prefix.ToString(), $"the witness cannot be reached: {e.Message}");
        }
    }

    /// <summary>Looks in a witness's state folder on this machine.</summary>
    /// <param name="state">The folder.</param>
    /// <param name="witness">The witness's key.</param>
    /// <param name="log">The log's key.</param>
    public static WitnessMemory LastCosigned(string state, NoteVerifier witness, NoteVerifier log)
    {
        var folder = Path.Combine(state, Witnesses.Witness.NameOf(log.Name));
        try
        {
            return File.Exists(Path.Combine(folder, LogFolder.Checkpoint))
                ? Of(CheckpointFile.Read(DiskFiles.Instance, folder), witness, log, folder)
                : new WitnessMemory(witness, null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Silent(witness, folder, e.Message);
        }
    }

    /// <summary>Asks all witnesses that the record's own policy gives a URL for, at the same time; empty where it gives none.</summary>
    /// <param name="http">The client; its time limit is that of each answer.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<ImmutableArray<WitnessMemory>> AskAllAsync(
        HttpClient http, LogReader record, CancellationToken cancellation = default)
    {
        if (!record.OwnPolicy().Is(out var policy, out _) || !record.OperatorKey().Is(out var log, out _))
        {
            return [];
        }

        var asked = policy.Urls.OrderBy(u => u.Key, StringComparer.Ordinal)
            .Select(u => LastCosignedAsync(http, u.Value, policy.Witnesses[u.Key], log, cancellation));
        return [.. await Task.WhenAll(asked).ConfigureAwait(false)];
    }

    private static WitnessMemory Of(Parsed<SignedNote> parsed, NoteVerifier witness, NoteVerifier log, string where) =>
        parsed.Is(out var note, out var error) && note.VerifiedBy(witness).Is(out _, out error) && Checkpoint.Open(note, log).Is(out _, out error)
            ? new WitnessMemory(witness, note, null)
            : new WitnessMemory(witness, null, error.Within(where));

    private static WitnessMemory Silent(NoteVerifier witness, string where, string found) => new(witness, null, RecordError.Invalid(where, "", found));
}
