namespace Holdfire.Queries.Tests;

/// <summary>Files of the documents that are made from the catalogue. HOLDFIRE_WRITE_DOCS=1 writes them.</summary>
internal static class Current
{
    /// <summary>The file is as it would be made now.</summary>
    public static void Is(string file, string made)
    {
        if (Environment.GetEnvironmentVariable("HOLDFIRE_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, made);
        }

        Assert.True(File.Exists(file) && File.ReadAllText(file) == made, $"{file} is not current: run the tests of this class with HOLDFIRE_WRITE_DOCS=1, and look at the difference");
    }
}
