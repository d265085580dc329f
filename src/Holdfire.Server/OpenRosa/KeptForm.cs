using System.Collections.Immutable;
using System.Xml.Linq;

namespace Holdfire.Server.OpenRosa;

/// <summary>A version of the form of the case, as it was handed out.</summary>
internal sealed record KeptForm
{
    private static readonly XNamespace Form = "http://www.w3.org/2002/xforms";

    /// <summary>From the XForm that was handed out.</summary>
    public KeptForm(byte[] xml)
    {
        Xml = xml;
        var document = XDocument.Load(new MemoryStream(xml));
        var data = document.Descendants(Form + "instance").First().Elements().First();
        (Id, Version, Title) = ((string)data.Attribute("id")!, (string)data.Attribute("version")!, document.Descendants().First(e => e.Name.LocalName == "title").Value);
        Files = [.. document.Descendants(Form + "bind").Where(b => (string?)b.Attribute("type") == "binary").Select(b => LastOf((string)b.Attribute("nodeset")!))];
        Repeats = [.. document.Descendants(Form + "repeat").Select(r => LastOf((string)r.Attribute("nodeset")!))];
    }

    /// <summary>The XForm.</summary>
    public byte[] Xml { get; }

    /// <summary>The id of the form.</summary>
    public string Id { get; }

    /// <summary>The version: a running number.</summary>
    public string Version { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The questions that are answered with a file.</summary>
    public ImmutableHashSet<string> Files { get; }

    /// <summary>The groups that may be repeated.</summary>
    public ImmutableHashSet<string> Repeats { get; }

    private static string LastOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
