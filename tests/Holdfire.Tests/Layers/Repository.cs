namespace Holdfire.Tests.Layers;

/// <summary>The folder of the repository, for tests of its files.</summary>
internal static class Repository
{
    /// <summary>The nearest folder above the tests that holds the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "holdfire.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("expected holdfire.slnx in a folder above the tests");
        }

        return folder;
    }
}
