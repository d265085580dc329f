using System.Globalization;
using Holdfire.Record.Crash;

// A process that writes a log is killed at random moments, and the log is taken up again: is everything there that it acknowledged?
// Holdfire.Record.Crash [COUNT [SEED]]     kills COUNT writers (1,000 if left out)
// Holdfire.Record.Crash writer FOLDER KEY SEED     is the process that is killed
if (args is ["writer", var folder, var key, var number])
{
    await Writer.Run(folder, key, int.Parse(number, CultureInfo.InvariantCulture)).ConfigureAwait(false);
    return 0;
}

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
return Killer.Run(count, seed);
