namespace Holdfire.Acts;

/// <summary>A list of event codes kept by others.</summary>
public enum CodingScheme
{
    /// <summary>ACLED event types, and sub-types written <c>type > sub-type</c>.</summary>
    Acled,

    /// <summary>UCDP GED <c>type_of_violence</c>: 1 state-based, 2 non-state, 3 one-sided.</summary>
    UcdpGed,

    /// <summary>VIINA labels, <c>a_</c> for actors and <c>t_</c> for events.</summary>
    Viina,

    /// <summary>Terms of the OSCE Special Monitoring Mission, written <c>group: term</c>.</summary>
    OsceSmm,
}
