using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Views;

/// <summary>Who may see an entry of a record: everybody, the mission, one party beside the mission, or named people alone.</summary>
/// <remarks>
/// <para>Written <c>public</c>, <c>mission</c>, <c>party:AA</c> or <c>named:anna,bo</c>; each label has one text, and two are equal where their
/// texts are. <see cref="Audience.MaySee"/> says who sees what. The default value is no label, and nobody may see what bears it.</para>
/// <para>A party brings to a mission what it does not show the other side, and a mission asks a party what it does not ask the other one:
/// what is labelled for a party is the mission's too. What the mission is not to see does not belong in its record, or bears names.</para>
/// </remarks>
public readonly record struct AudienceLabel
{
    private const string ForParty = "party:";
    private const string ForPeople = "named:";
    private readonly string? text;

    private AudienceLabel(string text) => this.text = text;

    /// <summary>For everybody.</summary>
    public static AudienceLabel Public { get; } = new("public");

    /// <summary>For the mission's staff.</summary>
    public static AudienceLabel Mission { get; } = new("mission");

    /// <summary>The party that may see it beside the mission, or null.</summary>
    public PartyId? Party => text?.StartsWith(ForParty, StringComparison.Ordinal) == true ? new PartyId(text[ForParty.Length..]) : null;

    /// <summary>The people who alone may see it, by name; empty where the label names none.</summary>
    public ImmutableArray<PersonId> People => text?.StartsWith(ForPeople, StringComparison.Ordinal) == true ? [.. Names(text)] : [];

    /// <summary>Of those who may see it, the ones who see least else: what it holds must make sense to them. Of named people the first.</summary>
    public Audience Readers => Party is { } party ? Audience.Of(party)
        : People is [var first, ..] ? Audience.Public.As(first)
        : this == Mission ? Audience.Mission : Audience.Public;

    /// <summary>For the mission and one party.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static AudienceLabel For(PartyId party)
    {
        ArgumentException.ThrowIfNullOrEmpty(party.Value, nameof(party));
        return new AudienceLabel(ForParty + party.Value);
    }

    /// <summary>For these people alone, in any order.</summary>
    /// <exception cref="ArgumentException">There are none, or one of them is nobody.</exception>
    public static AudienceLabel For(IEnumerable<PersonId> people)
    {
        var names = people.Distinct().Order().ToImmutableArray();
        return names.Length > 0 && names[0].Value.Length > 0
            ? new AudienceLabel(ForPeople + string.Join(',', names))
            : throw new ArgumentException("a label names at least one person, and each has a name", nameof(people));
    }

    /// <summary>Reads a label; names may stand in any order and more than once. Whether the party and the people are known is not looked at.</summary>
    public static bool TryParse(string text, out AudienceLabel label)
    {
        label = text switch
        {
            "public" => Public,
            "mission" => Mission,
            _ when text.StartsWith(ForParty, StringComparison.Ordinal) && text.Length > ForParty.Length => new AudienceLabel(text),
            _ when text.StartsWith(ForPeople, StringComparison.Ordinal) && Names(text).All(n => n.Value.Length > 0) => For(Names(text)),
            _ => default,
        };
        return label != default;
    }

    /// <summary>The text; empty for the default value.</summary>
    public override string ToString() => text ?? "";

    // What is no name becomes nobody.
    private static IEnumerable<PersonId> Names(string text) =>
        text[ForPeople.Length..].Split(',').Select(name => PersonId.TryParse(name, out var person) ? person : default);
}
