using System.CommandLine;

namespace Holdfire.Cli.Commands;

/// <summary>A command that runs until it is told to stop, and then ends in order. Any other one ends at once, as by kill, which no record is hurt by.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">Its help.</param>
internal sealed class StoppingCommand(string name, string description) : Command(name, description);
