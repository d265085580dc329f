using System.Text;
using Holdfire.CaseFormat;
using Holdfire.Record.Files;

namespace Holdfire.Importers;

/// <summary>A YAML file of a case with items added, not written yet.</summary>
/// <param name="File">Its path.</param>
/// <param name="Text">Its new text.</param>
/// <param name="IsLast">Whether it is written after the reports, since it names them.</param>
internal sealed record YamlChange(string File, string Text, bool IsLast)
{
    /// <summary>The file with these items at the end of one of its lists.</summary>
    /// <exception cref="UnreadableFileException">The list is written in a way that nothing can be added to.</exception>
    public static YamlChange Of(string folder, string file, string key, IReadOnlyList<string> items, bool isLast)
    {
        var path = Path.Combine(folder, file);
        var before = System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path, Encoding.UTF8) : "";
        var after = YamlLines.Added(before, key, items) ?? throw new UnreadableFileException(
            path, 1, "", $"a list{(key.Length > 0 ? $" under {key}" : "")} with a line for each item, to which lines can be added", "one in brackets");
        return Encoding.UTF8.GetByteCount(after) <= Utf8File.LongestText ? new YamlChange(path, after, isLast) : throw new UnreadableFileException(
            path, 1, "", FormattableString.Invariant($"at most {Utf8File.LongestText >> 20} MiB in the file after the import: import fewer at a time into cases of their own, or all into a record (--record)"), "more");
    }

    public void Write() => AtomicFile.Write(File, s => s.Write(Encoding.UTF8.GetBytes(Text)));
}
