using System.Text;
using Holdfire.Places;

namespace Holdfire.Importers;

/// <summary>Reads a file of claims into rows of the case format. Every fault of the input is a rejected row.</summary>
public static class Importer
{
    /// <summary>Reads a stream of UTF-8. Rows with other bytes are rejected.</summary>
    /// <param name="format">The layout.</param>
    /// <param name="stream">The content; stays open.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="places">What resolves the names of places.</param>
    public static ImportResult Read(ImportFormat format, Stream stream, string fileName, Gazetteer places)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        return Read(format, text, fileName, places);
    }

    /// <summary>Reads a text.</summary>
    /// <inheritdoc cref="Read(ImportFormat, Stream, string, Gazetteer)"/>
    /// <exception cref="ArgumentException">The format is none of <see cref="ImportFormats.All"/>.</exception>
    public static ImportResult Read(ImportFormat format, TextReader text, string fileName, Gazetteer places)
    {
        var ukrainian = format.Name == ImportFormats.UaAirForce.Name;
        if (!ukrainian && format.Name != ImportFormats.RuMod.Name)
        {
            throw new ArgumentException($"unknown format '{format.Name}'", nameof(format));
        }

        var (source, misshapen) = SourceTable.Read(text, ukrainian ? UaAirForceRows.Columns : RuModRows.Columns);
        var (rows, rejected) = ukrainian ? UaAirForceRows.Of(source, places) : RuModRows.Of(source, places);
        return new ImportResult(fileName, rows, [.. misshapen.Concat(rejected).OrderBy(r => r.Line)]);
    }
}
