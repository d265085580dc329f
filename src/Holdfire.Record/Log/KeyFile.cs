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
        try
        {
            PrivateFiles.Write(path, Encoding.UTF8.GetBytes(key.ToSkey() + "\n"), overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new RecordException(RecordError.Invalid(path, "no file", "one; a key is never written over"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(RecordError.OfFile(path, e), e);
        }
    }

    /// <summary>Reads a key. The error never repeats what the file holds.</summary>
    public static Parsed<NoteSigner> Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path, Encoding.UTF8);
            return NoteSigner.Parse(text.EndsWith('\n') ? text[..^1] : text).Is(out var key, out var error) ? key : error.Within(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return RecordError.OfFile(path, e);
        }
    }
}
