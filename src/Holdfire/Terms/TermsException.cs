using Holdfire.Acts;

namespace Holdfire.Terms;

/// <summary>Something that a prohibition does not forbid.</summary>
/// <param name="Act">The act, or null where the exception is not about acts.</param>
/// <param name="Text">The exception in words of our own.</param>
public sealed record TermsException(ActCode? Act, string Text);
