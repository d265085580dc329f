namespace Holdfire.Server.Site;

/// <summary>A page that shows its own form again, with what is wrong in it: it is not kept, and its status says so.</summary>
/// <param name="html">The page.</param>
internal sealed class RefusedPageException(string html) : Exception
{
    /// <summary>The page.</summary>
    public string Html { get; } = html;
}
