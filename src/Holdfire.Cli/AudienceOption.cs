using System.CommandLine;

namespace Holdfire.Cli;

/// <summary><c>--audience WHO</c> of a command that reads a record: as whom it is read.</summary>
internal sealed class AudienceOption : Option<string?>
{
    /// <summary>What it is called.</summary>
    public const string Called = "--audience";

    public AudienceOption()
        : base(Called)
    {
        Description = "with a record: as whom it is read, with what is sealed for them in DIR.private: public, mission, party:ID, or one of these behind a person, such as anna@mission [default: public]";
        HelpName = "WHO";
    }
}
