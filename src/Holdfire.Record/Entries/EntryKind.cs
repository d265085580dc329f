namespace Holdfire.Record.Entries;

/// <summary>What an entry is. Written in snake_case; a kind is never renamed or reused.</summary>
public enum EntryKind
{
    /// <summary>The first entry of a record: its origin, its registrar's key, and its rules.</summary>
    Record,

    /// <summary>A key is registered, rotated or revoked.</summary>
    Key,

    /// <summary>The head of the case: id, title, zone, gaps.</summary>
    Case,

    /// <summary>A party or other actor.</summary>
    Party,

    /// <summary>A place of the case's own.</summary>
    Place,

    /// <summary>A source, with its grade, scope and declared watches.</summary>
    Source,

    /// <summary>A document, by its hash.</summary>
    Document,

    /// <summary>A statement, with the quantities that it claims.</summary>
    Statement,

    /// <summary>Accounts of a statement that differ.</summary>
    Conflict,

    /// <summary>A truce and its terms.</summary>
    Truce,

    /// <summary>A report.</summary>
    Report,

    /// <summary>An item of the talks: a proposal, a response, a precondition and the like.</summary>
    Talks,

    /// <summary>A person's word that reports are, or are not, about the same incident.</summary>
    Pin,

    /// <summary>A set of parameters of the fusion.</summary>
    Parameters,

    /// <summary>A finding by a monitor.</summary>
    Finding,

    /// <summary>A photo or file, by its hash.</summary>
    Attachment,

    /// <summary>Another content for an earlier entry, which stays visible.</summary>
    Correction,

    /// <summary>An earlier entry is taken back; it stays visible.</summary>
    Withdrawal,

    /// <summary>The protected content of an earlier entry has been destroyed on purpose.</summary>
    Erasure,

    /// <summary>The registrar leaves an earlier entry out of the case; both stay visible, and it can be undone.</summary>
    SetAside,

    /// <summary>What a sensor or an alert system shows.</summary>
    Detection,

    /// <summary>A time in which a source could not look as it usually does.</summary>
    Restriction,

    /// <summary>A step of an event's verification, or a word on what is found of it.</summary>
    Step,

    /// <summary>A question to a party about what is claimed.</summary>
    Query,

    /// <summary>What a party says to a question, or to a claim.</summary>
    Reply,

    /// <summary>Of this entry the log shows nothing but a commitment: what it is, by whom and when is for those alone whom its label lets see it.</summary>
    Sealed,
}
