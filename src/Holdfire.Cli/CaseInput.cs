using System.CommandLine;
using Holdfire.CaseFormat;
using Holdfire.Cli.Commands.Records;
using Holdfire.Cli.Output;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Record.Protection;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Cli;

/// <summary>Loads the case of a command, or says in one line each what is wrong with it.</summary>
internal static class CaseInput
{
    /// <summary>So many errors, in words.</summary>
    public static string Count(int errors) => errors == 1 ? "1 error" : $"{errors} errors";

    /// <summary>The case of the folder or of the record that the command names, whichever it names.</summary>
    public static Case Load(ParseResult result, Option<string> folder) =>
        result.Record is { } record ? LoadRecord(result, record).Case : Load(result.Terminal, result.GetRequiredValue(folder));

    /// <summary>The view of what the command names.</summary>
    public static CaseView View(ParseResult result, Option<string> folder, Instant? knownBy)
    {
        if (result.Record is not { } record)
        {
            return CaseView.Of(Load(result.Terminal, result.GetRequiredValue(folder)), knownBy);
        }

        var (@case, read, at) = LoadRecord(result, record);
        return RecordViews.Of(@case, read, at, knownBy, result.Audience);
    }

    public static Case Load(Terminal terminal, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException("--case", "a case folder", $"no folder of the name '{folder}'");
        }

        return Take(terminal, folder, CaseFolder.Load(folder));
    }

    public static Case LoadRecord(Terminal terminal, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InputException("--record", "a record", $"no folder of the name '{folder}'");
        }

        return LoadRecord(terminal, RecordInput.Open(folder));
    }

    public static Case LoadRecord(Terminal terminal, RecordReader record) => Take(terminal, record.Log.Folder, RecordViews.Load(record));

    // At the size that the command asks for.
    private static (Case Case, RecordReader Record, RecordedAt At) LoadRecord(ParseResult result, string folder)
    {
        var (record, at) = RecordSizes.Read(RecordInput.Open(folder), result.GetValue<string?>(CommonOptions.RecordedAt.Name));
        record = SeenBy(record, result.Audience);
        var load = RecordViews.Load(record);
        return (Take(result.Terminal, folder, load), record, RecordViews.Without(at, load, record));
    }

    /// <summary>A record as an audience sees it: with what is sealed for that one and lies on this machine.</summary>
    public static RecordReader SeenBy(RecordReader record, Audience audience) =>
        audience == Audience.Public ? record : SealedEntries.Of(record.Log.Folder).Copy(record, RecordViews.SeenBy(audience));

    public static Case Take(Terminal terminal, string folder, CaseLoad load)
    {
        foreach (var line in SetAsideWords.Lines(load.Without))
        {
            terminal.Error.WriteLine($"set aside, and not in the case: {VisibleText.Line(line)}");
        }

        if (load.Case is { } loaded && load.Errors.IsEmpty)
        {
            return loaded;
        }

        throw new InputException(folder, "", $"{Count(load.Errors.Length)}; the case was not loaded")
        {
            Details = ErrorLines.Of(load.Errors),
            ExitCode = load.IsTouched ? ExitCodes.Touched : ExitCodes.BadInput,
        };
    }
}
