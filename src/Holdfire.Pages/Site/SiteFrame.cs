using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Queries;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Pages.Site;

/// <summary>What stands around every page of the site: which case, from where it is seen, and in which language.</summary>
/// <param name="View">The case as it is seen.</param>
/// <param name="Origin">The name of the record.</param>
/// <param name="Path">The address of the page, without what follows a question mark.</param>
/// <param name="Coordinates">The coordinates as they stand in the address, such as <c>recorded-at=156</c>; empty for the record as it is now.</param>
/// <param name="IsThrowAway">Whether the record was made for this run alone.</param>
public sealed record SiteFrame(CaseView View, string Origin, string Path, string Coordinates, bool IsThrowAway)
{
    /// <summary>The address of the site, without a slash at the end; empty where it is not known.</summary>
    public string Site { get; init; } = "";

    /// <summary>The root of the log at the size that is seen, in base64.</summary>
    public string Root { get; init; } = "";

    /// <summary>The parameters of the page but for the coordinates and the language, such as <c>q=bridge</c>; empty for none.</summary>
    public string Question { get; init; } = "";

    /// <summary>Whether the server asks who is there, so that one can sign in.</summary>
    public bool AsksWho { get; init; }

    /// <summary>Whether the server takes tips of people without an account.</summary>
    public bool TakesTips { get; init; }

    /// <summary>The language of what stands around the answers.</summary>
    public SiteLanguage Language { get; init; } = SiteLanguage.English;

    /// <summary>Whether the address names the language, so that links keep to it.</summary>
    public bool IsLanguageAsked { get; init; }

    /// <summary>The instant at which it is said what is in force; null where the page is to show the same for good, so that no clock counts.</summary>
    public Instant? Now { get; init; }

    /// <summary>Whether the site gives the scripts that a page may run.</summary>
    public bool HasInstruments { get; init; }

    /// <summary>The address of the page with the size in it, which always shows the same.</summary>
    public string Fixed
    {
        get
        {
            var at = View.Coordinates;
            var known = at.KnownBy is { } instant ? $"&known-by={Uri.EscapeDataString(Texts.Of(instant))}" : "";
            return FormattableString.Invariant($"{Path}?{(Question.Length > 0 ? Question + "&" : "")}recorded-at={at.RecordedAt?.Size}{known}{(IsLanguageAsked ? $"&lang={Language.Code}" : "")}");
        }
    }

    /// <summary>An address of the site that keeps the coordinates and the language.</summary>
    /// <param name="path">The address, which may have parameters of its own.</param>
    public string To(string path) => With(path, Coordinates, IsLanguageAsked ? $"lang={Language.Code}" : "");

    /// <summary>This page in another language.</summary>
    /// <param name="language">The language.</param>
    public string In(SiteLanguage language) => With(Path, Question, Coordinates, $"lang={language.Code}");

    /// <summary>The attributes of what stays in English on a page in another language; none in English.</summary>
    internal XAttribute[] InEnglish => Language.IsEnglish ? [] : [new("lang", "en"), new("dir", "ltr")];

    /// <summary>A message as a text.</summary>
    internal string Text(string key, params IEnumerable<(string Name, string Value)> values) => Language.Text(key, values);

    /// <summary>A message with elements in it.</summary>
    internal object[] Say(string key, params IEnumerable<(string Name, object Value)> values) => Language.Say(key, values);

    /// <summary>A term with what is said of it, for a list of them.</summary>
    internal object[] Term(string key, params object[] value) => [Html.El("dt", Text(key)), Html.El("dd", value)];

    /// <summary>That a list goes no further than so many; null where it has all.</summary>
    internal XElement? First(int shown, int all) => all <= shown ? null : Html.Note(Text("words.first", ("shown", Show.Whole(shown)), ("all", Show.Whole(all))));

    /// <summary>An element whose words are in English whatever the language of the page.</summary>
    internal XElement English(XElement element)
    {
        element.Add(InEnglish);
        return element;
    }

    private static string With(string path, params string[] parameters)
    {
        var (page, anchor) = path.Split('#') is [var before, var after] ? (before, $"#{after}") : (path, "");
        var given = string.Join('&', parameters.Where(p => p.Length > 0));
        return given.Length == 0 ? path : $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{given}{anchor}";
    }
}
