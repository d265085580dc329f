namespace Holdfire.Cli.Tests;

/// <summary>A file in a folder of its own, which goes with all that is put beside it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfire-");

    public TemporaryFile(string name, string text)
    {
        Path = System.IO.Path.Combine(folder.FullName, name);
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
