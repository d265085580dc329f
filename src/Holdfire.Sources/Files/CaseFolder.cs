namespace Holdfire.Sources.Files;

/// <summary>Reads a case from a folder in the format of docs/case-format.md.</summary>
public static class CaseFolder
{
    /// <summary>Reads the whole folder; all faults of all files are found in one run.</summary>
    public static CaseLoad Load(string folder) => throw new NotSupportedException(folder);
}
