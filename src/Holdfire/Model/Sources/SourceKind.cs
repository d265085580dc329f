namespace Holdfire.Model;

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>An organ or official of a party.</summary>
    PartyOrgan,

    /// <summary>A monitoring mission.</summary>
    Monitor,

    /// <summary>A news desk.</summary>
    NewsDesk,

    /// <summary>A sensor.</summary>
    Sensor,

    /// <summary>An observer who is none of these.</summary>
    Observer,
}
