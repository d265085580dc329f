using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Holdfire.Pages.Markup;

/// <summary>Writes a tree so that it reads the same as HTML and as XML.</summary>
internal static partial class HtmlFile
{
    private static readonly HashSet<string> Void = ["br", "col", "hr", "img", "link", "meta"];

    public static string Write(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf().ToList())
        {
            Clean(element);
            KeepDatesWhole(element);
            Isolate(element);
            if (element.IsEmpty && !Void.Contains(element.Name.LocalName) && !element.AncestorsAndSelf("svg").Any())
            {
                element.Add("");
            }
        }
        var text = new StringBuilder("<!DOCTYPE html>\n");
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = false, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(text, settings))
        {
            root.Save(writer);
        }
        return text.Append('\n').ToString();
    }

    // Text that is written from right to left must not turn what stands next to it.
    private static void Isolate(XElement element)
    {
        if (element.Name.LocalName == "bdi" || element.AncestorsAndSelf().Any(a => a.Name.LocalName is "svg" or "head" or "script"))
        {
            return;
        }
        foreach (var text in element.Nodes().OfType<XText>().Where(t => RightToLeft.IsMatch(t.Value)).ToList())
        {
            text.ReplaceWith(new XElement(element.Name.Namespace + "bdi", text.Value));
        }
    }

    [GeneratedRegex(@"[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC]|\uD802|\uD803|\uD83A|\uD83B")]
    private static partial Regex RightToLeft { get; }

    // A browser may break a line after any hyphen, within a date too.
    private static void KeepDatesWhole(XElement element)
    {
        if (element.AncestorsAndSelf().Any(a => a.Name.LocalName is "svg" or "head" or "code" or "script"))
        {
            return;
        }
        foreach (var text in element.Nodes().OfType<XText>().Where(t => Dates.IsMatch(t.Value)).ToList())
        {
            text.ReplaceWith(Dates.Split(text.Value).Where(part => part.Length > 0)
                .Select(part => Dates.IsMatch(part) ? (XNode)new XElement(element.Name.Namespace + "span", new XAttribute("class", "date"), part) : new XText(part)));
        }
    }

    [GeneratedRegex(@"(\b\d{4}-\d{2}-\d{2}\b)")]
    private static partial Regex Dates { get; }

    private static void Clean(XElement element)
    {
        foreach (var attribute in element.Attributes())
        {
            attribute.Value = Clean(attribute.Value);
        }
        foreach (var text in element.Nodes().OfType<XText>())
        {
            text.Value = Clean(text.Value);
        }
    }

    /// <summary>
    /// A record may hold any text; characters that XML cannot carry, other controls, and those that turn the direction of what
    /// follows become the replacement character.
    /// </summary>
    private static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            var allowed = rune.Value is '\t' or '\n' or (>= 0x20 and < 0x7F) or (>= 0xA0 and < 0xFFFE and not (>= 0x202A and <= 0x202E) and not (>= 0x2066 and <= 0x2069)) or > 0xFFFF;
            clean.Append(allowed ? rune.ToString() : rune.Value == '\r' ? "" : "\uFFFD");
        }
        return clean.ToString();
    }
}
