using System.CommandLine;
using Holdfire.Accounts;
using Holdfire.Cli.Commands.Records;
using NodaTime;

namespace Holdfire.Cli.Commands.Users;

/// <summary>What the commands about accounts share.</summary>
internal static class UserInput
{
    public static Argument<string> Name() => new("NAME") { Description = "the name by which the person signs in, such as anna.k" };

    public static Option<string> Record() => Options.Required(Options.RecordName, "DIR", "the record's folder");

    public static Option<string> RoleOption() => Options.Required("--role", "ROLE", Texts.OneOf([.. RoleNames.All]));

    public static Option<string?> PartyOption() => Options.Text("--party", "ID", "the party that a delegate speaks for; with role party alone");

    /// <summary>The role that was given.</summary>
    public static Role ReadRole(string text) => RoleNames.Find(text) ?? throw new InputException("--role", Texts.OneOf([.. RoleNames.All]), $"'{text}'");

    /// <summary>The party that was given, if the record's case has it; null where none was given.</summary>
    public static string? ReadParty(string record, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var load = RecordViews.Load(RecordInput.Open(record));
        var parties = load.Case is { } found ? found.Parties.Select(p => p.Id.Value).Order(StringComparer.Ordinal).ToArray()
            : throw InputException.Of(load.Errors[0].Within(record));
        return parties.Contains(text, StringComparer.Ordinal) ? text
            : throw new InputException("--party", parties.Length > 0 ? Texts.OneOf(parties) : "the id of a party of the case", $"'{text}'");
    }

    /// <summary>Does something with the accounts of a record.</summary>
    public static async Task<T> At<T>(string record, Func<AccountDesk, Task<T>> work)
    {
        // What is no record has no accounts beside it.
        _ = RecordInput.Open(record);
        var desk = await AccountDesk.OpenAsync(record, SystemClock.Instance).ConfigureAwait(false);
        await using (desk.ConfigureAwait(false))
        {
            return await work(desk).ConfigureAwait(false);
        }
    }
}
