using System.Xml.Linq;

namespace Holdfire.Exports.Forms;

/// <summary>A form as an XForm after the ODK XForms specification 1.0.0, for servers that take no workbook.</summary>
public static class XFormText
{
    private const string Root = "data";
    private static readonly XNamespace Form = "http://www.w3.org/2002/xforms";
    private static readonly XNamespace Page = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Rosa = "http://openrosa.org/javarosa";
    private static readonly XNamespace Odk = "http://www.opendatakit.org/xforms";

    /// <summary>The XML.</summary>
    /// <param name="form">The form.</param>
    /// <param name="version">Its version.</param>
    public static string Of(IncidentForm form, string version)
    {
        var harm = form.Harm.Select(q => new XElement(Form + q.Name)).ToArray();
        var data = new XElement(
            Form + Root, new XAttribute("id", form.Id), new XAttribute("version", version), form.Questions.Select(q => new XElement(Form + q.Name)),
            new XElement(Form + IncidentForm.HarmGroup, new XAttribute(Rosa + "template", ""), harm),
            new XElement(Form + "meta", new XElement(Form + "instanceID")));
        var document = new XElement(
            Page + "html", new XAttribute("xmlns", Form), new XAttribute(XNamespace.Xmlns + "h", Page), new XAttribute(XNamespace.Xmlns + "jr", Rosa),
            new XAttribute(XNamespace.Xmlns + "odk", Odk),
            new XElement(
                Page + "head", new XElement(Page + "title", form.Title),
                new XElement(
                    Form + "model", new XAttribute(Odk + "xforms-version", "1.0.0"), new XElement(Form + "instance", data),
                    form.Questions.Select(q => Bind(q, $"/{Root}/{q.Name}")), form.Harm.Select(q => Bind(q, $"/{Root}/{IncidentForm.HarmGroup}/{q.Name}")),
                    new XElement(Form + "bind", new XAttribute("nodeset", $"/{Root}/meta/instanceID"), new XAttribute("type", "string"), new XAttribute("readonly", "true()"), new XAttribute(Rosa + "preload", "uid")))),
            new XElement(
                Page + "body", form.Questions.Where(q => q.Label.Length > 0).Select(q => Control(form, q, $"/{Root}/{q.Name}")),
                new XElement(
                    Form + "group", new XAttribute("ref", $"/{Root}/{IncidentForm.HarmGroup}"), Label("Harm to people: add one for each kind"),
                    new XElement(
                        Form + "repeat", new XAttribute("nodeset", $"/{Root}/{IncidentForm.HarmGroup}"),
                        form.Harm.Select(q => Control(form, q, $"/{Root}/{IncidentForm.HarmGroup}/{q.Name}"))))));
        return new XDeclaration("1.0", "utf-8", null) + "\n" + document + "\n";
    }

    private static XElement Bind(FormQuestion question, string path)
    {
        var bind = new XElement(Form + "bind", new XAttribute("nodeset", path), new XAttribute("type", question.Type switch
        {
            "select_one" or "text" => "string", "integer" => "int", "image" => "binary", "start" or "end" => "dateTime", var same => same,
        }));
        if (question.Type is "start" or "end")
        {
            bind.Add(new XAttribute(Rosa + "preload", "timestamp"), new XAttribute(Rosa + "preloadParams", question.Type));
        }

        if (question.IsRequired)
        {
            bind.Add(new XAttribute("required", "true()"));
        }

        if (question.Constraint.Length > 0)
        {
            bind.Add(new XAttribute("constraint", question.Constraint.Replace("${", $"/{Root}/", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)));
        }

        if (question.ConstraintMessage.Length > 0)
        {
            bind.Add(new XAttribute(Rosa + "constraintMsg", question.ConstraintMessage));
        }

        return bind;
    }

    private static XElement Control(IncidentForm form, FormQuestion question, string path)
    {
        var control = new XElement(
            Form + (question.Type switch { "select_one" => "select1", "image" => "upload", _ => "input" }), new XAttribute("ref", path), Label(question.Label));
        if (question.Type == "image")
        {
            control.Add(new XAttribute("mediatype", "image/*"));
        }

        if (question.Hint.Length > 0)
        {
            control.Add(new XElement(Form + "hint", question.Hint));
        }

        control.Add(form.Choices.Where(c => question.List.Length > 0 && c.List == question.List)
            .Select(c => new XElement(Form + "item", Label(c.Label), new XElement(Form + "value", c.Name))));
        return control;
    }

    private static XElement Label(string text) => new(Form + "label", text);
}
