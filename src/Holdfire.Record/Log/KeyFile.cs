using System.Text;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>A signing key in a file that only its owner can read. It never lies in a published folder.</summary>
public static class KeyFile
{
    /// <summary>Writes a key to a new file with mode 0600, durably: after a crash there is the whole of it or no file.</summary>
    /// <exception cref="RecordException">The file exists, or cannot be written.</exception>
    public static void Write(string path, NoteSigner key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var fresh = path + ".new";
        try
        {
            File.Delete(fresh);
            using (var file = new FileStream(fresh, options))
            {
                file.Write(Encoding.UTF8.GetBytes(key.ToSkey() + "\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: false);
            DiskFiles.Instance.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
            throw new RecordException(new Fault(path, "expected no file, found one; a key is never written over"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(new Fault(path, e.Message), e);
        }
    }

    /// <summary>Reads a key. The fault never repeats what the file holds.</summary>
    public static Parsed<NoteSigner> Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path, Encoding.UTF8);
            return NoteSigner.Parse(text.EndsWith('\n') ? text[..^1] : text).Is(out var key, out var fault) ? key : fault.Within(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Fault(path, e.Message);
        }
    }
}
