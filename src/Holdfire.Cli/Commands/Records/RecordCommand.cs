using System.CommandLine;

namespace Holdfire.Cli.Commands.Records;

/// <summary><c>holdfire record</c>: the append-only log that everything is kept in.</summary>
internal static class RecordCommand
{
    public static Command Create() => new(
        "record",
        "Keep a record: an append-only log of signed entries that no one can alter unnoticed.\n\n"
        + "Example: holdfire record init harvest --origin records.example/harvest && holdfire import case cases/practice-line --record harvest && holdfire record verify harvest")
    {
        InitCommand.Create(),
        AppendCommand.Create(),
        QueryCommand.CreateOnRecord("record log"),
        QueryCommand.CreateOnRecord("record show"),
        ProveCommand.Create(),
        VerifyCommand.Create(),
        MirrorCommand.Create(),
        FsckCommand.Create(),
        RecoverCommand.Create(),
        KeysCommand.Create(),
        DiscloseCommand.Create(),
        ReindexCommand.Create(),
    };
}
