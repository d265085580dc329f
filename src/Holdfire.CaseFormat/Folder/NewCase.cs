using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>The first answers about a case, and the folder that is written from them.</summary>
/// <param name="Id">The id of the case.</param>
/// <param name="Title">Its title.</param>
/// <param name="Zone">The IANA zone of its days.</param>
/// <param name="Countries">The countries that it is about, ISO 3166-1; at least one.</param>
/// <param name="Parties">The parties that a truce binds: ids and names.</param>
/// <param name="Sources">Who reports: ids and names. Each is an observer with grade F, which a person sets right.</param>
/// <param name="Truce">The truce: its name, first day and last day, null for an open end; null for none yet.</param>
/// <param name="Invented">Whether nothing of it is real.</param>
public sealed record NewCase(
    string Id, string Title, string Zone, ImmutableArray<string> Countries, ImmutableArray<(string Id, string Name)> Parties,
    ImmutableArray<(string Id, string Name)> Sources, (string Name, LocalDate From, LocalDate? To)? Truce, bool Invented)
{
    private const string Everywhere = "X-ALL";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Area => Countries.Length == 1 ? Countries[0] : Everywhere;

    /// <summary>Writes the files of the case. The folder must be missing or empty: nothing is ever written over.</summary>
    /// <param name="folder">The folder; it is made.</param>
    /// <exception cref="IOException">There is something in the folder, or it cannot be written.</exception>
    public void Write(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new IOException($"{folder}: expected no folder of that name, or an empty one, so that nothing of yours is lost");
        }

        Directory.CreateDirectory(Path.Combine(folder, "reports"));
        void Put(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text, new UTF8Encoding(false));
        Put("case.yaml", CaseText());
        Put("parties.yaml", List(Parties, p => $"{{id: {Quoted(p.Id)}, name: {Quoted(p.Name)}, role: party}}"));
        Put("sources.yaml", List(Sources, s => $"{{id: {Quoted(s.Id)}, name: {Quoted(s.Name)}, kind: observer, grade: F, scope: {Area}}}"));
        Put("truces.yaml", TruceText());
        Put("statements.yaml", "statements: []\n");
    }

    private string CaseText()
    {
        var text = new StringBuilder($"id: {Quoted(Id)}\ntitle: {Quoted(Title)}\nzone: {Zone}\n");
        text.Append(Invented ? "invented: true\n" : "").Append(CultureInfo.InvariantCulture, $"countries: [{string.Join(", ", Countries)}]\n");
        return Countries.Length == 1 ? text.ToString()
            : text.Append(CultureInfo.InvariantCulture, $"places:\n  - {{code: {Everywhere}, name: The area of the case, members: [{string.Join(", ", Countries)}]}}\n").ToString();
    }

    private string TruceText()
    {
        if (Truce is not { } truce)
        {
            return "[]\n";
        }

        var to = truce.To is { } last ? last.PlusDays(1) : (LocalDate?)null;
        var ends = to is { } end ? FormattableString.Invariant($", to: {Day(end)}T00:00") : "";
        var text = new StringBuilder(FormattableString.Invariant($"- id: T1\n  name: {Quoted(truce.Name)}\n"));
        text.Append(CultureInfo.InvariantCulture, $"  announced: {{from: {Day(truce.From)}, to: {Day(truce.From)}, zone: {Zone}, precision: day}}   # set right\n");
        text.Append(CultureInfo.InvariantCulture, $"  from: {Day(truce.From)}T00:00\n");
        text.Append(to is { } last2 ? FormattableString.Invariant($"  to: {Day(last2)}T00:00\n") : "");
        text.Append(CultureInfo.InvariantCulture, $"  zone: {Zone}\n  in_force:\n");
        foreach (var (id, _) in Parties)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{party: {Quoted(id)}, from: {Day(truce.From)}T00:00{ends}, zone: {Zone}, precision: minute, basis: \"as entered with case new\", disputed: false}}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  prohibitions:\n    - {{id: P1, act: attack, areas: [{Area}], bound: [{string.Join(", ", Parties.Select(p => Quoted(p.Id)))}], text: \"no attacks; put the words of the agreement here\"}}\n");
        return text.ToString();
    }

    private static string List(ImmutableArray<(string Id, string Name)> items, Func<(string Id, string Name), string> line) =>
        items.IsEmpty ? "[]\n" : string.Concat(items.Select(i => $"- {line(i)}\n"));

    private static string Day(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    // JSON strings are YAML strings.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);
}
