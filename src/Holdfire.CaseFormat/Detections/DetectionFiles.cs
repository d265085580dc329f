using System.Collections.Immutable;
using Holdfire.Record.Files;

namespace Holdfire.CaseFormat;

/// <summary>The files of detections in a case folder.</summary>
internal static class DetectionFiles
{
    /// <summary>Their folder, which stands for a file whose root is the list of all of them.</summary>
    public const string Folder = "detections";

    /// <summary>The names of the files in their order, relative to the case folder.</summary>
    public static ImmutableArray<string> In(string folder) => Directory.Exists(Path.Combine(folder, Folder))
        ? [.. Directory.GetFiles(Path.Combine(folder, Folder), "*.csv").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).Select(name => $"{Folder}/{name}")]
        : [];

    /// <summary>The rows of all files as maps.</summary>
    public static YamlList Read(string folder, ErrorList errors)
    {
        var rows = new YamlList(new Spot(Folder, 1, 1), []);
        if (FileKind.OtherThanFile(Path.Combine(folder, Folder)) is { } other && other != "a folder")
        {
            errors.Add(rows.At, "a folder", other);
            return rows;
        }

        foreach (var file in In(folder))
        {
            if (FileKind.OtherThanFile(Path.Combine(folder, file)) is { } kind)
            {
                errors.Add(new Spot(file, 1, 1), "a plain file", kind);
            }
            else
            {
                rows.Items.AddRange(CsvMaps.Read(folder, file, CaseKeys.Detection, errors));
            }
        }

        return rows;
    }
}
