using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.CaseFormat;
using Holdfire.Cli.Output;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire case new DIR</c>: a first case, from options, or from answers on a terminal.</summary>
internal static class CaseNewCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "the folder of the new case; it must not exist, or be empty" };
        var title = Options.Text("--title", "TEXT", "what the case is called");
        var zone = Options.Text("--zone", "ZONE", "the IANA zone of its days, such as Africa/Khartoum");
        var countries = Options.Text("--countries", "XX,YY", "the countries that it is about: codes of two or three letters, or names");
        var parties = new Option<string[]>("--party") { Description = "a party that a truce binds, such as GREEN=\"Green Army\"; once for each", HelpName = "ID=NAME", AllowMultipleArgumentsPerToken = false };
        var sources = new Option<string[]>("--source") { Description = "who reports, such as patrol=\"Our patrols\"; once for each", HelpName = "ID=NAME", AllowMultipleArgumentsPerToken = false };
        var truce = Options.Text("--truce", "NAME", "the name of a truce that forbids attacks by all parties; more terms go into truces.yaml");
        var from = Options.Text("--truce-from", "DATE", "its first day");
        var to = Options.Text("--truce-to", "DATE", "its last day; an open end if left out");
        var invented = new Option<bool>("--invented") { Description = "mark everything as invented, for training" };
        var table = Options.Text("--from-table", "FILE", "import this table at once");
        var map = Options.Text("--map", "FILE", "the map of the table; without one a first map is written to DIR/map.yaml");
        var command = new Command(
            "new", "Make a first case. What no option answers is asked for, where there is a terminal. Nothing is ever written over.\n\n"
            + "Example: holdfire case new my-case --title \"The truce of March\" --zone Africa/Khartoum --countries SD --party GREEN=\"Green Army\" --party BLUE=\"Blue Front\" --source patrol=\"Our patrols\" --truce \"March truce\" --truce-from 2031-03-15")
        {
            folder, title, zone, countries, parties, sources, truce, from, to, invented, table, map,
        };
        command.SetAction(result =>
        {
            var dir = result.GetRequiredValue(folder);
            var ask = new Questions(result.Terminal);
            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(dir)));
            var named = Pairs("--party", result.GetValue(parties) ?? []);
            var reporting = Pairs("--source", result.GetValue(sources) ?? []);
            var made = new NewCase(
                name, ask.For("--title", "What is the case called?", result.GetValue(title), t => t.Length > 0 ? t : throw new InputException("--title", "a title", "none")),
                ask.For("--zone", "In which time zone are its days (IANA, such as Africa/Khartoum)?", result.GetValue(zone), ZoneOf),
                ask.For("--countries", "Which countries is it about (codes or names, with commas)?", result.GetValue(countries), CountriesOf),
                named.IsEmpty ? ask.For("--party", "Which parties does a truce bind (ID=Name, with commas)?", null, t => Pairs("--party", t.Split(','))) : named,
                reporting.IsEmpty && ask.IsOpen ? ask.For("--source", "Who reports (ID=Name, with commas)?", null, t => Pairs("--source", t.Split(','))) : reporting,
                TruceOf(ask, result.GetValue(truce), result.GetValue(from), result.GetValue(to)), result.GetValue(invented));
            made.Write(dir);
            if (CaseFolder.Load(dir).Errors is { IsEmpty: false } errors)
            {
                throw new InputException(dir, "", $"the case has {CaseInput.Count(errors.Length)}; its files are there, to be put right")
                {
                    Details = ErrorLines.Of(errors),
                };
            }

            result.Terminal.Out.WriteLine($"case: {dir} is made: {made.Parties.Length} parties, {made.Sources.Length} sources, {(made.Truce is null ? "no truce yet" : "one truce")}. Its files are text: docs/case-format.md says what else they may hold.");
            return result.GetValue(table) is { } file ? ImportCommand.FirstTable(result.Terminal, dir, file, result.GetValue(map)) : ExitCodes.Done;
        });
        return command;
    }

    private static string ZoneOf(string text) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)?.Id
        ?? throw new InputException("--zone", "an IANA zone such as Africa/Khartoum", $"'{text}'");

    private static ImmutableArray<string> CountriesOf(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => PlacesLookup.CountryOf(t).Code).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<(string Id, string Name)> Pairs(string option, IEnumerable<string> texts) =>
    [
        .. texts.Select(t => t.Split('=', 2, StringSplitOptions.TrimEntries)).Select(p => p is [{ Length: > 0 } id, { Length: > 0 } name]
            ? (id, name) : throw new InputException(option, "an id and a name such as GREEN=Green Army", $"'{string.Join('=', p)}'")),
    ];

    private static (string Name, LocalDate From, LocalDate? To)? TruceOf(Questions ask, string? name, string? from, string? to)
    {
        var called = name ?? (ask.IsOpen ? ask.For("--truce", "What is the truce called (empty for none yet)?", null, t => t) : "");
        if (called.Length == 0)
        {
            return from is null && to is null ? null : throw new InputException("--truce", "the name of the truce whose days are given", "none");
        }

        return (called, ask.For("--truce-from", "Its first day (such as 2031-03-15)?", from, t => Options.ReadDate("--truce-from", t)),
            (to ?? (ask.IsOpen ? ask.For("--truce-to", "Its last day (empty for an open end)?", null, t => t) : "")) is { Length: > 0 } last ? Options.ReadDate("--truce-to", last) : null);
    }
}
