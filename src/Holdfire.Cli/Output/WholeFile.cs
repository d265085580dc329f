using System.Text;

namespace Holdfire.Cli.Output;

/// <summary>Writes text files whole.</summary>
internal static class WholeFile
{
    /// <summary>Written beside and renamed, so that a reader never sees half a file.</summary>
    public static void Write(string file, string text)
    {
        var partial = file + ".partial";
        File.WriteAllText(partial, text, new UTF8Encoding(false));
        File.Move(partial, file, overwrite: true);
    }
}
