using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Holdfire.CaseFormat;

/// <summary>
/// Builds the tree of a YAML file from YamlDotNet's events. Its own representation model stops at the first repeated key
/// and recurses with the nesting; here both are ordinary errors.
/// </summary>
internal sealed class YamlTree(string file, ErrorList errors)
{
    private const int DeepestNesting = 32;
    private readonly Stack<(YamlItem Container, YamlText? Key)> open = new();
    private YamlItem? root;

    /// <summary>The root, or null where the file is empty or is not YAML (then with an error).</summary>
    public static YamlItem? Read(string file, string text, ErrorList errors) => new YamlTree(file, errors).Read(text);

    private YamlItem? Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            while (parser.MoveNext())
            {
                if (!Take(parser.Current!))
                {
                    return null;
                }
            }

            return root;
        }
        catch (YamlException e)
        {
            errors.Add(At(e.Start), "YAML", e.Message);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OverflowException or FormatException or IndexOutOfRangeException)
        {
            errors.Add(At(parser.Current?.End ?? Mark.Empty), "YAML", "what cannot be read on from here, such as a bracket or quote that is not closed");
        }

        return null;
    }

    private bool Take(ParsingEvent next)
    {
        switch (next)
        {
            case Scalar scalar:
                Put(TextOf(scalar));
                return true;
            case SequenceStart:
                return Open(new YamlList(At(next.Start), []));
            case MappingStart:
                return Open(new YamlMap(At(next.Start), []));
            case SequenceEnd or MappingEnd:
                open.Pop();
                return true;
            case AnchorAlias alias:
                errors.Add(At(next.Start), "the value itself: aliases are not read", "*" + alias.Value);
                Put(new YamlText(At(next.Start), "", true));
                return true;
            case DocumentStart when root is not null:
                errors.Add(At(next.Start), "one YAML document", "a second one");
                return false;
            default:
                return true;
        }
    }

    private bool Open(YamlItem container)
    {
        if (open.Count >= DeepestNesting)
        {
            errors.Add(container.At, "at most 32 levels of nesting", "more");
            return false;
        }

        if (open.TryPeek(out var top) && top is { Container: YamlMap, Key: null })
        {
            errors.Add(container.At, "a key that is a text", container.Described);
            return false;
        }

        Put(container);
        open.Push((container, null));
        return true;
    }

    private void Put(YamlItem item)
    {
        if (!open.TryPop(out var top))
        {
            root = item;
            return;
        }

        var key = top.Key;
        if (top.Container is YamlList list)
        {
            list.Items.Add(item);
        }
        else if (key is null)
        {
            key = item as YamlText;
        }
        else
        {
            if (!((YamlMap)top.Container).Entries.TryAdd(key.Value, (key.At, item)))
            {
                errors.Add(key.At, "each key once", key.Value);
            }

            key = null;
        }

        open.Push((top.Container, key));
    }

    private YamlText TextOf(Scalar scalar) =>
        new(At(scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain && scalar.Value is ("" or "~" or "null"));

    private Spot At(Mark mark) => new(file, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
