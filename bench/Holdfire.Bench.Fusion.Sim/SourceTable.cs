using System.Collections.Immutable;

namespace Holdfire.Bench.Fusion.Sim;

/// <summary>The sources of every simulated case; docs/fusion-simulator.md says where the numbers come from.</summary>
internal static class SourceTable
{
    private static readonly SourceProfile Army = new()
    {
        Id = "", Name = "", Kind = "party_organ", Grade = "F", Mode = "claimed",
        Sees = -1.2, PerLogKilled = 0.8, PerLogCount = 0.25, OwnActs = -2.5,
        Places = [0.25, 0.3, 0.15, 0.25, 0.05], ExactKm = 2, Misplaces = 0.03,
        Times = [0.3, 0.25, 0.3, 0.15], TimeError = 10, Lags = 0.1, WrongDay = 0.01,
        Coarsens = 0.15, WrongAct = 0.04, NoActor = 0.02, WrongActor = 0.005,
        NoCount = 0.15, Rounds = 0.05, Exaggerates = 1.25, CountError = 0.2, TellsHarm = 0.4,
        Invents = 0.04, Repeats = 0.06, Delay = 360,
    };

    private static readonly SourceProfile Officials = new()
    {
        Id = "", Name = "", Kind = "party_organ", Grade = "F", Mode = "claimed",
        Sees = -2.5, PerLogKilled = 2.2, PerLogCount = 0.2, OwnActs = -4,
        Places = [0.15, 0.6, 0.1, 0.15, 0], ExactKm = 1, Misplaces = 0.02,
        Times = [0.3, 0.4, 0.2, 0.1], TimeError = 8, Lags = 0.1, WrongDay = 0.01,
        Coarsens = 0.3, WrongAct = 0.06, NoActor = 0.1, WrongActor = 0.005,
        NoCount = 0.4, Rounds = 0.1, Exaggerates = 1.05, CountError = 0.15, TellsHarm = 0.9,
        Invents = 0.01, Repeats = 0.15, Delay = 120,
    };

    private static readonly SourceProfile Channel = new()
    {
        Id = "", Name = "", Kind = "observer", Grade = "D", Mode = "saw",
        Sees = -2.1, PerLogKilled = 0.6, PerLogCount = 0.2, OwnActs = -0.5,
        Places = [0.3, 0.35, 0.15, 0.15, 0.05], ExactKm = 1, Misplaces = 0.08,
        Times = [0.55, 0.25, 0.15, 0.05], TimeError = 6, Lags = 0.25, LagMinutes = 60, WrongDay = 0.01,
        Coarsens = 0.35, WrongAct = 0.1, NoActor = 0.25, WrongActor = 0.02,
        NoCount = 0.5, Rounds = 0.2, Exaggerates = 1.3, CountError = 0.4, TellsHarm = 0.3,
        Invents = 0.08, Repeats = 0.1, Echoes = 0.02, Delay = 30,
    };

    // Carpenter, Fuller, Roberts 2013: 17.4 % of single killings and 94.1 % of events with twenty dead were in the press.
    // Weidmann 2015: about 80 % of media-based locations lie within 50 km of the event.
    private static readonly SourceProfile Desk = new()
    {
        Id = "", Name = "", Kind = "news_desk", Grade = "B", Mode = "claimed",
        Sees = -2.84, PerLogKilled = 1.84,
        Places = [0.05, 0.4, 0.21, 0.29, 0.05], ExactKm = 3, Misplaces = 0.15,
        Times = [0.1, 0.2, 0.6, 0.1], TimeError = 20, Lags = 0.15, WrongDay = 0.05,
        Coarsens = 0.4, WrongAct = 0.05, NoActor = 0.2, WrongActor = 0.02,
        NoCount = 0.4, Rounds = 0.3, CountError = 0.2, TellsHarm = 0.95,
        Invents = 0.005, Repeats = 0.08, Echoes = 0.04, Delay = 600,
    };

    /// <summary>
    /// Two more, for cases that ask for them: an office that gives the region and the day alone, several like events a day among them,
    /// and a data set whose rows are distinct events. What they are like is chosen.
    /// </summary>
    public static ImmutableArray<SourceProfile> Wide { get; } =
    [
        Desk with
        {
            Id = "district", Name = "District office", Kind = "observer", Grade = "C",
            Sees = -1.4, PerLogKilled = 0.8, Places = [0, 0, 0, 1, 0], Misplaces = 0, Times = [0, 0.1, 0.7, 0.2], WrongDay = 0.01, Coarsens = 0.2,
            NoCount = 0.5, TellsHarm = 0.5, Invents = 0, Repeats = 0, Echoes = 0,
        },
        Desk with
        {
            Id = "event-set", Name = "Event data set", Kind = "observer", Grade = "B", IsDistinct = true,
            Sees = -2, PerLogKilled = 1.6, Places = [0.1, 0.4, 0.2, 0.3, 0], Misplaces = 0.02, Times = [0, 0, 1, 0], Lags = 0, WrongDay = 0.02,
            Invents = 0, Repeats = 0, Echoes = 0,
        },
    ];

    public static ImmutableArray<SourceProfile> All { get; } =
    [
        Army with { Id = "aa-army", Name = "Army of A", Party = "AA" },
        Officials with { Id = "aa-regions", Name = "Regional officials of A", Party = "AA" },
        Army with { Id = "bb-army", Name = "Army of B", Party = "BB", Ahead = 180, Exaggerates = 1.4 },
        Officials with { Id = "bb-regions", Name = "Regional officials of B", Party = "BB", Ahead = 180 },
        Channel with { Id = "channel-a", Name = "Channel A" },
        Channel with { Id = "channel-b", Name = "Channel B", Ahead = 180, Sees = -2.4, Invents = 0.12 },
        Desk with { Id = "desk-1", Name = "First news desk" },
        Desk with { Id = "desk-2", Name = "Second news desk", Sees = -3.4, Echoes = 0.1, Delay = 900 },
        new()
        {
            Id = "monitor", Name = "Monitoring mission", Kind = "monitor", Grade = "A", Mode = "heard",
            Sees = -1.7, PerLogKilled = 0.4, PerLogCount = 0.3, ReachKm = 25,
            Places = [0.35, 0.25, 0.35, 0.05, 0], ExactKm = 4, Misplaces = 0.01,
            Times = [0.8, 0.15, 0.05, 0], TimeError = 2, Lags = 0, WrongDay = 0.003,
            Coarsens = 0.4, WrongAct = 0.06, NoActor = 0.85, WrongActor = 0.002,
            NoCount = 0.1, Rounds = 0.05, CountError = 0.3, TellsHarm = 0.5,
            Invents = 0, Repeats = 0.02, Delay = 1200,
        },
        new()
        {
            Id = "sensors", Name = "Acoustic sensors", Kind = "sensor", Grade = "B", Mode = "recorded",
            Sees = -0.3, PerLogKilled = 0, PerLogCount = 0.4, ReachKm = 25, IsSensor = true,
            Places = [1, 0, 0, 0, 0], ExactKm = 1, Misplaces = 0,
            Times = [1, 0, 0, 0], TimeError = 0.5, Lags = 0, WrongDay = 0,
            Coarsens = 0.8, WrongAct = 0.03, NoActor = 1, WrongActor = 0,
            NoCount = 0.3, Rounds = 0, CountError = 0.25, TellsHarm = 0,
            Invents = 0.02, Repeats = 0, Delay = 5,
        },
    ];
}
