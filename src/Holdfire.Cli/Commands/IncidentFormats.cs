using System.CommandLine;
using Holdfire.Cli.Output;

namespace Holdfire.Cli.Commands;

/// <summary>The forms in which incidents are printed: those of every query, and GeoJSON.</summary>
internal static class IncidentFormats
{
    public const string GeoJson = "geojson";

    public static Option<string> Option() => new("--format")
    {
        Description = "table, json, csv or geojson",
        DefaultValueFactory = _ => "table",
        HelpName = "table|json|csv|geojson",
    };

    public static OutputFormat Read(string text) => Options.ReadEnum<OutputFormat>("--format", text);
}
