using System.CommandLine;
using System.Globalization;
using System.Text;
using Holdfire.Exports.Forms;
using Holdfire.Record.Files;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire case form --case DIR --out FILE</c>: the form by which observers report incidents of the case with a phone.</summary>
internal static class CaseFormCommand
{
    public static Command Create()
    {
        var file = Options.Required("--out", "FILE", "the file to write: .xlsx for an XLSForm, which KoboToolbox and ODK take, .xml for an XForm");
        var version = Options.Text("--form-version", "TEXT", "the version; of two with one id the tools take the greater for the newer (default: 1)");
        var folder = new CaseOnlyOption("the case whose acts, targets, parties and areas are the choices");
        var command = new Command(
            "form", "Write a form for reports of incidents, with the case's codes as choices. What it collects is imported without a map (import kobo, import odk).\n\n"
            + "Example: holdfire case form --case my-case --out incident.xlsx")
        {
            folder, file, version,
        };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            var form = IncidentForm.Of(CaseInput.Load(result.Terminal, result.GetValue(folder) ?? throw new InputException("case form", "--case DIR", "none")));
            AtomicFile.Write(path, Made(form, result.GetValue(version) ?? "1", Path.GetExtension(path)));
            result.Terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"form: {form.Questions.Length + form.Harm.Length} questions and {form.Choices.Length} choices are written to {path}"));
            return ExitCodes.Done;
        });
        return command;
    }

    private static byte[] Made(IncidentForm form, string version, string ending)
    {
        if (ending == ".xml")
        {
            return Encoding.UTF8.GetBytes(XFormText.Of(form, version));
        }

        if (ending != ".xlsx")
        {
            throw new InputException("--out", "a file that ends in .xlsx or .xml", $"'{ending}'");
        }

        using var bytes = new MemoryStream();
        XlsFormFile.Write(form, version, bytes);
        return bytes.ToArray();
    }
}
