using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Files;

namespace Holdfire.CaseFormat;

/// <summary>A list of a case folder, such as its pins, as a file to which lines are added; what stands in it stays as it is, comments included.</summary>
public static class ListFile
{
    // A large case is loaded while the list is held.
    private const int Tries = 6000;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(10);

    /// <summary>Keeps other processes of this machine from adding lines to lists of the folder until disposed.</summary>
    /// <exception cref="IOException">Others were adding lines for a minute.</exception>
    public static IDisposable Hold(string folder)
    {
        // Not in the folder, which holds what people write and nothing else.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"holdfire-lists-{name}.lock");
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
                    throw new IOException($"{folder}: other processes have been adding to it for a minute; try again", e);
                }

                Thread.Sleep(Wait);
            }
        }
    }

    /// <summary>The ids in a file, of what stands and of all else.</summary>
    public static ImmutableHashSet<string> Ids(string folder, string file) =>
        [.. Items(file, Read(folder, file)).OfType<YamlMap>().Select(m => m.Entries.GetValueOrDefault("id").Value).OfType<YamlText>().Select(t => t.Value)];

    /// <summary>Adds a line to a file, which is then seen with it or as it was, whatever stops the machine.</summary>
    /// <param name="folder">The case folder.</param>
    /// <param name="file">The name of the file in it.</param>
    /// <param name="item">One map in YAML, on one line.</param>
    /// <exception cref="MalformedException">Lines cannot be added to the file as it is written.</exception>
    /// <exception cref="IOException">The file cannot be read or written; it is as before.</exception>
    public static void Add(string folder, string file, string item)
    {
        var before = Read(folder, file);
        var old = Items(file, before);
        var indent = old.Count > 0 && before.Length > 0 && YamlTree.Read(file, before, new ErrorList()) is { } root ? root.At.Column - 1 : 0;
        var after = $"{before}{(before.Length == 0 || before[^1] == '\n' ? "" : "\n")}{new string(' ', indent)}- {item}\n";
        var now = Items(file, after);
        if (now.Count != old.Count + 1 || !old.Select(Canonical).SequenceEqual(now.SkipLast(1).Select(Canonical)))
        {
            throw new MalformedException("a list whose items each begin with '-' on a line of their own", "another form; nothing was written");
        }

        AtomicFile.Write(Path.Combine(folder, file), new UTF8Encoding(false).GetBytes(after));
    }

    private static string Read(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadAllText(path, Encoding.UTF8) : "";
    }

    private static List<YamlItem> Items(string file, string text) =>
        YamlTree.Read(file, text.TrimStart('\uFEFF'), new ErrorList()) is YamlList list ? list.Items : [];

    private static string Canonical(YamlItem item) => item is YamlMap map ? Encoding.UTF8.GetString(ItemJson.Of(map)) : item.Described;
}
