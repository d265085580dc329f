using System.Reflection;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;

namespace Holdfire.Queries.Tests.Schemas;

/// <summary>The doc comments of the answers, as plain text.</summary>
internal static class DocComments
{
    private static readonly Dictionary<string, XElement> Members = new[] { typeof(QueryAnswer), typeof(Model.Case), typeof(Record.Error) }
        .SelectMany(t => XDocument.Load(Path.ChangeExtension(t.Assembly.Location, ".xml")).Descendants("member"))
        .Where(m => m.Attribute("name")!.Value.Contains(":Holdfire.", StringComparison.Ordinal)).ToDictionary(m => m.Attribute("name")!.Value);

    /// <summary>The summary of a type, or null.</summary>
    public static string? OfType(Type type) => Members.TryGetValue($"T:{type.FullName}", out var member) ? Text(member.Element("summary")) : null;

    /// <summary>The summary of a constant, or null.</summary>
    public static string? OfField(FieldInfo field) =>
        Members.TryGetValue($"F:{field.DeclaringType!.FullName}.{field.Name}", out var member) ? Text(member.Element("summary")) : null;

    /// <summary>The summary of a property, or its parameter in the doc comment of a record; null for none.</summary>
    public static string? OfProperty(JsonPropertyInfo property) =>
        property.AttributeProvider is MemberInfo { DeclaringType: { } type } member
            ? Members.TryGetValue($"P:{type.FullName}.{member.Name}", out var own) ? Text(own.Element("summary"))
                : Members.TryGetValue($"T:{type.FullName}", out var whole)
                    ? Text(whole.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == member.Name)) : null
            : null;

    private static string? Text(XElement? comment)
    {
        if (comment is null)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var node in comment.DescendantNodes())
        {
            text.Append(node switch
            {
                XText words => words.Value,
                XElement { IsEmpty: true } see => (see.Attribute("cref") ?? see.Attribute("name"))?.Value.Split('.', ':')[^1],
                _ => "",
            });
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
