using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Holdfire.Cli.Commands;
using Holdfire.Cli.Commands.Bundles;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Commands.Users;
using Holdfire.Cli.Commands.Witnesses;
using Holdfire.Cli.Commands.WorkingDay;
using Holdfire.Cli.Output;
using Holdfire.Record;

namespace Holdfire.Cli;

/// <summary>The root of the command line.</summary>
internal static class HoldfireCommand
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">Its words.</param>
    /// <param name="terminal">What it reads from and writes to.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        var root = new Command("holdfire", "Holdfire keeps the record of a ceasefire: what was agreed, what each side claims, whether it held.")
        {
            new HelpOption(),
            new VersionOption(),
            CaseCommand.Create(),
            QueryCommand.Create("truces"),
            QueryCommand.Create("obligations"),
            QueryCommand.Create("counts"),
            QueryCommand.Create("audit"),
            QueryCommand.Create("daily"),
            QueryCommand.Create("queue", StepCommands.All()),
            PartyQueryCommands.Create(),
            QueryCommand.Create("incidents", IncidentFitCommand.Create(), IncidentPinCommand.Create(), IncidentUnpinCommand.Create()),
            QueryCommand.Create("assess"),
            QueryCommand.Create("findings"),
            QueryCommand.Create("talks"),
            ReportCommand.Create(),
            SiteCommand.Create(),
            PublishCommand.Create(),
            ImportCommand.Create(),
            IntakeCommand.Create(),
            PushCommand.Create(),
            new Command("documents", "Check statements against the text of their document.") { QueryCommand.Create("documents check") },
            ExportCommand.Create(),
            PlacesCommand.Create(),
            ActsCommand.Create(),
            RecordCommand.Create(),
            BundleCommand.Create(),
            WitnessCommand.Create(),
            UserCommand.Create(),
        };
        OfferRecords(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            if (parsed.CommandResult.Command is { Action: null, Subcommands.Count: > 0 } group && parsed.UnmatchedTokens.Count == 0)
            {
                terminal.Error.WriteLine($"holdfire: expected '{NameOf(group)}' with one of {string.Join(", ", group.Subcommands.Select(c => c.Name))}; found none");
                terminal.Error.WriteLine($"holdfire: see {NameOf(group)} --help");
                return ExitCodes.Usage;
            }

            foreach (var error in parsed.Errors)
            {
                terminal.Error.WriteLine($"holdfire: {VisibleText.Line(error.Message)}");
            }

            foreach (var (option, reason) in WhyNot(parsed))
            {
                terminal.Error.WriteLine($"holdfire: {NameOf(parsed.CommandResult.Command)} takes no {option}: {reason}");
            }

            if (parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.Subcommands is { Count: > 0 } inner)
            {
                terminal.Error.WriteLine($"holdfire: '{NameOf(parsed.CommandResult.Command)}' takes one of {string.Join(", ", inner.Select(c => c.Name))}, or options");
            }

            terminal.Error.WriteLine($"holdfire: see {NameOf(parsed.CommandResult.Command)} --help");
            return ExitCodes.Usage;
        }

        try
        {
            // With a time to end in, a signal would wait for the command, and most commands do not listen for one.
            var configuration = new TerminalConfiguration(terminal);
            configuration.ProcessTerminationTimeout = parsed.CommandResult.Command is StoppingCommand ? configuration.ProcessTerminationTimeout : null;
            return parsed.Invoke(configuration);
        }
        catch (Exception e) when (TooLargeException.In(e) is { } tooLarge)
        {
            terminal.Error.WriteLine($"holdfire: {VisibleText.Line(tooLarge.Message)}");
            return ExitCodes.BadInput;
        }
        catch (Exception e) when (e is InputException or QueryException)
        {
            foreach (var line in (e as InputException)?.Details ?? [])
            {
                terminal.Error.WriteLine(line);
            }

            terminal.Error.WriteLine($"holdfire: {VisibleText.Line(e.Message)}");
            return e is InputException input ? input.ExitCode : ExitCodes.BadInput;
        }
        catch (RecordException e)
        {
            terminal.Error.WriteLine($"holdfire: {VisibleText.Line(e.Message)}");
            return e.Error.IsTouched ? ExitCodes.Touched : ExitCodes.BadInput;
        }
        catch (Exception e) when (e is not (IOException or UnauthorizedAccessException))
        {
            terminal.Error.WriteLine($"holdfire: this is a defect in Holdfire, not in your input; please report it with the command: {e}");
            return ExitCodes.Defect;
        }
        catch (Exception e)
        {
            terminal.Error.WriteLine($"holdfire: {VisibleText.Line(e.Message)}");
            return ExitCodes.Files;
        }
    }

    // Options that other queries take, and this one not.
    private static IEnumerable<(string Option, string Reason)> WhyNot(ParseResult parsed)
    {
        var query = QueryCatalogue.Find(string.Join(' ', NameOf(parsed.CommandResult.Command).Split(' ').Skip(1)));
        return from option in parsed.UnmatchedTokens.Distinct(StringComparer.Ordinal)
               let reason = query?.WhyNot(option)
               where reason is not null
               select (option, reason);
    }

    private static string NameOf(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Take(1).Select(NameOf).Append(command.Name));

    // Every query reads a record as well as a case folder.
    private static void OfferRecords(Command command)
    {
        if (command.Options.Any(o => o.Name == Options.CaseName && o is not CaseOnlyOption))
        {
            var (record, recordedAt) = (Options.Record(), Options.RecordedAt());
            command.Options.Add(record);
            command.Options.Add(recordedAt);

            // What a command enters is for all, unless it has a label of its own: to read as somebody and write for everybody would publish what was read.
            var audience = command.Options.Any(o => o.Name is AudienceOption.Called or RecordInput.KeyOptionName) ? null : new AudienceOption();
            if (audience is not null)
            {
                command.Options.Add(audience);
            }

            command.Validators.Add(result =>
            {
                var named = result.Children.Count(c => c is OptionResult { Implicit: false, Option.Name: Options.CaseName or Options.RecordName });
                var needed = result.Children.Any(c => c is OptionResult { Implicit: false, Option.Name: Options.GuessName }) ? named : 1;
                if (named != needed)
                {
                    result.AddError($"expected one of --case DIR and --record DIR, found {(named == 0 ? "neither" : "both")}");
                }

                if (result.GetResult(recordedAt) is not null && result.GetResult(record) is null)
                {
                    result.AddError($"{recordedAt.Name}: expected --record DIR with it, found none: a case folder keeps no history");
                }

                if (audience is not null && result.GetResult(audience) is not null && result.GetResult(record) is null)
                {
                    result.AddError($"{AudienceOption.Called}: expected --record DIR with it, found none: a case folder is read whole");
                }
            });
        }

        foreach (var inner in command.Subcommands)
        {
            OfferRecords(inner);
        }
    }
}
