namespace Holdfire.Model;

/// <summary>Whom harm befell. Groups are kept apart: what is said of one says nothing of another.</summary>
public enum HarmGroup
{
    /// <summary>Civilians.</summary>
    Civilians,

    /// <summary>Members of armed forces.</summary>
    Military,

    /// <summary>People of whom it is not said which they were.</summary>
    Unknown,
}
