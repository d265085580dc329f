namespace Holdfire.CaseFormat;

/// <summary>The columns of a report file, in the order of its header.</summary>
public enum ReportColumn
{
    /// <summary>The report's id.</summary>
    Id,

    /// <summary>The id of its source.</summary>
    Source,

    /// <summary>When it was published.</summary>
    Published,

    /// <summary>The start of its window.</summary>
    From,

    /// <summary>The end of its window.</summary>
    To,

    /// <summary>The zone of its window.</summary>
    Zone,

    /// <summary>The precision of its window.</summary>
    Precision,

    /// <summary>The act.</summary>
    Act,

    /// <summary>What about it was counted.</summary>
    Measure,

    /// <summary>The thing counted.</summary>
    Unit,

    /// <summary>How many.</summary>
    Count,

    /// <summary>Where.</summary>
    Areas,

    /// <summary>The kind of target.</summary>
    Target,

    /// <summary>Who is said to have done it.</summary>
    AllegedActor,

    /// <summary>Whether it sums more than one event.</summary>
    Aggregate,

    /// <summary>The claim that it is a part of.</summary>
    PartOf,

    /// <summary>How its parts lie to each other.</summary>
    Parts,

    /// <summary>Whether its parts are all of it.</summary>
    PartsExhaustive,

    /// <summary>Claims that include it.</summary>
    IncludedIn,

    /// <summary>Civilians said to have been killed.</summary>
    Killed,

    /// <summary>Civilians said to have been injured.</summary>
    Injured,

    /// <summary>Civilian objects said to have been damaged.</summary>
    Objects,

    /// <summary>Where it was said.</summary>
    Reference,

    /// <summary>The latitude of its point.</summary>
    Lat,

    /// <summary>The longitude of its point.</summary>
    Lon,

    /// <summary>The radius about its point, in kilometres.</summary>
    RadiusKm,

    /// <summary>How the source knows it.</summary>
    Mode,

    /// <summary>The reports that it repeats.</summary>
    Quotes,

    /// <summary>The reports that it denies.</summary>
    Denies,

    /// <summary>Members of armed forces said to have been killed.</summary>
    KilledMilitary,

    /// <summary>People said to have been killed of whom it is not said which they were.</summary>
    KilledUnknown,

    /// <summary>Members of armed forces said to have been injured.</summary>
    InjuredMilitary,

    /// <summary>People said to have been injured of whom it is not said which they were.</summary>
    InjuredUnknown,

    /// <summary>How sure the source is of who did it.</summary>
    ActorCertainty,

    /// <summary>The latitude of where the observer stood.</summary>
    ObserverLat,

    /// <summary>The longitude of where the observer stood.</summary>
    ObserverLon,

    /// <summary>In which direction it was from there.</summary>
    ObserverBearing,

    /// <summary>How far off it was, in kilometres.</summary>
    ObserverRangeKm,

    /// <summary>What happened, in the source's own words.</summary>
    Narrative,

    /// <summary>The language of the narrative.</summary>
    Language,

    /// <summary>The hashes of its photos and files.</summary>
    Attachments,

    /// <summary>Who is meant to see it.</summary>
    Handling,
}
