using System.Text;
using Holdfire.Views;

namespace Holdfire.Cli;

/// <summary>Reads the files that options name.</summary>
internal static class TextFile
{
    /// <summary>The text of a file, which must be UTF-8.</summary>
    /// <exception cref="QueryException">There is no such file, or it is not UTF-8.</exception>
    public static NamedText Read(OptionInfo option, string file)
    {
        if (!File.Exists(file))
        {
            throw new QueryException(QueryErrorCodes.BadFile, option.Name, option.Expects, $"no file '{file}'");
        }

        try
        {
            return new NamedText(file, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)));
        }
        catch (DecoderFallbackException e)
        {
            throw new QueryException(QueryErrorCodes.BadFile, file, "UTF-8", FormattableString.Invariant($"other bytes from byte {e.Index + 1} on"));
        }
    }
}
