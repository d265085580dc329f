using System.Globalization;
using Holdfire.Record.Crash;
using Holdfire.Record.Crash.Faults;

// A writer is stopped at random points, and the log is taken up again: is everything there that it acknowledged, and nothing forked?
// Holdfire.Record.Crash [COUNT [SEED]]     goes through COUNT points (1,000 if left out): half of them processes that are killed, with
//                                          backups brought back between, half failures of a simulated disk
// Holdfire.Record.Crash writer FOLDER KEY SEED     is the process that is killed
if (args is ["writer", var folder, var key, var number])
{
    await Writer.Run(folder, key, int.Parse(number, CultureInfo.InvariantCulture)).ConfigureAwait(false);
    return 0;
}

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var (tally, random) = (new Tally(), new Random(seed));
var broken = Killer.Run(count - (count / 2), random, tally) ?? DiskFaults.Run(count / 2, random, tally);
if (broken is not null)
{
    Console.Error.WriteLine($"seed {seed}: {broken}");
    return 1;
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{count} points ({tally}): {tally.Acknowledged} acknowledged entries, all there, none forked; {tally.UnderWay} more that were under way"));
return 0;
