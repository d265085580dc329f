using System.Text.RegularExpressions;
using Holdfire.Record.Files;
using Holdfire.Record.Log;

namespace Holdfire.Server.Log;

/// <summary>The files of a published record as a web server of tlog-tiles gives them (C2SP).</summary>
/// <remarks>Only the names that a record has are given; nothing private lies in its folder, and nothing else in it is anybody's business.</remarks>
internal static partial class RecordFiles
{
    /// <summary>The file at an address below <c>/record/</c>; null where no record has such a file.</summary>
    /// <param name="folder">The record's folder.</param>
    /// <param name="path">The address after <c>/record/</c>.</param>
    public static RecordFile? Find(string folder, string path)
    {
        var kind = path switch
        {
            LogFolder.Checkpoint => RecordFileKind.Changing,
            LogFolder.OperatorKey or LogFolder.Witnesses or LogFolder.Policy => RecordFileKind.Changing,
            _ when Cosigned().IsMatch(path) => RecordFileKind.Changing,
            _ when Tile().IsMatch(path) => RecordFileKind.Tile,
            _ when Attachment().IsMatch(path) => RecordFileKind.Attachment,
            _ => (RecordFileKind?)null,
        };
        var file = Path.Combine(folder, path);
        return kind is { } known && File.Exists(file) && !IsLink(folder, path) && FileKind.OtherThanFile(file) is null ? new RecordFile(file, known) : null;
    }

    // A link in a folder that somebody delivered could lead anywhere.
    private static bool IsLink(string folder, string path)
    {
        var at = folder;
        foreach (var part in path.Split('/'))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^tile/([0-9]{1,2}|entries|data)(/x[0-9]{3})*/[0-9]{3}(\.p/[1-9][0-9]{0,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tile();

    [GeneratedRegex(@"^cosigned/[0-9]{1,19}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Cosigned();

    [GeneratedRegex(@"^attachments/[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Attachment();
}
