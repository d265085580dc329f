using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Holdfire.Server.OpenRosa;

/// <summary>The documents of OpenRosa: the list of forms, a manifest, and what a phone is told.</summary>
internal static class OpenRosaXml
{
    private static readonly XNamespace List = "http://openrosa.org/xforms/xformsList";
    private static readonly XNamespace Manifest = "http://openrosa.org/xforms/xformsManifest";
    private static readonly XNamespace Response = "http://openrosa.org/http/response";

    /// <summary>The list with the one form of the case.</summary>
    /// <param name="form">The form.</param>
    /// <param name="root">The address that stands before the path of a form, with the token.</param>
    public static byte[] FormList(KeptForm form, string root) => Bytes(new XElement(
        List + "xforms", new XElement(
            List + "xform", new XElement(List + "formID", form.Id), new XElement(List + "name", form.Title), new XElement(List + "version", form.Version),
            new XElement(List + "hash", "md5:" + Md5(form.Xml)), new XElement(List + "downloadUrl", $"{root}/forms/{form.Version}.xml"))));

    /// <summary>The manifest of a form that needs no other file.</summary>
    public static byte[] EmptyManifest() => Bytes(new XElement(Manifest + "manifest"));

    /// <summary>What the person at the phone is told.</summary>
    public static byte[] Message(string text, bool isGood) => Bytes(new XElement(
        Response + "OpenRosaResponse", new XElement(Response + "message", new XAttribute("nature", isGood ? "submit_success" : "error"), Clean(text))));

    // What was sent may hold what no XML can.
    private static string Clean(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '?'));

    private static byte[] Bytes(XElement root) => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root.ToString(SaveOptions.DisableFormatting)}\n");

    // The protocol names this hash; it tells versions apart and guards nothing.
#pragma warning disable CA5351
    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
