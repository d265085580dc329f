namespace Holdfire.Accounts;

/// <summary>What a person does for the mission, or for whom; it decides what the person may see and do. docs/accounts.md has the table.</summary>
public enum Role
{
    /// <summary>Sees what everybody sees.</summary>
    Public,

    /// <summary>Speaks for one party.</summary>
    Party,

    /// <summary>Reports from the field.</summary>
    Monitor,

    /// <summary>Works on what was reported.</summary>
    Analyst,

    /// <summary>Decides what goes out today.</summary>
    DutyOfficer,

    /// <summary>Sees what is public, and what names the officer.</summary>
    DataProtectionOfficer,

    /// <summary>Runs the machine and the accounts, and reads no contents that are not public.</summary>
    Administrator,
}
