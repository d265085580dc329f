namespace Holdfire.CaseFormat;

/// <summary>Finds ids and names in the YAML of a case that cannot be entered.</summary>
internal static class NameCheck
{
    private static readonly HashSet<string> Ids = new(StringComparer.Ordinal) { "id", "code" };
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "name", "local_name", "aliases", "label" };

    /// <summary>Adds an error for each id and name under an item that <see cref="NameText"/> refuses. Nesting is limited where YAML is read.</summary>
    public static void Run(YamlItem? item, FaultList faults)
    {
        switch (item)
        {
            case YamlList list:
                list.Items.ForEach(i => Run(i, faults));
                break;
            case YamlMap map:
                foreach (var (key, (_, value)) in map.Entries)
                {
                    Check(key, value, faults);
                    Run(value, faults);
                }

                break;
        }
    }

    private static void Check(string key, YamlItem value, FaultList faults)
    {
        foreach (var text in value is YamlList list ? list.Items.OfType<YamlText>() : value is YamlText one ? [one] : [])
        {
            var fault = Ids.Contains(key) ? NameText.FaultOfId(text.Value) : Names.Contains(key) ? NameText.FaultOfName(text.Value) : null;
            if (fault is { } found)
            {
                faults.Add(text.At, found.Expected, found.Found);
            }
        }
    }
}
