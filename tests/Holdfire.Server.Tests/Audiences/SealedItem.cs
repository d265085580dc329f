using System.Text;
using Holdfire.Record.Entries;

namespace Holdfire.Server.Tests.Audiences;

/// <summary>Something that is sealed.</summary>
/// <param name="Label">Who may see it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Content">What it says, canonical.</param>
internal sealed record SealedItem(string Label, EntryKind Kind, byte[] Content)
{
    /// <summary>What stands where nothing was entered, so that the log has the same size: sealed for somebody who does not exist.</summary>
    public static SealedItem Nothing(int place) => new("named:nobody", EntryKind.Finding, Json($$"""{"id":"nothing-{{place}}","source":"mission","text":"nothing"}"""));

    /// <summary>The same with the leaf hashes of open items in the place of <c>@</c> and their ids.</summary>
    public SealedItem With(Func<string, string> leaf)
    {
        var text = Encoding.UTF8.GetString(Content);
        var at = text.IndexOf("\"@", StringComparison.Ordinal);
        return at < 0 ? this : this with { Content = Json(text.Replace(text[(at + 1)..text.IndexOf('"', at + 1)], leaf(text[(at + 2)..text.IndexOf('"', at + 1)]), StringComparison.Ordinal)) };
    }

    /// <summary>A report that falls under a truce of the case, so that it shows in counts, incidents, findings, maps and days.</summary>
    public static byte[] Report(string id, int count) => Json(
        $$"""
        {"id":"{{id}}","source":"mission","published":"2032-05-03T09:00Z","from":"2032-05-02T09:00","to":"2032-05-02T10:00","zone":"Asia/Beirut","precision":"minute",
        "act":"attack.shelling","measure":"occurred","unit":"shelling","count":"{{count}}","areas":"X-MILL","alleged_actor":"LO","mode":"saw","killed":"{{count}}",
        "narrative":"Words of {{id}} alone","lat":"33.55","lon":"35.55","radius_km":"2"}
        """);

    public static byte[] Json(string text) => CanonicalJson.Of(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("")));
}
