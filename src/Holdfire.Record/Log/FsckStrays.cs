using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Looks at the files under a record's tile folder that no reader of the checkpoint asks for.</summary>
internal sealed class FsckStrays(IFileLayer files, string folder, long size, Action<FsckFinding> report)
{
    private readonly TileFolder tiles = new(files, folder);

    public void Check() => Check(LogFolder.Tiles);

    private void Check(string path)
    {
        foreach (var name in files.List(Path.Combine(folder, path)))
        {
            var below = $"{path}/{name}";
            if (files.FolderExists(Path.Combine(folder, below)))
            {
                Check(below);
            }
            else if (!TileCoordinate.Parse(below).Is(out var tile, out var error))
            {
                report(new FsckFinding(FsckProblem.NotCovered, error.At(below)));
            }
            else
            {
                Check(tile);
            }
        }
    }

    private void Check(TileCoordinate tile)
    {
        var places = (size >> tile.Shift) - (tile.Index << 8);
        if (tile.Width > places)
        {
            report(new FsckFinding(FsckProblem.NotCovered, RecordError.Invalid(tile.Path,
                "", $"the checkpoint of size {size} does not reach so far: the file is stray, or a publication is under way or was cut short")));
        }
        else if (tile.Width < Math.Min(places, TileCoordinate.FullWidth) && !IsBeginning(tile))
        {
            // Tiles of earlier checkpoints stay, as beginnings of those of today.
            report(new FsckFinding(
                FsckProblem.Damaged, RecordError.Touched(tile.Path, "the beginning of the wider tile at its place", "other bytes")));
        }
    }

    private bool IsBeginning(TileCoordinate tile)
    {
        var now = TileCoordinate.At(tile.Level, tile.Index, size);
        var wide = files.FileExists(Path.Combine(folder, now.Path)) ? now : now.Full;
        var path = Path.Combine(folder, wide.Path);
        if (!(tile.Level == TileCoordinate.Entries ? tiles.Entries(tile).Ok : tiles.Hashes(tile).Ok))
        {
            return false;
        }

        // Where the wider one is gone that is said of it, and nothing can be said of this one.
        if (!files.FileExists(path))
        {
            return true;
        }

        var narrow = files.Read(Path.Combine(folder, tile.Path));
        return files.Read(path).AsSpan().StartsWith(narrow);
    }
}
