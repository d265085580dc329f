using Holdfire.Model;

namespace Holdfire.Views;

/// <summary>Who asks, as far as it decides which contents of a record an answer may use.</summary>
/// <remarks>
/// <para>The default value is the public. Whatever may not be seen is left out before anything is counted, grouped, drawn or searched.</para>
/// <para>Roles and what they see:</para>
/// <list type="table">
/// <item><term>public, administrator</term><description><c>public</c>. An administrator runs the machine and reads no contents.</description></item>
/// <item><term>delegate of party AA</term><description><c>public</c>, <c>party:AA</c>, and what names the delegate.</description></item>
/// <item><term>monitor, analyst, duty officer</term><description><c>public</c>, <c>mission</c>, each <c>party:…</c>, and what names the person.</description></item>
/// <item><term>data-protection officer</term><description><c>public</c>, and what names the officer.</description></item>
/// </list>
/// </remarks>
public readonly record struct Audience
{
    private const string Everybody = "public";
    private const string Staff = "mission";
    private const string Delegates = "party:";

    private Audience(bool isMission, PartyId? party, PersonId? person) => (IsMission, Party, Person) = (isMission, party, person);

    /// <summary>Everybody: open contents, and protected ones that are disclosed.</summary>
    public static Audience Public => default;

    /// <summary>The mission's staff.</summary>
    public static Audience Mission { get; } = new(true, null, null);

    /// <summary>Whether it is the mission's staff who ask.</summary>
    public bool IsMission { get; }

    /// <summary>The party whose delegate asks, or null.</summary>
    public PartyId? Party { get; }

    /// <summary>The person who asks, where some contents are for this person alone; null where nobody signed in, or it makes no difference.</summary>
    public PersonId? Person { get; }

    /// <summary>The delegates of a party.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static Audience Of(PartyId party)
    {
        ArgumentException.ThrowIfNullOrEmpty(party.Value, nameof(party));
        return new Audience(false, party, null);
    }

    /// <summary>This audience with a person, who sees what names him or her as well.</summary>
    /// <exception cref="ArgumentException">It is nobody.</exception>
    public Audience As(PersonId person)
    {
        ArgumentException.ThrowIfNullOrEmpty(person.Value, nameof(person));
        return new Audience(IsMission, Party, person);
    }

    /// <summary>The same without the person, where none of the labels names that one: equal audiences see the same and share what is kept of answers.</summary>
    /// <param name="labels">All labels there are.</param>
    public Audience Among(IEnumerable<AudienceLabel> labels) =>
        Person is { } person && !labels.Any(l => l.People.Contains(person)) ? new Audience(IsMission, Party, null) : this;

    /// <summary>Whether this audience may see an entry with a label.</summary>
    public bool MaySee(AudienceLabel label) =>
        label == AudienceLabel.Public
        || (IsMission && (label == AudienceLabel.Mission || label.Party is not null))
        || (Party is { } party && label.Party == party)
        || (Person is { } person && label.People.Contains(person));

    /// <summary>Reads what <see cref="ToString"/> writes: <c>public</c>, <c>mission</c>, <c>party:AA</c>, or one of these behind a person and <c>@</c>.</summary>
    public static bool TryParse(string text, out Audience audience)
    {
        // No name of a person holds an @ or a colon, so that an id of a party with an @ is not taken for one.
        PersonId? person = text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at && PersonId.TryParse(text[..at], out var name) ? name : null;
        var group = person is { } known ? text[(known.Value.Length + 1)..] : text;
        Audience? read = group switch
        {
            Everybody => Public,
            Staff => Mission,
            _ when group.StartsWith(Delegates, StringComparison.Ordinal) && group.Length > Delegates.Length => Of(new PartyId(group[Delegates.Length..])),
            _ => null,
        };
        audience = read is { } found && person is { } one ? found.As(one) : read ?? default;
        return read is not null;
    }

    /// <summary>The audience as answers print it: one text for each.</summary>
    public override string ToString()
    {
        var group = IsMission ? Staff : Party is { } party ? Delegates + party.Value : Everybody;
        return Person is { } person ? $"{person}@{group}" : group;
    }
}
