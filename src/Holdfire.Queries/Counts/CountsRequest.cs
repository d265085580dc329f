using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>What <c>counts</c> is asked.</summary>
/// <param name="Claimant">The side that makes the claims; null where a source of no side is asked for.</param>
/// <param name="Source">One source; null for all of the side.</param>
/// <param name="Area">One area; null for all.</param>
/// <param name="Act">The act, with all below it.</param>
/// <param name="Measure">What about it is counted.</param>
/// <param name="Harm">Counted are people killed or injured, whatever was counted of the act; null for the act itself.</param>
/// <param name="People">Which people, where harm is counted.</param>
/// <param name="Unit">The unit; null where the claims are in one unit only.</param>
/// <param name="From">The first civil day.</param>
/// <param name="To">The last civil day, included.</param>
/// <param name="By">How the days are parted into windows.</param>
/// <param name="Zone">The zone of the civil days.</param>
public sealed record CountsRequest(
    PartyId? Claimant, SourceId? Source, AreaCode? Area, ActCode Act, Measure Measure, HarmKind? Harm, HarmGroup People, CountUnit? Unit, LocalDate From, LocalDate To,
    CountStep By, DateTimeZone Zone)
{
    /// <summary>Reads the options.</summary>
    /// <exception cref="QueryException">One of them is wrong.</exception>
    public static CountsRequest Of(QueryArguments arguments, Case @case)
    {
        var claimant = arguments.Known(CountsQuery.Claimant, @case.Parties.Select(p => p.Id));
        var source = arguments.Known(CountsQuery.Source, @case.Sources.Where(s => claimant is null || s.Party == claimant).Select(s => s.Id));
        if (claimant is null && source is null)
        {
            throw new QueryException(QueryErrorCodes.Missing, CountsQuery.Claimant.Name, "a party, or a source with --source ID", "neither");
        }

        var (from, to) = (arguments.Date(CountsQuery.From)!.Value, arguments.Date(CountsQuery.To)!.Value);
        if (to < from)
        {
            throw new QueryException(QueryErrorCodes.Conflict, arguments.NameOf(CountsQuery.To), $"a day not before {from:uuuu-MM-dd}", $"'{to:uuuu-MM-dd}'");
        }

        HarmKind? harm = arguments.Text(CountsQuery.Measured) switch { "killed" => HarmKind.Killed, "injured" => HarmKind.Injured, _ => null };
        if (harm is null && arguments.Has(CountsQuery.OfGroup))
        {
            throw new QueryException(
                QueryErrorCodes.Conflict, arguments.NameOf(CountsQuery.OfGroup), "it with --measure killed or injured", $"--measure {arguments.Text(CountsQuery.Measured)}");
        }

        return new CountsRequest(
            claimant ?? @case.Sources.First(s => s.Id == source).Party,
            source,
            arguments.Area(CountsQuery.Area, @case),
            arguments.Known(CountsQuery.Act, @case.Codes.Acts)!.Value,
            harm is null ? arguments.Enum<Measure>(CountsQuery.Measured)!.Value : Measure.Occurred,
            harm,
            arguments.Enum<HarmGroup>(CountsQuery.OfGroup) ?? HarmGroup.Civilians,
            harm is null ? arguments.Known(CountsQuery.Unit, @case.Codes.Units) : arguments.Known(CountsQuery.Unit, [CountUnit.Person]) ?? CountUnit.Person,
            from,
            to,
            arguments.Enum<CountStep>(CountsQuery.By)!.Value,
            arguments.Zone(CommonOptions.Zone, @case));
    }
}
