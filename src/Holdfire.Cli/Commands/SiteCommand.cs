using System.CommandLine;
using System.Globalization;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Tlog;
using Holdfire.Server;
using Holdfire.Server.OpenRosa;
using Holdfire.Server.SignIn;
using Holdfire.Server.Tips;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire serve</c>: the record in the browser and in other people's programs.</summary>
internal static class SiteCommand
{
    private const int UsualPort = 8640;
    private const string On = "on";
    private const string Off = "off";
    private const string IntakeAudience = "--intake-audience";

    public static Command Create()
    {
        var folder = Options.Case();
        var port = new Option<int>("--port") { Description = $"the port; 0 for any that is free [default: {UsualPort}]", HelpName = "N", DefaultValueFactory = _ => UsualPort };
        var host = Options.Text("--host", "H", "the address to listen at; 127.0.0.1, this machine alone, if left out");
        var auth = new Option<string>("--auth") { Description = "whether it asks who is there: on or off [default: off]", HelpName = "on|off", DefaultValueFactory = _ => Off };
        var tips = new Option<string>("--tips")
        {
            Description = "whether it takes tips of people without an account: on or off; needs --auth on [default: off]", HelpName = "on|off", DefaultValueFactory = _ => Off,
        };
        var intakeAudience = Options.Text(
            IntakeAudience, "LABEL", "who may see what phones send: mission, party:ID, named:ID,ID, or public, which puts it into the published record for good [default: mission]");
        DemandOnOrOff(auth);
        DemandOnOrOff(tips);
        var name = new Option<string[]>("--name") { Description = "a further name that it is asked by, such as that of a proxy in front of it; can be given again", HelpName = "NAME" };
        var telemetry = Options.Text("--telemetry", "URL", "send metrics and traces to a collector (OTLP over HTTP), such as http://127.0.0.1:4318; they say nothing of who asked for what");
        var command = new StoppingCommand(
            "serve",
            "Serve a record as pages, as an API and as the log's own files, until stopped. It takes signed entries where the operator's key is beside the record: from this machine, or with --auth on from those whose role lets them (docs/accounts.md). A case folder is taken into a record "
            + "that is made for this run alone.\n\n"
            + "Example: holdfire serve --case cases/practice-line\n"
            + "Example: holdfire serve --record harvest --port 8080\n"
            + "Example: holdfire serve --record harvest --auth on --name records.example")
        {
            folder, port, host, name, auth, tips, intakeAudience, telemetry,
        };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535))
            {
                result.AddError($"--port: expected a number from 0 to 65535, found '{text}'");
            }
        });
        command.SetAction((result, cancellation) => Run(
            result, folder, result.GetValue(tips) == On, new ServerOptions
            {
                Port = result.GetValue(port), Host = result.GetValue(host) ?? new ServerOptions().Host, Names = [.. result.GetValue(name) ?? []],
                Telemetry = CollectorOf(result.GetValue(telemetry)),
                SignIn = result.GetValue(auth) == On ? new SignInOptions { Tell = line => result.Terminal.Error.WriteLine(line) } : null,
            },
            cancellation));
        return command;
    }

    private static Uri? CollectorOf(string? text) => text is null ? null
        : Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address
        : throw new InputException("--telemetry", "the address of a collector, such as http://127.0.0.1:4318", $"'{text}'");

    // What is once in the open is there for good, so that it has to be said.
    private static AudienceLabel AudienceOf(ParseResult result, string record) =>
        result.GetValue<string?>(IntakeAudience) is not { } text ? AudienceLabel.Mission
        : !AudienceLabel.TryParse(text, out var label) ? throw new InputException(IntakeAudience, "public, mission, party:ID or named:ID,ID", $"'{text}'")
        : label.Party is { } party && RecordInput.Open(record).Ledger.Find(EntryKind.Party, party.Value) is null ? throw new InputException(IntakeAudience, "a party of the record", $"'{party}'")
        : label;

    private static void DemandOnOrOff(Option<string> option) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var word }] && word is not (On or Off))
        {
            result.AddError($"{option.Name}: expected {On} or {Off}, found '{word}'");
        }
    });

    private static async Task<int> Run(ParseResult result, Option<string> folder, bool takesTips, ServerOptions options, CancellationToken cancellation)
    {
        if (result.GetValue<string?>(CommonOptions.RecordedAt.Name) is not null)
        {
            throw new InputException("--recorded-at", "none here: each address may have one, such as /?recorded-at=100", "");
        }

        if (result.Record is { } existing)
        {
            var record = RecordInput.Existing(existing);
            NoteSigner? key = null;
            var audience = AudienceOf(result, record);
            if (options.SignIn is not null)
            {
                await IntakeKey.Ensure(result.Terminal, record).ConfigureAwait(false);
            }

            var tokens = IntakeKey.Has(record, RecordInput.OperatorFile) && IntakeKey.Has(record, IntakeKey.FileName) ? await AccountTokens.OpenAsync(record, SystemClock.Instance).ConfigureAwait(false) : null;
            using var intake = tokens is null ? null : RecordInput.Key(result.Terminal, record, null, IntakeKey.FileName);
            try
            {
                options = options with
                {
                    Writer = IntakeKey.Has(record, RecordInput.OperatorFile) ? Open : null, Intake = tokens is null ? null : new IntakeOptions(tokens, intake!, SystemClock.Instance) { Audience = audience },
                };
                if (takesTips)
                {
                    DemandTips(record, options);
                    options = options with { Tips = new TipOptions(options.Intake!.Key) };
                }

                return await Serve(result.Terminal, record, options, cancellation).ConfigureAwait(false);
            }
            finally
            {
                key?.Dispose();
                if (tokens is not null)
                {
                    await tokens.DisposeAsync().ConfigureAwait(false);
                }
            }

            Task<RecordWriter> Open() => RecordInput.Writer(result.Terminal, record, key ??= RecordInput.OperatorKey(result.Terminal, record, null), null);
        }

        if (result.GetValue<string?>(IntakeAudience) is not null)
        {
            throw new InputException(IntakeAudience, "--record DIR with it: what phones send goes into a record", "--case");
        }

        if (options.SignIn is not null || takesTips)
        {
            throw new InputException(takesTips ? "--tips on" : "--auth on", "--record DIR with it: accounts lie beside a record", "--case");
        }

        var caseFolder = result.GetRequiredValue(folder);
        _ = CaseInput.Load(result.Terminal, caseFolder);
        using var made = await ThrowAwayRecord.OfCase(caseFolder).ConfigureAwait(false);
        return await Serve(result.Terminal, made.Folder, options with { IsThrowAway = true }, cancellation).ConfigureAwait(false);
    }

    // What is taken from nobody known has to be for the mission alone, signed by the server, and of a source that says what it is.
    private static void DemandTips(string record, ServerOptions options)
    {
        const string Tips = "--tips on";
        if (options.SignIn is null)
        {
            throw new InputException(Tips, "--auth on with it: tips are for the mission to see", "--auth off");
        }

        if (options.Intake is null)
        {
            throw new InputException(Tips, $"the keys {RecordInput.OperatorFile} and {IntakeKey.FileName} in DIR.private/keys (docs/server.md, Phones)", "one of them missing");
        }

        var source = RecordViews.Load(RecordInput.Open(record)).Case?.Sources.FirstOrDefault(s => s.Id.Value == TipOptions.Source);
        if (source is not { Grade: ReliabilityGrade.F, Party: null })
        {
            throw new InputException(Tips, $"a source '{TipOptions.Source}' of grade F and of no party in the case (docs/accounts.md)", source is null ? "no such source" : $"one of grade {source.Grade}");
        }
    }

    private static async Task<int> Serve(Terminal terminal, string folder, ServerOptions options, CancellationToken cancellation)
    {
        try
        {
            var server = await HoldfireServer.StartAsync(ServedRecord.Open(folder), options, e => Report(terminal, e), cancellation).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                if (options.SignIn is not null && !server.IsOnThisMachineAlone)
                {
                    await terminal.Error.WriteLineAsync($"holdfire: {options.Host} is not this machine alone; passwords and keys are readable on the way unless TLS is spoken in front (docs/operate.md)")
                        .ConfigureAwait(false);
                }

                await terminal.Out.WriteLineAsync($"listening on {server.Address}").ConfigureAwait(false);
                await terminal.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
                await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return ExitCodes.Done;
        }
        catch (RecordException e)
        {
            throw RecordInput.Refusal(e);
        }
        catch (IOException e)
        {
            throw new InputException("--host, --port", "an address that is free", $"{options.Host}:{options.Port}: {e.Message}");
        }
    }

    private static void Report(Terminal terminal, Exception e) => terminal.Error.WriteLine($"holdfire: {VisibleText.Line(e is RecordException ? e.Message : e.ToString())}");
}
