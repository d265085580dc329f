using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.Exports.Forms;

/// <summary>
/// The form by which an observer reports an incident with a phone. Its choices are the codes of a case, so that an export of it needs no
/// map to be imported.
/// </summary>
/// <param name="Title">Its title.</param>
/// <param name="Id">Its id.</param>
/// <param name="Questions">Its questions in order.</param>
/// <param name="Harm">The questions on each kind of harm, which are repeated.</param>
/// <param name="Choices">The choices of all lists, list by list.</param>
public sealed record IncidentForm(
    string Title, string Id, ImmutableArray<FormQuestion> Questions, ImmutableArray<FormQuestion> Harm, ImmutableArray<FormChoice> Choices)
{
    /// <summary>The name of the repeated group.</summary>
    public const string HarmGroup = "harm";

    // More areas than that cannot be chosen from by thumb.
    private const int MostAreas = 500;

    private static readonly ImmutableArray<FormChoice> Fixed =
    [
        new("precision", "minute", "to the minute"), new("precision", "about", "about this time"), new("precision", "day", "the day"), new("precision", "night", "the night that began on that day"),
        new("precision", "within", "some time between the two"),
        new("mode", "saw", "saw it"), new("mode", "heard", "heard it"), new("mode", "recorded", "a camera or sensor recorded it"), new("mode", "on_site", "examined the place"), new("mode", "told", "was told"),
        new("harm_kind", "killed", "civilians killed"), new("harm_kind", "injured", "civilians injured"), new("harm_kind", "killed_military", "members of armed forces killed"),
        new("harm_kind", "injured_military", "members of armed forces injured"), new("harm_kind", "killed_unknown", "people killed, not known who"),
        new("harm_kind", "injured_unknown", "people injured, not known who"),
    ];

    /// <summary>The form of a case.</summary>
    public static IncidentForm Of(Case @case) => new(
        $"{(@case.Invented ? "INVENTED: " : "")}{@case.Title}: incident", $"holdfire-{@case.Id}",
        [
            new("start", "start", ""), new("end", "end", ""),
            new("dateTime", "when_from", "When did it happen, or begin?") { IsRequired = true },
            new("dateTime", "when_to", "When did it end?") { Hint = "Leave blank if it was one moment.", Constraint = ". >= ${when_from}", ConstraintMessage = "The end cannot lie before the beginning." },
            Choice("precision", "How exact is the time?", "precision") with { IsRequired = true },
            Choice("mode", "How do you know?", "mode") with { IsRequired = true },
            Choice("act", "What was it?", "act") with { IsRequired = true },
            Choice("target", "What was hit?", "target") with { Hint = "Leave blank if you do not know." },
            Choice("alleged_actor", "Who is said to have done it?", "party") with { Hint = "Leave blank if you do not know." },
            new("integer", "count_min", "How many, at least?") { Constraint = ". >= 0" },
            new("integer", "count_max", "How many, at most?") { Constraint = ". >= 0" },
            Choice("area", "In which area?", "area"),
            new("geopoint", "event_place", "Where was it?") { Hint = "Only if you know the point itself." },
            new("geopoint", "observer", "Where did you stand?"),
            new("integer", "bearing", "In which direction, in degrees from north?") { Constraint = ". >= 0 and . <= 360", ConstraintMessage = "From 0 to 360." },
            new("decimal", "range_min", "How far away at least, in km?") { Constraint = ". >= 0 and . <= 500" },
            new("decimal", "range_max", "How far away at most, in km?") { Constraint = ". >= 0 and . <= 500" },
            new("text", "narrative", "What happened?") { Hint = "No names of private persons." },
            new("image", "photo", "A photo"),
        ],
        [Choice("kind", "Who was harmed, and how?", "harm_kind") with { IsRequired = true }, new("integer", "number", "How many?") { IsRequired = true, Constraint = ". >= 0" }],
        [
            .. Fixed,
            .. @case.Codes.Acts.Select(a => new FormChoice("act", a.Value, @case.Codes.NameOf(a))),
            .. @case.Codes.Targets.Select(t => new FormChoice("target", t.Value, @case.Codes.NameOf(t))),
            .. @case.Parties.Select(p => new FormChoice("party", p.Id.Value, p.Name)),
            .. AreasOf(@case.Places).Select(a => new FormChoice("area", a.Code.Value, a.Name)),
        ]);

    private static FormQuestion Choice(string name, string label, string list) => new("select_one", name, label) { List = list };

    // Whole areas before those within them, and no area that is only named beside others.
    private static IEnumerable<Area> AreasOf(Gazetteer places) =>
        places.Areas.OrderBy(a => a.Within is not null).ThenBy(a => a.Code).Take(MostAreas).OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Code);
}
