using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Holdfire.CaseFormat;

namespace Holdfire.Server.OpenRosa;

/// <summary>What a phone sends as the answers to a form, after the OpenRosa metadata schema and the ODK XForms specification.</summary>
internal sealed class SubmissionXml
{
    private const int LongestId = 200;
    private const int MostBytes = 1 << 20;
    private const int Deepest = 16;
    private const string Uuid = "uuid:";
    private readonly XElement root;

    private SubmissionXml(XElement root, byte[] bytes)
    {
        (this.root, Bytes) = (root, bytes);
        IsSealed = (string?)root.Attribute("encrypted") == "yes";
        (FormId, Version) = ((string?)root.Attribute("id") ?? "", (string?)root.Attribute("version") ?? "");
        var meta = root.Elements().FirstOrDefault(e => e.Name.LocalName == "meta");
        (InstanceId, DeprecatedId) = (Id(meta, "instanceID"), Id(meta, "deprecatedID"));
        if (InstanceId.Length == 0)
        {
            throw new OpenRosaException(400, "The form has no meta/instanceID, by which a submission is known when it is sent again.");
        }
    }

    /// <summary>The XML as it was sent.</summary>
    public byte[] Bytes { get; }

    /// <summary>Whether the answers are encrypted: the XML then only names the files with them.</summary>
    public bool IsSealed { get; }

    /// <summary>The id of the form.</summary>
    public string FormId { get; }

    /// <summary>The version of the form.</summary>
    public string Version { get; }

    /// <summary>The id by which it is known when it is sent again.</summary>
    public string InstanceId { get; }

    /// <summary>Of an edit, the id of what it takes the place of; else empty.</summary>
    public string DeprecatedId { get; }

    /// <summary>Reads what was sent.</summary>
    /// <exception cref="OpenRosaException">It is no submission.</exception>
    public static SubmissionXml Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new OpenRosaException(413, "The answers are larger than 1 MiB.");
        }

        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes };
            using var depth = XmlReader.Create(new MemoryStream(bytes), settings);
            while (depth.Read())
            {
                if (depth.Depth > Deepest)
                {
                    throw new OpenRosaException(400, "The answers are nested too deep.");
                }
            }

            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            return new SubmissionXml(XElement.Load(reader), bytes);
        }
        catch (XmlException e)
        {
            throw new OpenRosaException(400, $"The answers are no XML: {e.Message}");
        }
    }

    /// <summary>The id without the words that tools put before it.</summary>
    public static string Bare(string id) => id.StartsWith(Uuid, StringComparison.Ordinal) ? id[Uuid.Length..] : id;

    /// <summary>The id with them.</summary>
    public static string Full(string id) => Uuid + Bare(id);

    /// <summary>The names of the files that belong to it.</summary>
    /// <param name="form">The version of the form; null where it is sealed.</param>
    public ImmutableArray<string> FileNames(KeptForm? form) =>
    [
        .. (IsSealed
            ? root.Descendants().Where(e => e.Name.LocalName is "encryptedXmlFile" || (e.Name.LocalName == "file" && e.Parent?.Name.LocalName == "media"))
            : root.Descendants().Where(e => !e.HasElements && form!.Files.Contains(e.Name.LocalName)))
            .Select(e => e.Value.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The answers as the OData service of ODK Central has them, so that they are read as an import of them would be.</summary>
    /// <param name="form">The version of the form.</param>
    /// <param name="id">The id that stays through all edits.</param>
    /// <param name="received">When it came in, an instant in UTC.</param>
    /// <param name="user">Who sent it.</param>
    public string AsOData(KeptForm form, string id, string received, string user)
    {
        var item = Answers(root, form);
        item["__id"] = id;
        item["__system"] = new JsonObject { ["submissionDate"] = received, ["submitterName"] = user };
        return new JsonObject { ["value"] = new JsonArray(item) }.ToJsonString();
    }

    private static JsonObject Answers(XElement of, KeptForm form)
    {
        var answers = new JsonObject();
        foreach (var group in of.Elements().Where(e => e.Name.LocalName != "meta" || e.Parent!.Parent is not null).GroupBy(e => e.Name.LocalName, StringComparer.Ordinal))
        {
            answers[group.Key] = form.Repeats.Contains(group.Key) ? new JsonArray([.. group.Select(e => (JsonNode)Answers(e, form))])
                : group.First() is { HasElements: true } inner ? Answers(inner, form)
                : group.First().Value.Trim() is { Length: > 0 } text ? text : null;
        }

        return answers;
    }

    private static string Id(XElement? meta, string name)
    {
        var text = meta?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() ?? "";
        return text.Length <= LongestId && !text.Contains(';', StringComparison.Ordinal) && (text.Length == 0 || NameText.ErrorOfId(text) is null) ? text
            : throw new OpenRosaException(400, $"meta/{name} is no id: it has to have at most {LongestId} characters, no semicolon and nothing hidden.");
    }
}
