using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Tlog;
using Holdfire.Server.Api;
using Holdfire.Server.SignIn;
using Holdfire.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Holdfire.Server.Entries;

/// <summary><c>POST /api/v1/entries</c>: takes signed entries, all of a request or none, and answers with their proofs once they are durable.</summary>
/// <remarks>
/// From those whose role lets them; where the server does not tell who asks, from this machine alone. The entries themselves are signed by
/// keys that the record knows.
/// What the record holds already is not added again, so that who heard no answer may send the same once more.
/// </remarks>
/// <param name="record">The record, to read the proofs from.</param>
/// <param name="hold">The server as its writer; null where it has no key to write with.</param>
/// <param name="asksWho">Whether the server tells who asks.</param>
internal sealed class EntriesEndpoint(ServedRecord record, RecordHold? hold, bool asksWho) : IDisposable
{
    /// <summary>The address.</summary>
    public const string Path = "/api/v1/entries";

    // Whoever asks through a proxy on this machine is not on this machine.
    private static readonly string[] OfProxies =
        ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP"];

    private static readonly string[] Types = ["application/json", "application/x-ndjson", "application/jsonl"];

    // One request that another overtakes would make two batches out of one: they are taken one after the other.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Takes what a request sends.</summary>
    /// <exception cref="QueryException">The body is not one that can be taken.</exception>
    /// <exception cref="RecordException">An entry does not stand to the rules, or the record cannot be written.</exception>
    public async Task<ServedResponse> Take(HttpContext context, CancellationToken stop)
    {
        if (Refusal(context) is { } refusal)
        {
            return ServedResponse.Of(refusal);
        }

        var entries = EntryBatch.Read(await Body(context, stop).ConfigureAwait(false));
        if (entries.Select((e, i) => (Entry: e, At: i)).FirstOrDefault(e => e.Entry.IsProtected) is { Entry: not null } hidden)
        {
            throw new QueryException(
                QueryErrorCodes.BadForm, FormattableString.Invariant($"entry {hidden.At + 1} of {entries.Length}"), "an entry with its content", "a commitment; append protected entries where the record lies");
        }

        if (entries.Select((e, i) => (Kind: FileKindOf(e), At: i)).FirstOrDefault(e => e.Kind is not null) is { Kind: { } kind, At: var at })
        {
            throw new QueryException(
                QueryErrorCodes.BadForm, FormattableString.Invariant($"entry {at + 1} of {entries.Length}"), "an entry that needs no file beside the log",
                $"one of kind {EntryKinds.NameOf(kind)}; append it where the record lies, with holdfire record append");
        }

        // No sealed entry comes over this address, and what asks to be seen by some is not published to all.
        if (entries.Select((e, i) => (Label: AskedLabel.Of(e.Kind, e.Content!.Value), At: i)).FirstOrDefault(e => e.Label != AudienceLabel.Public) is { Label: var label, At: var asks } && label != default)
        {
            throw new QueryException(
                QueryErrorCodes.BadForm, FormattableString.Invariant($"entry {asks + 1} of {entries.Length}"), "a report that everybody may see",
                $"one with handling {label}; enter it where the record lies, with holdfire record append");
        }

        if (context.Viewer.Party is { } party && !MaySend(party, entries))
        {
            return ServedResponse.Of(Problems.NotOwnEntries());
        }

        var (added, proofs) = await hold!.With(w => Append(w, entries, stop), stop).ConfigureAwait(false);
        var body = new JsonObject
        {
            ["added"] = added,
            ["entries"] = new JsonArray([.. entries.Zip(proofs, (e, p) => (JsonNode)new JsonObject
            {
                ["index"] = p.Index,
                ["kind"] = EntryKinds.NameOf(e.Kind),
                ["id"] = e.Item.Id.Length > 0 ? e.Item.Id : null,
                ["leaf"] = Convert.ToHexStringLower(MerkleHash.OfLeaf(e.Bytes.Span).ToArray()),
                ["proof"] = p.ToString(),
            })]),
        };
        return new ServedResponse(added > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(body))
        {
            Caching = "no-store",
        };
    }

    /// <summary>What is wrong with an entry that the record refused; null where the record itself cannot be used.</summary>
    public static HttpProblem? Refusal(RecordException e) => e.Error switch
    {
        // What is at fault with a protected content would tell of it to whoever may not see it.
        _ when e is CaseRefusedException { WithProtected: true } => Problems.Refused(RecordError.Invalid("entries", "", "they do not go together with what the record holds protected")),
        { IsHeld: true } => Problems.Busy(),
        { IsTouched: true } => null,
        _ when e.InnerException is IOException or UnauthorizedAccessException => null,
        var error => Problems.Refused(error),
    };

    // What these say is in a file, or destroys one, and no file comes over this address.
    private static EntryKind? FileKindOf(Entry entry) => (entry.Kind, entry.Item.Kind) switch
    {
        (EntryKind.Erasure or EntryKind.Attachment or EntryKind.Parameters, _) => entry.Kind,
        (EntryKind.Correction, EntryKind.Attachment or EntryKind.Parameters) => entry.Item.Kind,
        _ => null,
    };

    private HttpProblem? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (asksWho ? !context.Viewer.MayEnter : IsFromElsewhere(context))
        {
            return !asksWho ? Problems.NotFromHere() : context.Viewer.IsKnown ? Problems.MayNotEnter() : Problems.NotSignedIn();
        }

        if (hold is null)
        {
            return Problems.ReadOnly();
        }

        // A page of another site can send forms and plain text unasked, but not these.
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            ? null : Problems.WrongType(Types);
    }

    private static bool IsFromElsewhere(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from) || OfProxies.Any(context.Request.Headers.ContainsKey);

    private bool MaySend(PartyId party, ImmutableArray<Entry> entries)
    {
        var allowed = new DelegateEntries(party, record.View(null, null).View.Recorded.Sources);
        return record.Read(r => allowed.Has(entries, r));
    }

    private static async Task<ReadOnlyMemory<byte>> Body(HttpContext context, CancellationToken stop)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = EntryBatch.MostBytes;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, stop).ConfigureAwait(false);
        return body.ToArray();
    }

    private async Task<(int Added, ImmutableArray<TlogProof> Proofs)> Append(RecordWriter writer, ImmutableArray<Entry> entries, CancellationToken stop)
    {
        await turn.WaitAsync(stop).ConfigureAwait(false);
        var indexes = new Dictionary<MerkleHash, long>();
        try
        {
            var unknown = new List<Entry>();
            foreach (var entry in entries.DistinctBy(Leaf))
            {
                if (await writer.FindAsync(Leaf(entry), stop).ConfigureAwait(false) is { } known)
                {
                    indexes[Leaf(entry)] = known.Index;
                }
                else
                {
                    unknown.Add(entry);
                }
            }

            if (unknown.Count > 0)
            {
                var receipt = await writer.AppendManyAsync(unknown, stop).ConfigureAwait(false);
                for (var i = 0; i < unknown.Count; i++)
                {
                    indexes[Leaf(unknown[i])] = receipt.Index + i;
                }
            }

            await writer.PublishAsync().WaitAsync(stop).ConfigureAwait(false);
            return (unknown.Count, record.Read(r => entries.Select(e => r.Log.Prove(indexes[Leaf(e)])).ToImmutableArray()));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private static MerkleHash Leaf(Entry entry) => MerkleHash.OfLeaf(entry.Bytes.Span);
}
