using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Importers;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire places NAME</c>: which code a place has, without a case or with the places of one.</summary>
internal static class PlacesCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "a name, a code such as LB-NA, or a point such as 33.27,35.20", Arity = ArgumentArity.ZeroOrOne };
        var country = Options.Text("--country", "XX", "look in this country alone: its code of two or three letters, or its name");
        var folder = new CaseOnlyOption("look at the places of this case too");
        var format = Options.Format();
        var command = new Command(
            "places", "Look up the code of a region, a town, or what is at a point, in any country.\n\nExample: holdfire places Bekaa --country LB\nExample: holdfire places 33.27,35.20")
        {
            name, country, folder, format, Import(),
        };
        command.SetAction(result =>
        {
            var found = PlacesLookup.Find(
                result.GetValue(name) ?? throw new InputException("NAME", "a name, a code or a point such as 33.27,35.20", "none"), result.GetValue(country), result.GetValue(folder) is { } dir ? [.. CaseInput.Load(result.Terminal, dir).Places.Areas] : []);
            QueryPrinter.Print(result.Terminal, found, result.GetValue(format));
            return found.InOrder ? ExitCodes.Done : ExitCodes.BadInput;
        });
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "a country file of GeoNames (.txt), or boundaries as OCHA publishes them (.geojson, .gpkg)" };
        var folder = new CaseOnlyOption("the case that gets the places") { Required = true };
        var population = new Option<long>("--min-population") { Description = "of GeoNames: only places with at least so many people", HelpName = "N", DefaultValueFactory = _ => 0 };
        var format = Options.Format();
        var command = new Command(
            "import", "Add the places of a file to the places of a case: villages of GeoNames, second-level areas of OCHA.\n\nExample: holdfire places import lbn_admbnda_adm2.geojson --case my-case")
        {
            file, folder, population, format,
        };
        command.SetAction(result =>
        {
            var (path, dir) = (result.GetRequiredValue(file), result.GetRequiredValue(folder)!);
            if (!File.Exists(path))
            {
                throw new InputException(path, "a file of places", $"{(Directory.Exists(path) ? "a folder" : "no file of that name")}");
            }

            return Add(result.Terminal, path, dir, result.GetValue(population), result.GetValue(format));
        });
        return command;
    }

    private static int Add(Terminal terminal, string path, string dir, long leastPopulation, OutputFormat format)
    {
        try
        {
            var (sum, errors) = PlacesImport.Add(dir, CaseInput.Load(terminal, dir), path, leastPopulation);
            if (errors.Count > 0)
            {
                throw new InputException("", "", "the case would have these errors; nothing went in") { Details = ErrorLines.Of([.. errors]) };
            }

            terminal.Out.WriteLine(format == OutputFormat.Json
                ? FormattableString.Invariant($$"""{"schema":"holdfire/places-import/1","read":{{sum.Read}},"added":{{sum.Added}},"already":{{sum.Already}}}""")
                : $"places: {sum.Read} read, {sum.Added} added to {Path.Combine(dir, "case.yaml")}, {sum.Already} already there");
            return ExitCodes.Done;
        }
        catch (UnreadableFileException e)
        {
            throw new InputException($"{path}:{e.Errors[0].Line}", e.Errors[0].Expected, e.Errors[0].Found);
        }
    }
}
