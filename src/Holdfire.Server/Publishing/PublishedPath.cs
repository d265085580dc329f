using System.Text;

namespace Holdfire.Server.Publishing;

/// <summary>Where an address of the site lies as a file, and how one file leads to another.</summary>
internal static class PublishedPath
{
    // Every address is a folder with a page of this name, so that no folder may be called so.
    private const string Page = "index.html";

    /// <summary>The path of the file below the folder; null for an address that cannot be a file.</summary>
    /// <param name="address">An address of the site, escaped, without what follows a question mark.</param>
    public static string? Of(string address)
    {
        var parts = address.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        return parts.All(IsName) ? Path.Combine([.. parts, .. HasEnding(address) ? [] : new[] { Page }]) : null;
    }

    /// <summary>The way from the page of one address to another, relative, so that the site can lie anywhere.</summary>
    public static string Relative(string from, string to)
    {
        var depth = from.Split('/', StringSplitOptions.RemoveEmptyEntries).Length;
        var way = string.Concat(Enumerable.Repeat("../", depth)) + to.TrimStart('/') + (HasEnding(to) || to == "/" ? "" : "/");
        return way.Length == 0 ? "./" : way;
    }

    private static bool HasEnding(string address) => address.StartsWith("/assets/", StringComparison.Ordinal) || address.StartsWith("/record/", StringComparison.Ordinal)
        || address.StartsWith("/data/", StringComparison.Ordinal);

    // A file system counts the bytes of a name, most of them up to 255.
    private static bool IsName(string name) => Encoding.UTF8.GetByteCount(name) is > 0 and <= 200 && name is not ("." or "..") && !name.Equals(Page, StringComparison.OrdinalIgnoreCase) && !name.Any(c => c is '/' or '\\' or '\0' || char.IsControl(c));
}
