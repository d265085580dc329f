using System.Globalization;
using System.Text;
using Holdfire.CaseFormat.Entries;
using Holdfire.Importers;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>A small invented case with two regions and two parties, to import into.</summary>
internal sealed class InventedImport : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-invented-").FullName;

    public InventedImport()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "case.yaml"), """
            id: ordava
            title: Ordava
            zone: Atlantic/South_Georgia
            invented: true
            places:
              - {code: OR-L, name: Lower Marl, aliases: [Lower Marl province], lat: -30.05, lon: -20.17, radius_km: 40}
              - {code: OR-U, name: Upper Marl, lat: -29.7, lon: -20.3, radius_km: 40}
              - {code: OR, name: Ordava, members: [OR-L, OR-U]}
            """);
        File.WriteAllText(Path.Combine(Folder, "parties.yaml"), """
            - {id: OA, name: Government of Ordava, role: party}
            - {id: VE, name: Government of Veluria, role: party}
            """);
        File.WriteAllText(Path.Combine(Folder, "sources.yaml"), "- {id: desk, name: A desk, kind: observer, grade: C, scope: OR}   # the first\n");
        File.WriteAllText(Path.Combine(Folder, "truces.yaml"), "");
        File.WriteAllText(Path.Combine(Folder, "statements.yaml"), "");
    }

    public string Folder => Path.Combine(root, "case");

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Imports texts as files, the first of which is named.</summary>
    public ImportSummary Add(string format, ImportOptions? options, params (string Name, string Text)[] files) =>
        Add(format, options, [.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);

    public ImportSummary Add(string format, ImportOptions? options, params (string Name, byte[] Bytes)[] files)
    {
        var summary = ImportWriter.Write(
            Folder, Load(), ImportFormats.Find(format)!, [.. files.Select(f => ImportFile.OfBytes(f.Name, f.Bytes))], options ?? ImportOptions.None,
            n => Path.Combine(root, n.Replace('/', '_') + ".rejected.csv"));
        Load();
        return summary;
    }

    /// <summary>The items that the case holds, and those that a record of it would hold after an import.</summary>
    public (string[] Held, string[] AfterIntoRecord, ImportSummary Summary) AsRecord(string format, ImportOptions options, params (string Name, byte[] Bytes)[] files)
    {
        var held = FolderItems.Read(Folder).ToArray();
        var (items, _, summary) = RowImport.Plan(
            Load(), held, ImportFormats.Find(format)!, [.. files.Select(f => ImportFile.OfBytes(f.Name, f.Bytes))], options, n => Path.Combine(root, n.Replace('/', '_') + ".record.csv"));
        return (Texts(held), Texts([.. held, .. items]), summary);
    }

    /// <summary>The items of the case folder as texts in order.</summary>
    public string[] Items() => Texts(FolderItems.Read(Folder));

    private static string[] Texts(IEnumerable<CaseItem> items) => [.. items.Select(i => $"{i.Kind} {Encoding.UTF8.GetString(i.Content.Span)}").Order(StringComparer.Ordinal)];

    /// <summary>The options with a map of this text, which must be without errors.</summary>
    public ImportOptions Map(string text)
    {
        var (map, errors) = ImportMapReader.Read("map.yaml", text, Load());
        Assert.Empty(errors);
        return ImportOptions.None with { Map = map };
    }

    /// <summary>The case as it is now; it must have no errors.</summary>
    public Case Load()
    {
        var load = CaseFolder.Load(Folder);
        Assert.Empty(load.Errors);
        return load.Case!;
    }

    public Report Report(string id) => Load().Reports.Single(r => r.Id.Value == id);

    /// <summary>The counts as one line: read = added + already + updated + withdrawn + left out + rejected.</summary>
    public static string Counted(ImportSummary summary)
    {
        var c = summary.Counts;
        Assert.Equal(c.Read, c.Added + c.Already + c.Updated + c.Withdrawn + c.LeftOut.Values.Sum() + c.Rejected);
        return string.Create(CultureInfo.InvariantCulture, $"{c.Read} = {c.Added} + {c.Already} + {c.Updated} + {c.Withdrawn} + {c.LeftOut.Values.Sum()} + {c.Rejected}");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
