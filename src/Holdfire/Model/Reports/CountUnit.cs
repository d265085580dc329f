using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>The thing that was counted, as a dotted code. Numbers of different units are never added.</summary>
/// <remarks>The default is <see cref="Item"/>. A case may add units of its own below the built-in ones.</remarks>
public readonly record struct CountUnit : IComparable<CountUnit>
{
    private const string Usual = "item";
    private readonly string? code;

    /// <summary>The unit of a code.</summary>
    public CountUnit(string code) => this.code = code == Usual ? null : code;

    /// <summary>A munition or craft.</summary>
    public static CountUnit Item => default;

    /// <summary>An attack, of however many munitions.</summary>
    public static CountUnit Attack { get; } = new("attack");

    /// <summary>A breach as the source counts them.</summary>
    public static CountUnit Breach { get; } = new("breach");

    /// <summary>An instance of shelling.</summary>
    public static CountUnit Shelling { get; } = new("shelling");

    /// <summary>An assault on the ground.</summary>
    public static CountUnit Assault { get; } = new("assault");

    /// <summary>A person.</summary>
    public static CountUnit Person { get; } = new("person");

    /// <summary>A place, such as a village or a post.</summary>
    public static CountUnit Place { get; } = new("place");

    /// <summary>A vehicle.</summary>
    public static CountUnit Vehicle { get; } = new("vehicle");

    /// <summary>The built-in units, in their order.</summary>
    public static ImmutableArray<CountUnit> BuiltIn { get; } = [Item, Attack, Breach, Shelling, Assault, Person, Place, Vehicle];

    /// <summary>The code, such as <c>breach</c>.</summary>
    public string Value => code ?? Usual;

    /// <summary>The built-in units in their order, then others by their codes.</summary>
    public int CompareTo(CountUnit other)
    {
        var (mine, its) = (BuiltIn.IndexOf(this), BuiltIn.IndexOf(other));
        return mine >= 0 && its >= 0 ? mine.CompareTo(its)
            : mine >= 0 ? -1 : its >= 0 ? 1 : string.CompareOrdinal(Value, other.Value);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
