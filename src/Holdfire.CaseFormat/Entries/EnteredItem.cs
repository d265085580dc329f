using System.Text.Json;
using Holdfire.Record;

namespace Holdfire.CaseFormat.Entries;

/// <summary>What is asked of an item other than a report where it is entered.</summary>
internal static class EnteredItem
{
    private const string Where = "content";

    /// <summary>The first error: of its ids and names, or of all else that the reader of a case folder looks at; null where it could be entered.</summary>
    /// <remarks>What it refers to in the case is not looked at.</remarks>
    public static Error? ErrorOf(CaseItem item)
    {
        using var document = JsonDocument.Parse(item.Content);
        var errors = new ErrorList();
        NameCheck.Run(ItemJson.Read(document.RootElement, new Spot(Where, 1, 1)), errors);
        return errors.Count > 0 ? errors.Sorted()[0] : CaseContentCheck.ErrorOf(item.Kind, item.Content);
    }
}
