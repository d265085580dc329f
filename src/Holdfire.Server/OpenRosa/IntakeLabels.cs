using Holdfire.Views;

namespace Holdfire.Server.OpenRosa;

/// <summary>Who may see what an edit says: whoever may see both the report and the edit, and nobody else.</summary>
internal static class IntakeLabels
{
    /// <summary>The label that lets through nobody but those whom both let through. Of two labels that name people it is the first.</summary>
    public static AudienceLabel Narrower(AudienceLabel first, AudienceLabel second) =>
        first == second || second == AudienceLabel.Public || !first.People.IsEmpty ? first
        : first == AudienceLabel.Public || !second.People.IsEmpty ? second
        : AudienceLabel.Mission;
}
