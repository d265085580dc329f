using System.CommandLine;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary><c>holdfire bundle</c>: one file with what is under a report or a published figure, to be checked offline by anyone.</summary>
internal static class BundleCommand
{
    public static Command Create() =>
        new("bundle", "One file with the signed entries under a report or a figure, checked offline by anyone (docs/bundle-format.md).")
        {
            BundleCreateCommand.Create(),
            BundleVerifyCommand.Create(),
        };
}
