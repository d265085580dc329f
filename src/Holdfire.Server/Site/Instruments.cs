using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Holdfire.Server.Site;

/// <summary>The scripts of the pages and what belongs to them, built from <c>web/app</c>. A page shows the same without them.</summary>
internal static class Instruments
{
    /// <summary>What a page with a script may do: run and fetch what this server gives, and nothing else.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Below = "/assets/";

    private static readonly ImmutableDictionary<string, (string Type, ReadOnlyMemory<byte> Bytes)> Files = Read();

    /// <summary>Whether the program was built with them.</summary>
    public static bool AreThere => !Files.IsEmpty;

    /// <summary>The file at an address; null where there is none.</summary>
    public static ServedResponse? Find(string path) => path.StartsWith(Below, StringComparison.Ordinal) && Files.TryGetValue(path[Below.Length..], out var file)
        ? new ServedResponse(StatusCodes.Status200OK, file.Type, file.Bytes) { Tag = AnswerCache.TagOf(path), Caching = "no-cache", ContentPolicy = Policy } : null;

    private static ImmutableDictionary<string, (string Type, ReadOnlyMemory<byte> Bytes)> Read() =>
        new[] { ("map.js", "text/javascript; charset=utf-8"), ("map-worker.js", "text/javascript; charset=utf-8"), ("map.css", "text/css; charset=utf-8") }
            .Select(f => (Name: f.Item1, Type: f.Item2, Bytes: BytesOf(f.Item1))).Where(f => f.Bytes is not null)
            .ToImmutableDictionary(f => f.Name, f => (f.Type, new ReadOnlyMemory<byte>(f.Bytes)), StringComparer.Ordinal);

    private static byte[]? BytesOf(string name)
    {
        using var stream = typeof(Instruments).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
