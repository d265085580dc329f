using System.Globalization;
using Holdfire.Record.Bench;

// Holdfire.Record.Bench append [ROUNDS [SECONDS [WRITERS]]]   durable appends beside SQLite, PostgreSQL and the machine's ceilings
// Holdfire.Record.Bench growth [LARGEST]            the same rate at 10^4, 10^5 … entries, to 10^7 if left out
// Holdfire.Record.Bench verify [ENTRIES]            checking a record of 1,000,000 entries
// Holdfire.Record.Bench checked CASE [LARGEST]      one checked report after the other at 10^3, 10^4 … reports, to 10^4 if left out
// Holdfire.Record.Bench opening [LARGEST]           opening a record of 10^4, 10^5 … entries, to 10^6 if left out
// Holdfire.Record.Bench follow [LARGEST]            following a record of 10^4, 10^5 … entries as it grows, to 10^6 if left out
var root = Directory.CreateTempSubdirectory("holdfire-bench-").FullName;
try
{
    switch (args.FirstOrDefault())
    {
        case "append":
            await AppendBench.Run(root, (int)Number(1, 3), Number(2, 4), (int)Number(3, 0)).ConfigureAwait(false);
            return 0;
        case "growth":
            await GrowthBench.Run(root, (long)Number(1, 10_000_000)).ConfigureAwait(false);
            return 0;
        case "verify":
            await VerifyBench.Run(root, (int)Number(1, 1_000_000)).ConfigureAwait(false);
            return 0;
        case "checked" when args.Length > 1:
            await CheckedBench.Run(root, args[1], (int)Number(2, 10_000)).ConfigureAwait(false);
            return 0;
        case "opening":
            await OpeningBench.Run(root, (long)Number(1, 1_000_000)).ConfigureAwait(false);
            return 0;
        case "follow":
            await FollowBench.Run(root, (long)Number(1, 1_000_000)).ConfigureAwait(false);
            return 0;
        case "open-folder" when args.Length == 3:
            OpeningBench.Open(args[1], args[2]);
            return 0;
        case "verify-folder" when args.Length == 2:
            VerifyBench.Verify(args[1]);
            return 0;
        default:
            Console.Error.WriteLine("expected append, growth, verify, checked CASE, opening or follow");
            return 1;
    }
}
finally
{
    Directory.Delete(root, recursive: true);
}

double Number(int at, double otherwise) => args.Length > at ? double.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
