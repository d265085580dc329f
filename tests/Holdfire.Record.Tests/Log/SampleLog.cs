using System.Globalization;
using System.Text;
using Holdfire.Record.Log;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Tests.Log;

/// <summary>A published record to be read, or to be damaged and mended.</summary>
internal sealed class SampleLog : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private SampleLog()
    {
    }

    public string Folder => folder["record"];

    public NoteSigner Key { get; } = NoteSigner.Generate("example.org/record", SignatureKind.Ed25519);

    /// <summary>A record whose parts were published one after the other, so that it has partial tiles of earlier sizes.</summary>
    public static async Task<SampleLog> Of(params int[] parts)
    {
        var record = new SampleLog();
        await using var log = RecordLog.Create(record.Folder, record.Key, new() { PublishInterval = Duration.FromHours(1) });
        foreach (var part in parts)
        {
            var from = log.Current.Size;
            await log.AppendManyAsync([.. Enumerable.Range(0, part).Select(i => (ReadOnlyMemory<byte>)Entry(from + i))]);
            await log.PublishAsync();
        }

        return record;
    }

    public static byte[] Entry(long index) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"entry {index}"));

    public LogReader Read() => LogReader.Open(Folder).Value;

    /// <summary>The paths of all published files, with slashes.</summary>
    public string[] Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f))
            .Where(f => !f.StartsWith(LogFolder.Journal, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>What a check of the folder names; the folder's own key is used, as a reader without another would.</summary>
    public string[] Named()
    {
        if (!LogReader.Open(Folder).Is(out var reader, out var error) || !reader.OperatorKey().Is(out var key, out error))
        {
            return [Path.GetRelativePath(Folder, error.Where.Split(':')[0])];
        }

        return [.. LogFsck.Check(reader, key).Select(f => f.File).Distinct()];
    }

    public void Dispose()
    {
        Key.Dispose();
        folder.Dispose();
    }
}
