using System.Globalization;
using Holdfire.Practice;

if (args is not ["--seed", var seed, "--out", var folder] || !int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
{
    Console.Error.WriteLine("Holdfire.Practice --seed N --out DIR: writes the invented case of the practice line; the same seed, the same bytes");
    return 64;
}

CaseWriter.Write(folder, number);
return 0;
