namespace Holdfire.CaseFormat;

/// <summary>Finds ids and names in the YAML of a case that cannot be entered.</summary>
internal static class NameCheck
{
    private static readonly HashSet<string> Ids = new(StringComparer.Ordinal) { "id", "code" };
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "name", "local_name", "aliases", "label" };

    /// <summary>Adds an error for each id and name under an item that <see cref="NameText"/> refuses. Nesting is limited where YAML is read.</summary>
    public static void Run(YamlItem? item, ErrorList errors)
    {
        switch (item)
        {
            case YamlList list:
                list.Items.ForEach(i => Run(i, errors));
                break;
            case YamlMap map:
                foreach (var (key, (_, value)) in map.Entries)
                {
                    Check(key, value, errors);
                    Run(value, errors);
                }

                break;
        }
    }

    private static void Check(string key, YamlItem value, ErrorList errors)
    {
        foreach (var text in value is YamlList list ? list.Items.OfType<YamlText>() : value is YamlText one ? [one] : [])
        {
            var error = Ids.Contains(key) ? NameText.ErrorOfId(text.Value) : Names.Contains(key) ? NameText.ErrorOfName(text.Value) : null;
            if (error is { } found)
            {
                errors.Add(text.At, found.Expected, found.Found);
            }
        }
    }
}
