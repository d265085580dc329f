using Holdfire.Views;

namespace Holdfire.Cli.Output;

/// <summary>Prints the answer to a query in the form asked for.</summary>
internal static class QueryPrinter
{
    /// <summary>JSON is the whole answer and CSV rows of it; a table is for a reader, with what was known and with notes.</summary>
    public static void Print(Terminal terminal, QueryResult result, OutputFormat format)
    {
        if (result.Instead is { } instead)
        {
            terminal.Out.WriteLine(instead());
            return;
        }

        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(AnswerJson.Text(result.Answer));
                break;
            case OutputFormat.Csv:
                CsvProjection.Write(
                    terminal.Out, AnswerJson.Element(result.Answer), result.Answer.Invented ? result.Csv?.With("invented") : result.Csv);
                break;
            case OutputFormat.Table when result.InPlaceOfTable is { } text:
                terminal.Out.WriteLine(text());
                break;
            case OutputFormat.Table:
                Table(terminal, result);
                break;
            default:
                terminal.Out.WriteLine(result.OtherForms[format.ToString().ToLowerInvariant()]());
                break;
        }
    }

    private static void Table(Terminal terminal, QueryResult result)
    {
        if (result.Answer.Invented)
        {
            terminal.Out.WriteLine(Answer.Mark);
        }

        if (result.Answer.Coordinates?.KnownBy is { } known)
        {
            terminal.Out.WriteLine($"As of {Texts.Of(known)}: only what was known by then.");
        }

        if (result.Answer.Coordinates?.RecordedAt is { } size)
        {
            terminal.Out.WriteLine(Recorded(size, result.Answer.Coordinates));
            foreach (var line in SetAsideWords.Lines(result.Answer.Coordinates.SetAside ?? []))
            {
                terminal.Out.WriteLine($"Set aside, and not in this answer: {VisibleText.Line(line)}");
            }
        }

        var (lead, table) = (result.Lead().ToList(), result.Table());
        Paragraphs.Print(terminal, lead);
        if (!table.Rows.IsEmpty)
        {
            new Sheet(table.Header, table.Rows).PrintTable(terminal);
        }
        else if (lead.Count == 0)
        {
            Paragraphs.Print(terminal, [result.Nothing]);
        }

        Paragraphs.Print(terminal, result.Notes());
    }

    private static string Recorded(long size, AnswerCoordinates coordinates)
    {
        var how = coordinates.RecordedBy switch
        {
            null => "",
            { Basis: RecordedAtBasis.Cosigned } by => $", the largest size that a witness had cosigned by {Texts.Of(by.Asked)}",
            { } by => $", by the entries' own times, which nobody vouches for: no witness cosigned the record; asked for {Texts.Of(by.Asked)}",
        };
        var erased = coordinates.ErasedSince is { } gone ? $" Erased since, and not in this answer: entries {string.Join(", ", gone)}." : "";
        var withheld = coordinates.Withheld is { } contents
            ? FormattableString.Invariant($" Protected contents that are not here, and not in this answer: {contents}.") : "";
        return FormattableString.Invariant($"Recorded at size {size}{how}.{erased}{withheld}");
    }
}
