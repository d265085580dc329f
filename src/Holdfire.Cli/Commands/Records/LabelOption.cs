using System.CommandLine;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Views;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>--audience LABEL</c> of a command that enters something: who may see it.</summary>
internal sealed class LabelOption : Option<string?>
{
    public LabelOption(string description)
        : base(AudienceOption.Called)
    {
        Description = description;
        HelpName = "LABEL";
    }

    /// <summary>The label; null where none is given.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="record">Gives the record that something is entered into.</param>
    /// <exception cref="InputException">It is no label, or names no party of the record.</exception>
    public static AudienceLabel? Of(ParseResult result, Func<RecordReader> record)
    {
        if (result.GetValue<string?>(AudienceOption.Called) is not { } text)
        {
            return null;
        }

        return !AudienceLabel.TryParse(text, out var label) ? throw new InputException(AudienceOption.Called, "public, mission, party:ID or named:ID,ID", $"'{text}'")
            : label.Party is { } party && record().Ledger.Find(EntryKind.Party, party.Value) is null ? throw new InputException(AudienceOption.Called, "a party of the record", $"'{party}'")
            : label;
    }
}
