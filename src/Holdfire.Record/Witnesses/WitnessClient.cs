using System.Net;
using System.Text;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Witnesses;

/// <summary>The log's side of C2SP tlog-witness: asks a witness over HTTP and puts its cosignature under the checkpoint.</summary>
public static class WitnessClient
{
    private const string AddCheckpoint = "add-checkpoint";

    // The second try is with the size that the first one was told; a third is needed only where others ask at the same time.
    private const int Tries = 3;

    /// <summary>Asks for a cosignature of the folder's checkpoint. The witness may be anyone's who follows the specification.</summary>
    /// <param name="http">The client.</param>
    /// <param name="prefix">The witness's submission prefix, ending in a slash.</param>
    /// <param name="witness">The witness's key: its cosignature is taken only if it holds.</param>
    /// <param name="folder">The record.</param>
    /// <param name="cancellation">Stops waiting for the witness.</param>
    /// <returns>The cosignature, or the error: what the witness answered, or that its cosignature does not hold.</returns>
    /// <exception cref="RecordException">The folder cannot be read or written.</exception>
    /// <exception cref="HttpRequestException">The witness cannot be reached.</exception>
    public static async Task<Parsed<NoteSignature>> AskAsync(
        HttpClient http, Uri prefix, NoteVerifier witness, string folder, CancellationToken cancellation = default)
    {
        folder = Path.GetFullPath(folder);
        RecordLinks.Refuse(folder);
        var reader = LogReader.Open(folder).OrThrow();
        long old = 0;
        for (var i = 0; i < Tries; i++)
        {
            var request = new AddCheckpointRequest(old, reader.ProveConsistency(old), reader.Note);
            using var content = new StringContent(request.ToString(), Encoding.UTF8, "text/plain");
            using var response = await http.PostAsync(new Uri(prefix, AddCheckpoint), content, cancellation).ConfigureAwait(false);
            var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return Take(reader, witness, body);
            }

            if (response.StatusCode != HttpStatusCode.Conflict || CanonicalDecimal.Parse(body.AsSpan().TrimEnd('\n')) is not { } size)
            {
                return RecordError.Invalid(prefix.ToString(), "", $"the witness refused with status {(int)response.StatusCode}: {ShownText.Of(body)}");
            }

            if (size > reader.Size)
            {
                return RecordError.Invalid(
                    prefix.ToString(), "", $"the witness has cosigned size {size}, and the record has {reader.Size}: the record shrank or is an old copy");
            }

            if (i > 0 && size == old && size == reader.Size)
            {
                return RecordError.Invalid(prefix.ToString(), "", $"the witness has cosigned another tree of {size} entries: the record forked");
            }

            old = size;
        }

        return RecordError.Invalid(prefix.ToString(), "", "the witness names another size at each request");
    }

    private static Parsed<NoteSignature> Take(LogReader reader, NoteVerifier witness, string body)
    {
        // C2SP tlog-witness: the answer's lines are read as the signatures of a note.
        if (!SignedNote.Parse($"{reader.Note.Text}\n{body}").Is(out var answer, out var error)
            || !answer.VerifiedBy(witness).Is(out var good, out error))
        {
            return error.Within("the answer of the witness");
        }

        // Also where the record has grown meanwhile: a busy one would never be cosigned otherwise.
        FolderWitness.Add(reader.Folder, reader.Note, [good[0]]);
        return good[0];
    }
}
