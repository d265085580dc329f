using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;
using NodaTime;

namespace Holdfire.Pages.Site;

/// <summary>The pages on which people sign in, set how they do, and see their account.</summary>
/// <remarks>Each works without a script, but for passkeys, which a browser gives to a script alone.</remarks>
/// <param name="frame">What stands around them.</param>
/// <param name="token">The token that a form sends back, so that no other site can send it.</param>
public sealed class AccountPages(SiteFrame frame, string token)
{
    /// <summary>The name of the field with the token.</summary>
    public const string TokenField = "token";

    /// <summary>The name of the field with what a passkey says.</summary>
    public const string CredentialField = "credential";

    /// <summary>The form to sign in.</summary>
    /// <param name="to">Where to go then, a path of the site; empty for the account.</param>
    /// <param name="notice">The key of a message that stands above it; null for none.</param>
    public string SignIn(string to, string? notice) => Write("signin.title", notice,
        Form("/sign-in", "signin.button", Hidden("to", to),
            Field("name", "signin.name", "username"), Secret("password", "signin.password", "current-password"), AppCode()),
        Passkey("/sign-in/passkey", "/sign-in/options", "get", "signin.passkey", Hidden("to", to)),
        Html.Note(frame.Text("signin.help"), " ", Html.El("a", new XAttribute("href", frame.To("/welcome")), frame.Text("signin.have-code"))));

    /// <summary>The form for a code that was given.</summary>
    /// <param name="notice">The key of a message that stands above it; null for none.</param>
    public string Welcome(string? notice) => Write("welcome.title", notice,
        Html.P(frame.Text("welcome.intro")),
        Form("/welcome", "welcome.next", Field("name", "signin.name", "username"), Field("code", "welcome.code", "one-time-code")));

    /// <summary>The forms to set a passkey, or a password and an authenticator app.</summary>
    /// <param name="name">The name that was given.</param>
    /// <param name="code">The code that was given, which both forms send back.</param>
    /// <param name="secret">The secret for the authenticator app, in base 32.</param>
    /// <param name="address">The same as an address that apps understand.</param>
    /// <param name="notice">The key of a message that stands above them; null for none.</param>
    public string Choose(string name, string code, string secret, string address, string? notice)
    {
        XElement[] known = [Hidden("name", name), Hidden("code", code)];
        return Write("welcome.title", notice,
            Html.P(frame.Text("welcome.choose")),
            Html.Section("passkey", frame.Text("welcome.passkey-head"), Html.P(frame.Text("welcome.passkey-text")),
                Passkey("/welcome/passkey", "/welcome/options", "create", "welcome.passkey-button", known)),
            Html.Section("password", frame.Text("welcome.password-head"),
                Html.P(frame.Text("welcome.app-text")),
                Html.P(Html.El("code", new XAttribute("dir", "ltr"), string.Join(' ', secret.Chunk(4).Select(c => new string(c))))),
                Html.P(QrCode.Draw(address, frame.Text("welcome.app-picture"))),
                Html.P(Html.El("a", new XAttribute("href", address), frame.Text("welcome.app-open"))),
                Html.P(frame.Text("welcome.password-rule")),
                Form("/welcome/password", "welcome.password-button",
                    [.. known, Secret("password", "welcome.password", "new-password"), Secret("again", "welcome.repeat", "new-password"), AppCode()])));
    }

    /// <summary>The account of whoever is signed in.</summary>
    /// <param name="account">The account.</param>
    /// <param name="notice">The key of a message that stands above it; null for none.</param>
    public string Own(OwnAccount account, string? notice) => Write("nav.account", notice,
        Html.El("dl", frame.Term("signin.name", Html.El("bdi", account.Name)), frame.Term("account.role", Html.El("span", frame.InEnglish, account.Role)),
            account.Party is { } party ? frame.Term("account.party", Html.El("bdi", CaseWords.Party(frame, new PartyId(party).Value))) : null,
            frame.Term("account.since", Texts.Of(account.Since))),
        Form("/sign-out", "account.sign-out"), Form("/account/everywhere", "account.everywhere"),
        Html.Section("passkeys", frame.Text("account.passkeys"),
            account.Passkeys.IsEmpty ? Html.P(frame.Text("account.no-passkey"))
                : Html.El("ul", account.Passkeys.Select(p => Html.El("li", frame.Text("account.made", ("date", DayOf(p.Made))), Form("/account/remove", "account.remove", Hidden("passkey", p.Id))))),
            Passkey("/account/passkey", "/account/options", "create", "account.add-passkey")),
        !account.HasPassword ? null : Html.Section("password", frame.Text("account.password-head"), Html.P(frame.Text("welcome.password-rule")),
            Form("/account/password", "welcome.password-button",
                Secret("now", "account.password-now", "current-password"), Secret("password", "welcome.password", "new-password"), Secret("again", "welcome.repeat", "new-password"))),
        Html.Section("keys", frame.Text("account.keys"), account.Keys.IsEmpty ? Html.P(frame.Text("account.no-key"))
            : Html.List(account.Keys.Select(k => (object)(object[])[Html.El("code", k.Id), " ", Html.El("bdi", k.Purpose), " ", frame.Text("account.until", ("date", DayOf(k.Until)))]))),
        Html.P(Html.El("a", new XAttribute("href", "/account/data"), frame.Text("account.data"))));

    private static string DayOf(Instant instant) => Texts.Of(instant)[..10];

    private string Write(string title, string? notice, params object?[] content) => SitePage.Write(frame, frame.Text(title),
        notice is null ? null : Html.El("p", new XAttribute("role", "alert"), Html.Class("alert"), frame.Text(notice)),
        content,
        Html.El("script", new XAttribute("src", "/assets/sign-in.js"), new XAttribute("defer", "")));

    private XElement Form(string action, string button, params XElement[] fields) => Html.El("form", new XAttribute("action", action), new XAttribute("method", "post"), new XAttribute("class", "account"),
        Hidden(TokenField, token), frame.IsLanguageAsked ? Hidden("lang", frame.Language.Code) : null, fields, Html.El("p", Html.Class("go"), Html.El("button", frame.Text(button))));

    // The script shows it where the browser has passkeys.
    private XElement Passkey(string action, string options, string step, string button, params XElement[] fields)
    {
        var form = Form(action, button, [.. fields, Hidden(CredentialField, "")]);
        form.Add(new XAttribute("data-options", options), new XAttribute("data-step", step), new XAttribute("hidden", ""));
        form.Add(Html.El("p", new XAttribute("role", "alert"), new XAttribute("hidden", ""), frame.Text("signin.passkey-failed")));
        return form;
    }

    private XElement Field(string name, string key, string complete) => Labelled(name, key, new XAttribute("type", "text"), complete);

    private XElement Secret(string name, string key, string complete) => Labelled(name, key, new XAttribute("type", "password"), complete);

    private XElement AppCode() => Labelled("app", "signin.app-code", new XAttribute("inputmode", "numeric"), "one-time-code");

    private XElement Labelled(string name, string key, XAttribute kind, string complete) => Html.El("p", Html.El("label", Html.El("span", frame.Text(key)),
        Html.El("input", kind, kind.Name == "type" ? null : new XAttribute("type", "text"), new XAttribute("name", name), new XAttribute("autocomplete", complete),
            new XAttribute("autocapitalize", "none"), new XAttribute("spellcheck", "false"), new XAttribute("maxlength", "256"), new XAttribute("required", ""), new XAttribute("dir", "ltr"))));

    private static XElement Hidden(string name, string value) =>
        Html.El("input", new XAttribute("type", "hidden"), new XAttribute("name", name), new XAttribute("value", value));
}
