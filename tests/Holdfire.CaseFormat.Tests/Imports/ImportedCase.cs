using System.Text;
using Holdfire.Model;
using Holdfire.Importers;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>A copy of the built-in case without its reports, to import into.</summary>
internal sealed class ImportedCase : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("holdfire-imports-").FullName;

    public ImportedCase()
    {
        foreach (var file in Directory.EnumerateFiles(SharedData.BuiltInCase))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

    }

    public string Folder => folder;

    public string RejectsFile => Path.Combine(folder, "file.rejected.csv");

    /// <summary>The case with these rows alone, every one of which must be good.</summary>
    public static Case Of(ImportFormat format, params IEnumerable<string> rows)
    {
        using var imported = new ImportedCase();
        var summary = imported.Add(format, "file.csv", rows);
        Assert.Equal(0, summary.Rejected);
        return imported.Load();
    }

    public static Report Find(Case @case, string id) => @case.Reports.Single(r => r.Id.Value == id);

    public static byte[] Bytes(ImportFormat format, IEnumerable<string> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(Header(format)).Select(l => l + "\r\n")));

    public ImportSummary Add(ImportFormat format, string name, params IEnumerable<string> rows) => Add(format, name, Bytes(format, rows));

    public ImportSummary Add(ImportFormat format, string name, byte[] bytes, bool strict = false) => ImportWriter.Write(
        folder, Load(), format, [ImportFile.OfBytes(name, bytes)], ImportOptions.None with { Strict = strict }, _ => RejectsFile);

    public ReadRows Read(ImportFormat format, params IEnumerable<string> rows) => Read(format, "file.csv", Bytes(format, rows));

    public ReadRows Read(ImportFormat format, string name, byte[] bytes) => ReadRows.Of(Load(), format, name, bytes);

    /// <summary>The case as it is now; it must have no errors.</summary>
    public Case Load()
    {
        var load = CaseFolder.Load(folder);
        Assert.Empty(load.Errors);
        return load.Case!;
    }

    public string Report(string file) => Path.Combine(folder, "reports", file);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Header(ImportFormat format) => format == ImportFormats.RuMod ? RuRows.Header : UaRows.Header;
}
