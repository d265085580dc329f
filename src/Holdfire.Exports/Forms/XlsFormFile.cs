using System.Collections.Immutable;
using SpreadCheetah;

namespace Holdfire.Exports.Forms;

/// <summary>A form as an XLSForm (xlsform.org), which KoboToolbox and ODK take: three sheets that people can change.</summary>
/// <remarks>The container notes when it was written, so its bytes are not the same twice.</remarks>
public static class XlsFormFile
{
    private static readonly ImmutableArray<string> Survey = ["type", "name", "label", "hint", "required", "constraint", "constraint_message"];

    /// <summary>Writes the workbook.</summary>
    /// <param name="form">The form.</param>
    /// <param name="version">Its version: of two with one id the tools take the greater for the newer.</param>
    /// <param name="stream">Where it goes.</param>
    public static void Write(IncidentForm form, string version, Stream stream) => WriteAsync(form, version, stream).GetAwaiter().GetResult();

    private static async Task WriteAsync(IncidentForm form, string version, Stream stream)
    {
        using var book = await Spreadsheet.CreateNewAsync(stream).ConfigureAwait(false);
        await Sheet(book, "survey", Rows(form).Prepend(Survey)).ConfigureAwait(false);
        await Sheet(book, "choices", form.Choices.Select(c => (ImmutableArray<string>)[c.List, c.Name, c.Label]).Prepend(["list_name", "name", "label"])).ConfigureAwait(false);
        await Sheet(book, "settings", [["form_title", "form_id", "version"], [form.Title, form.Id, version]]).ConfigureAwait(false);
        await book.FinishAsync().ConfigureAwait(false);
    }

    private static IEnumerable<ImmutableArray<string>> Rows(IncidentForm form) =>
    [
        .. form.Questions.Select(Row),
        ["begin_repeat", IncidentForm.HarmGroup, "Harm to people: add one for each kind", "", "", "", ""],
        .. form.Harm.Select(Row),
        ["end_repeat", "", "", "", "", "", ""],
    ];

    private static ImmutableArray<string> Row(FormQuestion question) =>
    [
        question.List.Length > 0 ? $"{question.Type} {question.List}" : question.Type, question.Name, question.Label, question.Hint, question.IsRequired ? "yes" : "",
        question.Constraint, question.ConstraintMessage,
    ];

    private static async Task Sheet(Spreadsheet book, string name, IEnumerable<ImmutableArray<string>> rows)
    {
        await book.StartWorksheetAsync(name).ConfigureAwait(false);
        foreach (var row in rows)
        {
            await book.AddRowAsync([.. row.Select(c => c.Length == 0 ? new DataCell() : new DataCell(c))]).ConfigureAwait(false);
        }
    }
}
