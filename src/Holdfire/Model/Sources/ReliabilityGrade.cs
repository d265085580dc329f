namespace Holdfire.Model;

/// <summary>The Admiralty reliability grade of a source (NATO AJP-2.1). F means not known, not worst.</summary>
public enum ReliabilityGrade
{
    /// <summary>Cannot be judged.</summary>
    F,

    /// <summary>Completely reliable.</summary>
    A,

    /// <summary>Usually reliable.</summary>
    B,

    /// <summary>Fairly reliable.</summary>
    C,

    /// <summary>Not usually reliable.</summary>
    D,

    /// <summary>Unreliable.</summary>
    E,
}
