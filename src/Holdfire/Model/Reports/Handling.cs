namespace Holdfire.Model;

/// <summary>Who is meant to see a report, as its source asks: everybody, the mission, or one party beside it.</summary>
/// <remarks>The default is that nothing is said. It is kept and shown; what an answer may use is decided by what is protected in the record.</remarks>
public readonly record struct Handling
{
    private const string ToParty = "party:";
    private readonly string? label;

    private Handling(string label) => this.label = label;

    /// <summary>Everybody.</summary>
    public static Handling Public { get; } = new("public");

    /// <summary>The mission alone.</summary>
    public static Handling Mission { get; } = new("mission");

    /// <summary>The party that may see it beside the mission, or null.</summary>
    public PartyId? Party => label?.StartsWith(ToParty, StringComparison.Ordinal) == true ? new PartyId(label[ToParty.Length..]) : null;

    /// <summary>For the mission and one party.</summary>
    public static Handling For(PartyId party) => new(ToParty + party.Value);

    /// <summary>Reads <c>public</c>, <c>mission</c> or <c>party:</c> with an id; whether the party is known is not looked at.</summary>
    public static bool TryParse(string text, out Handling handling)
    {
        var isLabel = text is "public" or "mission" || (text.StartsWith(ToParty, StringComparison.Ordinal) && text.Length > ToParty.Length);
        handling = isLabel ? new Handling(text) : default;
        return isLabel;
    }

    /// <summary>The label; empty where nothing is said.</summary>
    public override string ToString() => label ?? "";
}
