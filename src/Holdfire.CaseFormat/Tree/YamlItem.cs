namespace Holdfire.CaseFormat;

/// <summary>A node of a YAML file with its place.</summary>
internal abstract record YamlItem(Spot At)
{
    /// <summary>What it is, in words, for messages.</summary>
    public string Described => this switch
    {
        YamlText text => text.IsNull ? "nothing" : text.Value,
        YamlList => "a list",
        _ => "a map",
    };
}
