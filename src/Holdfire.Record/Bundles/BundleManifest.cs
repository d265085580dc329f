using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Holdfire.Record.Entries;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Bundles;

/// <summary><c>bundle.json</c>: what a bundle is for and what it holds.</summary>
/// <param name="Origin">The record.</param>
/// <param name="Size">The entries that the record has at the checkpoint.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Entries">The indexes of the entries that it holds, rising from 0; null where it holds all.</param>
/// <param name="Files">SHA-256 in lower-case hex of each file that the log does not vouch for, by name.</param>
public sealed record BundleManifest(
    string Origin, long Size, BundlePurpose Purpose, ImmutableArray<long>? Entries, ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>The schema that stands in it.</summary>
    public const string Schema = "holdfire/bundle/1";

    private static readonly ImmutableHashSet<string> Names =
        ["arguments", "command", "entries", "files", "origin", "report", "schema", "size", "whole"];

    /// <summary>Whether the bundle holds every entry of the record.</summary>
    public bool Whole => Entries is null;

    /// <summary>Reads it.</summary>
    /// <exception cref="RecordException">It is not of the form.</exception>
    public static BundleManifest Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = CanonicalJson.Parse(bytes, out var error) ?? throw new MalformedException(error!);
            return Read(bytes, document.RootElement);
        }
        catch (FormatException e)
        {
            throw new RecordException(RecordError.OfFile(BundleFiles.Manifest, e));
        }
    }

    /// <summary>The file, canonical JSON.</summary>
    public byte[] ToBytes()
    {
        var to = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            if (Purpose.Command is { } command)
            {
                WriteList(json, "arguments", Purpose.Arguments);
                json.WriteString("command", command);
            }

            if (Entries is { } entries)
            {
                WriteList(json, "entries", entries.Select(e => e.ToString(CultureInfo.InvariantCulture)));
            }

            json.WriteStartObject("files");
            foreach (var (name, hash) in Files)
            {
                json.WriteString(name, hash);
            }

            json.WriteEndObject();
            json.WriteString("origin", Origin);
            if (Purpose.Report is { } report)
            {
                json.WriteString("report", report);
            }

            json.WriteString("schema", Schema);
            json.WriteString("size", Size.ToString(CultureInfo.InvariantCulture));
            json.WriteBoolean("whole", Whole);
            json.WriteEndObject();
        }

        return CanonicalJson.Of(to.WrittenMemory);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static BundleManifest Read(ReadOnlyMemory<byte> bytes, JsonElement root)
    {
        Require(
            root.ValueKind == JsonValueKind.Object && CanonicalJson.Of(bytes).AsSpan().SequenceEqual(bytes.Span),
            "an object in canonical form (RFC 8785)");
        foreach (var property in root.EnumerateObject().Where(p => !Names.Contains(p.Name)))
        {
            throw new MalformedException($"no member of the name '{property.Name}'", "");
        }

        Require(EntryBytes.Text(root, "schema") == Schema, $"the schema {Schema}");
        var size = Number(EntryBytes.Text(root, "size"));
        Require(size > 0, "a decimal size above zero");
        Require(
            root.TryGetProperty("whole", out var whole) && whole.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "true or false under 'whole'");
        var entries = Texts(root, "entries");
        Require(
            (entries is null) == (whole.ValueKind == JsonValueKind.True),
            "a list of entries exactly where the bundle does not hold the whole log");
        return new BundleManifest(
            EntryBytes.Text(root, "origin"), size!.Value, ReadPurpose(root),
            entries is { } list ? Indexes(list, size.Value) : null, ReadFiles(root));
    }

    private static BundlePurpose ReadPurpose(JsonElement root)
    {
        var arguments = Texts(root, "arguments");
        if (root.TryGetProperty("report", out _))
        {
            Require(!root.TryGetProperty("command", out _) && arguments is null, "a report or a command, and not both");
            return BundlePurpose.OfReport(EntryBytes.Text(root, "report"));
        }

        var command = EntryBytes.Text(root, "command");
        Require(arguments is not null, "a list of texts under 'arguments'");
        return BundlePurpose.OfQuery(command, arguments!.Value);
    }

    private static ImmutableArray<long> Indexes(ImmutableArray<string> texts, long size)
    {
        var indexes = texts.Select(Number).ToArray();
        Require(
            indexes.Length > 0 && indexes[0] == 0 && indexes[^1] < size && indexes.Zip(indexes.Skip(1)).All(pair => pair.First < pair.Second),
            $"indexes from 0 up and below {size} under 'entries'");
        return [.. indexes.Select(i => i!.Value)];
    }

    private static ImmutableSortedDictionary<string, string> ReadFiles(JsonElement root)
    {
        Require(root.TryGetProperty("files", out var files) && files.ValueKind == JsonValueKind.Object, "a map under 'files'");
        foreach (var file in files.EnumerateObject())
        {
            Require(
                BundleFiles.IsName(file.Name) && !BundleFiles.IsProven(file.Name) && file.Name != BundleFiles.Manifest,
                $"no hash of {file.Name}");
        }

        return files.EnumerateObject().ToImmutableSortedDictionary(
            f => f.Name, f => EntryBytes.HexText(files, f.Name, 64), StringComparer.Ordinal);
    }

    private static ImmutableArray<string>? Texts(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var list))
        {
            return null;
        }

        Require(
            list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String),
            $"a list of texts under '{name}'");
        return [.. list.EnumerateArray().Select(t => t.GetString()!)];
    }

    // Numbers of more than 53 bits cannot be told apart in every language.
    private static long? Number(string text) => CanonicalDecimal.Parse(text) is { } number and <= (1L << 53) - 1 ? number : null;

    private static void Require(bool holds, string expected)
    {
        if (!holds)
        {
            throw new MalformedException(expected, "");
        }
    }
}
