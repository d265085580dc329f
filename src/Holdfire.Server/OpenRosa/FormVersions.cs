using System.Globalization;
using System.Text;
using Holdfire.Exports.Forms;
using Holdfire.Model;
using Holdfire.Record.Protection;

namespace Holdfire.Server.OpenRosa;

/// <summary>The versions of the form that were handed out. A new one is kept where the case has come to ask otherwise; a phone may answer any of them.</summary>
/// <param name="record">The record's folder.</param>
internal sealed class FormVersions(string record)
{
    private const string Bundle = "versions";
    private readonly PrivateBundles kept = new(record, "forms");
    private readonly Lock turn = new();
    private readonly Dictionary<string, KeptForm> known = new(StringComparer.Ordinal);

    /// <summary>The newest version for a case.</summary>
    public KeptForm Newest(Case @case)
    {
        var form = IncidentForm.Of(@case);
        lock (turn)
        {
            var last = kept.Files(Bundle).Select(NumberOf).DefaultIfEmpty(0).Max();
            if (last > 0 && Find(Text(last)) is { } newest && newest.Xml.AsSpan().SequenceEqual(Bytes(form, newest.Version)))
            {
                return newest;
            }

            var version = Text(last + 1);
            kept.Put(Bundle, FileOf(version), Bytes(form, version));
            return Find(version)!;
        }
    }

    /// <summary>A version that was handed out; null where there was none.</summary>
    public KeptForm? Find(string version)
    {
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || Text(number) != version)
        {
            return null;
        }

        lock (turn)
        {
            if (!known.TryGetValue(version, out var form) && kept.Find(Bundle, FileOf(version)) is { } xml)
            {
                known[version] = form = new KeptForm(xml);
            }

            return form;
        }
    }

    private static byte[] Bytes(IncidentForm form, string version) => Encoding.UTF8.GetBytes(XFormText.Of(form, version));

    // Phones take the greater of two versions for the newer, as texts: so all are of one length.
    private static string Text(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    private static string FileOf(string version) => version + ".xml";

    private static int NumberOf(string file) => int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
