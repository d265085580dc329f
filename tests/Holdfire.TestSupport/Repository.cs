namespace Holdfire.TestSupport;

/// <summary>The repository that the tests were built in, for tests of its files.</summary>
internal static class Repository
{
    /// <summary>Its folder: the nearest one above the tests that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "holdfire.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("holdfire.slnx");
    }
}
