using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace Holdfire.Server;

/// <summary>Keeps answers and pages as bytes, by their entity tags. What was used longest ago goes first.</summary>
internal sealed class AnswerCache(long mostBytes) : IDisposable
{
    // As many answers are worked out at a time as there are processors; whoever comes later waits.
    private readonly SemaphoreSlim turns = new(Environment.ProcessorCount);

    // A new build may answer in other words, so that nobody is told "not changed" wrongly after an upgrade.
    private static readonly string Edition = typeof(AnswerCache).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = mostBytes });

    /// <summary>The entity tag of what is asked of a view: its coordinates and the question, hashed.</summary>
    /// <param name="seen">The view.</param>
    /// <param name="question">The question as one text: the same text, the same question.</param>
    public static string TagOf(ServedView seen, string question)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{Edition}\n{seen.Root}\n{seen.Key.Size}\n{seen.Key.Contents}\n{seen.Key.Asked}\n{seen.Key.KnownBy}\n{seen.Key.Audience}\n{question}");
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"";
    }

    /// <summary>The entity tag of what depends on no record.</summary>
    public static string TagOf(string question) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Edition}\n{question}")).AsSpan(0, 16))}\"";

    /// <summary>The bytes under a tag, made where they are not kept.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="make">Makes the text, once it is its turn: whatever costs work for an answer belongs in here.</param>
    /// <param name="stop">Ends the waiting for a turn.</param>
    /// <exception cref="OperationCanceledException">It took too long until it was this one's turn.</exception>
    public ReadOnlyMemory<byte> Find(string tag, Func<string> make, CancellationToken stop) => FindIfAny(tag, make, stop)!.Value;

    /// <summary>The same where there may be nothing to answer with: null then, which is not kept.</summary>
    public ReadOnlyMemory<byte>? FindIfAny(string tag, Func<string?> make, CancellationToken stop) =>
        Find(tag, () => make() is { } text ? Encoding.UTF8.GetBytes(text) : null, bytes => bytes.Length, stop) is { } found ? found : (ReadOnlyMemory<byte>?)null;

    /// <summary>The same for what is no text; null where there is nothing to answer with.</summary>
    /// <param name="tag">The tag, which belongs to this type of answer alone.</param>
    /// <param name="make">Makes the answer, once it is its turn.</param>
    /// <param name="bytes">How much room it takes.</param>
    /// <param name="stop">Ends the waiting for a turn.</param>
    public T? Find<T>(string tag, Func<T?> make, Func<T, long> bytes, CancellationToken stop)
        where T : class
    {
        if (kept.TryGetValue<T>(tag, out var known))
        {
            return known;
        }

        turns.Wait(stop);
        try
        {
            if (!kept.TryGetValue(tag, out known) && make() is { } made)
            {
                known = kept.Set(tag, made, new MemoryCacheEntryOptions { Size = bytes(made) });
            }

            return known;
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose()
    {
        kept.Dispose();
        turns.Dispose();
    }
}
