namespace Holdfire.Practice;

/// <summary>The ways in which an event comes to be told. They take turns, so that each rule of the ladder has its cases.</summary>
internal static class Recipes
{
    public static IReadOnlyList<Action<Teller, Event>> All { get; } =
    [
        // Sides alone, and those that repeat them.
        (t, e) => Accuses(t, e),
        (t, e) => { Accuses(t, e); t.Local("hill-observer", e, "heard"); },
        (t, e) => { var claim = Accuses(t, e); t.Quoting("west-desk", e, e.Actor, claim); t.Quoting("east-desk", e, e.Actor, claim); },
        (t, e) => { var claim = Accuses(t, e); var first = t.Quoting("west-desk", e, e.Actor, claim); t.Quoting("east-desk", e, e.Actor, first); },
        (t, e) => { Accuses(t, e); Guards(t, e); },
        (t, e) => { t.Party("ord-staff", e, e.Actor); t.Local("line-wire", e, "claimed", e.Actor); },

        // Both sides.
        (t, e) => t.Quoting("east-desk", e, "", Accuses(t, e), t.Party(Staff(e.Actor), e, e.Victim)),
        (t, e) => { Accuses(t, e); t.Party(Staff(e.Actor), e, e.Actor); },
        (t, e) => t.Party("vel-channel", e with { Actor = "VEL" }, "VEL"),
        (t, e) => { var claim = Accuses(t, e); t.Denial(Staff(e.Actor), e, "claimed", claim); },
        (t, e) => { var claim = Accuses(t, e); var denial = t.Denial(Staff(e.Actor), e, "claimed", claim); t.Denial("west-desk", e, "claimed", claim); t.Correct(denial, null); },

        // The commission.
        (t, e) => { Accuses(t, e); t.Monitor("commission-patrol", e, "heard", 4); },
        (t, e) => { Accuses(t, e); t.Monitor("commission-camera", e, "recorded", 0.5); },
        (t, e) => { var (camera, seen) = (t.Monitor("commission-camera", e, "recorded", 0.5), t.Local("hill-observer", e, "saw")); t.Quoting("east-desk", e, "", camera, seen); },
        (t, e) => { Accuses(t, e); t.Monitor("commission-patrol", e, "on_site", 0.1); },
        (t, e) => { var (claim, seen) = (Accuses(t, e), t.Local("ferry-observer", e, "heard")); t.Denial("commission-patrol", e, "on_site", claim, seen); },
        (t, e) => t.Monitor("commission-patrol", e, "claimed", 3),

        // People of the place.
        (t, e) => t.Local("hill-observer", e, "saw"),
        (t, e) => { var (a, b) = (t.Local("hill-observer", e, "saw"), t.Local("ferry-observer", e, "heard")); t.Quoting("west-desk", e, "", a, b); },
        (t, e) => t.Local("ferry-observer", e, "recorded"),
        (t, e) => { t.Local("market-rumour", e, "claimed", e.Actor); t.Local("harbour-rumour", e, "claimed", e.Actor); },
        (t, e) => { var claim = Accuses(t, e); t.Denial("hill-observer", e, "saw", claim); },
        (t, e) => t.Local("west-desk", e, "claimed", "MIR"),

        // Taken back.
        (t, e) => { var claim = Accuses(t, e); t.Quoting("east-desk", e, e.Actor, claim); t.Correct(claim, null); },
        (t, e) => { var claim = Accuses(t, e with { Count = e.Count + 4 }); t.Correct(claim, Accuses(t, e)); },
    ];

    private static string Staff(string party) => party == "ORD" ? "ord-staff" : "vel-staff";

    private static ReportRow Accuses(Teller t, Event e) => t.Party(Staff(e.Victim), e, e.Actor);

    private static ReportRow Guards(Teller t, Event e) => t.Party(e.Victim == "ORD" ? "ord-guards" : "vel-channel", e, e.Actor);
}
