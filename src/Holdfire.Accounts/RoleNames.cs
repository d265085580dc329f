using System.Collections.Immutable;

namespace Holdfire.Accounts;

/// <summary>The words for roles, as the command line and the file of accounts have them.</summary>
public static class RoleNames
{
    private static readonly ImmutableArray<(Role Role, string Name)> Names =
    [
        (Role.Public, "public"), (Role.Party, "party"), (Role.Monitor, "monitor"), (Role.Analyst, "analyst"), (Role.DutyOfficer, "duty-officer"),
        (Role.DataProtectionOfficer, "data-protection-officer"), (Role.Administrator, "administrator"),
    ];

    /// <summary>All words, in the order of the roles.</summary>
    public static ImmutableArray<string> All { get; } = [.. Names.Select(n => n.Name)];

    /// <summary>The word for a role.</summary>
    public static string NameOf(Role role) => Names.First(n => n.Role == role).Name;

    /// <summary>The role of a word; null where there is none.</summary>
    public static Role? Find(string name) => Names.Where(n => n.Name == name).Select(n => (Role?)n.Role).FirstOrDefault();
}
