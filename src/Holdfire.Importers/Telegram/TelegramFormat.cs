using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Holdfire.CaseFormat;
using Holdfire.Record.Entries;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>The <c>result.json</c> of Telegram Desktop: each post a document, and where it has a text a statement. Numbers in it are typed by a person.</summary>
internal sealed class TelegramFormat : IClaimFormat
{
    private const int LongestWords = 400;
    private const string Expected = "the result.json of one chat that Telegram Desktop exports, with id and messages";

    public ImportFormat Info { get; } = new("telegram", "posts of a channel as Telegram Desktop exports them, as documents and statements");

    public IEnumerable<ReadUnit> Read(ImmutableArray<ImportFile> files, ImportContext context) => FormFiles.DataOf(files, Expected).SelectMany(f => Read(f, context));

    private static IEnumerable<ReadUnit> Read(ImportFile file, ImportContext context)
    {
        if (!RecordTable.IsJson(file))
        {
            throw new UnreadableFileException(file.Name, 1, "", Expected, "no JSON");
        }

        using var document = JsonRecords.Parse(file);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array || Text(root, "id").Length == 0)
        {
            throw new UnreadableFileException(file.Name, 1, "", Expected, "other JSON");
        }

        var channel = (Id: Text(root, "id"), Name: Text(root, "name"));
        var source = context.Options.Source.Length > 0 ? context.Options.Source : context.Map.Sources.Find(channel.Name) ?? "tg-" + channel.Id;
        context.Offer(source, new SourceEntry(source, channel.Name.Length > 0 ? channel.Name : source, "observer", AreDistinct: false) { Column = "name" });
        var line = 0;
        foreach (var message in messages.EnumerateArray())
        {
            yield return UnitOf(message, ++line, file.Name, channel, source, context);
        }
    }

    private static ReadUnit UnitOf(JsonElement message, int line, string file, (string Id, string Name) channel, string source, ImportContext context)
    {
        if (message.ValueKind != JsonValueKind.Object || Text(message, "type") != "message")
        {
            return ReadUnit.Left("a notice of the service");
        }

        if (Text(message, "id").Length == 0 || !long.TryParse(Text(message, "date_unixtime"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 4_102_444_800)
        {
            return ReadUnit.Bad(new RejectedRow(line, "date_unixtime", "a post with an id and seconds since 1970", $"'{Text(message, "date_unixtime")}'", []) { File = file });
        }

        var (id, at, text) = ($"TG-{channel.Id}-{Text(message, "id")}", Instant.FromUnixTimeSeconds(seconds), WholeText(message));
        var forwarded = Text(message, "forwarded_from");
        var bytes = Encoding.UTF8.GetBytes(text);
        var document = new YamlItemBuilder()
            .Text("id", id).Text("title", $"{channel.Name}, post {Text(message, "id")}" + (forwarded.Length > 0 ? $", passed on from {forwarded}" : ""))
            .Text("publisher", channel.Name.Length > 0 ? channel.Name : source).Text("date", CivilText.Format(at.InZone(context.ZoneObject).Date))
            .Text("sha256", bytes.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes)))
            .Text("length", bytes.Length == 0 ? "" : text.Length.ToString(CultureInfo.InvariantCulture)).Item(EntryKind.Document);
        return new ReadUnit { Line = line, File = file, Items = bytes.Length == 0 ? [document] : [document, Statement(id, source, text, forwarded, at, context)] };
    }

    private static CaseFormat.Entries.CaseItem Statement(string id, string source, string text, string forwarded, Instant at, ImportContext context)
    {
        var minute = CivilText.Format(at.InZone(context.ZoneObject).LocalDateTime);
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new YamlItemBuilder()
            .Text("id", "S-" + id).Text("document", id).Text("kind", "claim").Text("form", forwarded.Length > 0 ? "reported" : "direct_quote").Text("speaker", source)
            .Text("hearsay", forwarded.Length > 0 ? "1" : "0")
            .Inner("said", new YamlItemBuilder().Text("from", minute).Text("to", minute).Text("zone", context.Zone).Text("precision", "minute"))
            .Text("paraphrase", (forwarded.Length > 0 ? $"Passed on from {forwarded}: " : "") + (words.Length > LongestWords ? words[..LongestWords] + "…" : words)).Item(EntryKind.Statement);
    }

    // A text, or a list of texts and of objects with one.
    private static string WholeText(JsonElement message) => !message.TryGetProperty("text", out var text) ? ""
        : text.ValueKind == JsonValueKind.Array
            ? string.Concat(text.EnumerateArray().Select(t => t.ValueKind == JsonValueKind.Object ? Text(t, "text") : JsonRecords.Text(t)))
            : JsonRecords.Text(text);

    private static string Text(JsonElement of, string key) => of.TryGetProperty(key, out var value) ? JsonRecords.Text(value) : "";
}
