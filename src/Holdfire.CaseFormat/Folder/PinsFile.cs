using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Record.Files;

namespace Holdfire.CaseFormat;

/// <summary>The pins of a case folder as a file to which lines are added; what stands in it stays as it is, comments included.</summary>
public static partial class PinsFile
{
    // A large case is loaded while the pins are held.
    private const int Tries = 6000;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(10);

    /// <summary>A pin as one map in YAML.</summary>
    public static string Text(Pin pin) =>
        $"{{id: {Quoted(pin.Id)}, {(pin.Same ? "same" : "not_same")}: [{Quoted(pin.A.Value)}, {Quoted(pin.B.Value)}], by: {Quoted(pin.By)}, reason: {Quoted(pin.Reason)}}}";

    /// <summary>The withdrawal of a pin as one map in YAML.</summary>
    public static string WithdrawalText(string id, string withdraws, string by, string reason) =>
        $"{{id: {Quoted(id)}, withdraws: {Quoted(withdraws)}, by: {Quoted(by)}, reason: {Quoted(reason)}}}";

    /// <summary>Keeps other processes of this machine from adding pins to the folder until disposed.</summary>
    /// <exception cref="IOException">Others were adding pins for a minute.</exception>
    public static IDisposable Hold(string folder)
    {
        // Not in the folder, which holds what people write and nothing else.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"holdfire-pins-{name}.lock");
        for (var i = 1; ; i++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e)
            {
                if (i == Tries)
                {
                    throw new IOException($"{folder}: other processes have been adding pins for a minute; try again", e);
                }

                Thread.Sleep(Wait);
            }
        }
    }

    /// <summary>The ids in the file, of pins that stand and of all others.</summary>
    public static ImmutableHashSet<string> Ids(string folder) =>
        [.. Items(Read(folder)).OfType<YamlMap>().Select(m => m.Entries.GetValueOrDefault("id").Value).OfType<YamlText>().Select(t => t.Value)];

    /// <summary>Adds a line to the file, which is then seen with it or as it was, whatever stops the machine.</summary>
    /// <exception cref="MalformedException">Lines cannot be added to the file as it is written.</exception>
    /// <exception cref="IOException">The file cannot be read or written; it is as before.</exception>
    public static void Add(string folder, string item)
    {
        var before = Read(folder);
        var old = Items(before);
        var indent = old.Count > 0 && before.Length > 0 && YamlTree.Read(PinReader.File, before, new ErrorList()) is { } root ? root.At.Column - 1 : 0;
        var after = $"{before}{(before.Length == 0 || before[^1] == '\n' ? "" : "\n")}{new string(' ', indent)}- {item}\n";
        var now = Items(after);
        if (now.Count != old.Count + 1 || !old.Select(Canonical).SequenceEqual(now.SkipLast(1).Select(Canonical)))
        {
            throw new MalformedException("a list whose items each begin with '-' on a line of their own", "another form; nothing was written");
        }

        Write(Path.Combine(folder, PinReader.File), after);
    }

    private static string Read(string folder)
    {
        var path = Path.Combine(folder, PinReader.File);
        return File.Exists(path) ? File.ReadAllText(path, Encoding.UTF8) : "";
    }

    private static List<YamlItem> Items(string text) =>
        YamlTree.Read(PinReader.File, text.TrimStart('\uFEFF'), new ErrorList()) is YamlList list ? list.Items : [];

    private static string Canonical(YamlItem item) => item is YamlMap map ? Encoding.UTF8.GetString(ItemJson.Of(map)) : item.Described;

    private static void Write(string path, string text) => AtomicFile.Write(path, new UTF8Encoding(false).GetBytes(text));

    // JSON's texts are texts of YAML, too.
    private static string Quoted(string text) =>
        Plain().IsMatch(text) && text is not "null" ? text : System.Text.Json.JsonSerializer.Serialize(text, Relaxed);

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9 ._-]*[A-Za-z0-9._-])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
