using System.Text;

namespace Holdfire.Practice;

/// <summary>Writes the case folder.</summary>
internal static class CaseWriter
{
    public const int Events = 150;

    public static void Write(string folder, int seed)
    {
        var random = new Random(seed);
        var (teller, events) = (new Teller(random), new List<Event>());
        for (var number = 1; number <= Events; number++)
        {
            var e = Theatre.Next(number, random);
            events.Add(e);
            Recipes.All[(number - 1) % Recipes.All.Count](teller, e);
        }

        Totals.Tell(teller, events, random);
        Directory.CreateDirectory(Path.Combine(folder, "reports"));
        Save("case.yaml", CaseTexts.Case + string.Join('\n', teller.Corrections) + "\n");
        Save("parties.yaml", CaseTexts.Parties);
        Save("sources.yaml", CaseTexts.Sources);
        Save("truces.yaml", CaseTexts.Truces);
        Save("statements.yaml", CaseTexts.Statements);
        foreach (var (file, sources) in CaseTexts.Files)
        {
            var rows = teller.Rows.Where(r => sources.Contains(r.Source)).OrderBy(r => r.Id, StringComparer.Ordinal);
            Save(Path.Combine("reports", file), ReportRow.Header + "\n" + string.Concat(rows.Select(r => r + "\n")));
        }

        void Save(string name, string text) =>
            File.WriteAllText(Path.Combine(folder, name), text.ReplaceLineEndings("\n"), new UTF8Encoding(false));
    }
}
