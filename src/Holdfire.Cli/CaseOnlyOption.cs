using System.CommandLine;

namespace Holdfire.Cli;

/// <summary><c>--case DIR</c> of a command that takes no record, or needs neither.</summary>
internal sealed class CaseOnlyOption : Option<string?>
{
    public CaseOnlyOption(string description)
        : base(Options.CaseName)
    {
        Description = description;
        HelpName = "DIR";
    }
}
