using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfire.Views;
using Microsoft.Extensions.Caching.Memory;

namespace Holdfire.Server.Api;

/// <summary>Answers questions of the catalogue, and keeps the bytes of the answers.</summary>
internal sealed class QueryEndpoint(ServedRecord record, ServerOptions options) : IDisposable
{
    // Raised with every change of what an answer looks like, so that nobody is told "not changed" wrongly after an upgrade.
    private static readonly string Edition = typeof(QueryEndpoint).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = options.CacheBytes });

    /// <summary>The entity tag of the answer to a question: the coordinates and the question, hashed.</summary>
    public static string TagOf(QueryRequest request, ServedView seen)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{Edition}\n{seen.Root}\n{seen.Key.Size}\n{seen.Key.Erased}\n{seen.Key.Asked}\n{seen.Key.KnownBy}\n{request.Canonical}");
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"";
    }

    /// <summary>The answer.</summary>
    /// <exception cref="QueryException">Thrown where an option is wrong.</exception>
    /// <exception cref="Record.RecordException">The record cannot be read.</exception>
    public ServedAnswer Answer(QueryRequest request, CancellationToken stop)
    {
        var seen = record.View(request.RecordedAt, request.KnownBy);
        var tag = TagOf(request, seen);
        if (kept.TryGetValue<byte[]>(tag, out var known))
        {
            return Served(request, tag, known!);
        }

        var result = request.Query.Run(seen.View, request.Arguments, new Work(Environment.ProcessorCount, stop));
        var bytes = Encoding.UTF8.GetBytes(AnswerForms.Text(result, request.Form));
        kept.Set(tag, bytes, new MemoryCacheEntryOptions { Size = bytes.Length });
        return Served(request, tag, bytes);
    }

    public void Dispose() => kept.Dispose();

    private static ServedAnswer Served(QueryRequest request, string tag, byte[] bytes) =>
        new(bytes, request.Form.ContentType, tag, IsFixed: long.TryParse(request.RecordedAt, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
