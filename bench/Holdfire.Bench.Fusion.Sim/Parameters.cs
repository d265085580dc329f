namespace Holdfire.Bench.Fusion.Sim;

/// <summary>
/// The numbers of the simulator that belong to no source. docs/fusion-simulator.md says where each comes from; what is
/// called chosen there has no published figure that was found.
/// </summary>
internal static class Parameters
{
    public const double SectorKm = 200;

    // Lewis, Mohler, Brantingham, Bertozzi 2012 (Iraq): 37 to 50 % of events are set off by others, within 2 to 6 weeks at most.
    public const double SetOff = 0.45;
    public const double SlowDays = 5;
    public const double FastShare = 0.6;      // return fire and the next salvo: chosen
    public const double FastMinutes = 45;     // chosen
    public const double SetOffKm = 1.5;       // chosen
    public const double ReturnFire = 0.5;     // chosen

    // Bohórquez, Gourley, Dixon, Spagat, Johnson 2009: sizes of events follow a power law of exponent 2.5.
    public const double HarmExponent = 2.5;
    public const int MostKilled = 200;
    public const double HarmedLine = 0.12;    // chosen
    public const double HarmedRear = 0.35;    // chosen
    public const double InjuredPerKilled = 2; // chosen

    // The Ukrainian Air Force's claims of March to May 2025: 89 national claims in 92 days, quartiles 86.5, 112 and 152
    // one-way drones; windows from about 20:00 to 09:00.
    public const double WaveNights = 0.95;
    public const double WaveMedian = 112;
    public const double WaveSigma = 0.42;
    public const double WaveStartMinute = 20 * 60;
    public const double WaveMinutes = 13 * 60;

    // How events at the line share out: shelling, first-person-view drones, ground assaults, guided bombs: chosen.
    public static readonly double[] LineActs = [0.55, 0.25, 0.12, 0.08];
    public static readonly double[] RearActs = [0.35, 0.25, 0.2, 0.2];

    // What echoes do: chosen.
    public const double EchoNamesItsSource = 0.6;
    public const double RepeatNamesItself = 0.7;
    public const double EchoCoarsensPlace = 0.4;
    public const double EchoCoarsensTime = 0.4;
    public const double EchoPerLogKilled = 1.5;
    public const double Denied = 0.03;
    public const double DeniedWithDeaths = 0.2;
}
