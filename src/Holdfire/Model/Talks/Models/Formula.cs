using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>A statement about the options of a state.</summary>
public abstract record Formula
{
    /// <summary>Whether it is true in a state, of which bit <c>i</c> says whether option <c>i</c> is taken.</summary>
    public abstract bool IsTrue(uint state);

    /// <summary>True in no state.</summary>
    public static Formula Never { get; } = new Constant(false);

    internal sealed record Constant(bool Value) : Formula
    {
        public override bool IsTrue(uint state) => Value;
    }

    internal sealed record Option(int Bit) : Formula
    {
        public override bool IsTrue(uint state) => (state >> Bit & 1) == 1;
    }

    internal sealed record Not(Formula Of) : Formula
    {
        public override bool IsTrue(uint state) => !Of.IsTrue(state);
    }

    // Chains are lists, so that a long one is no deep one.
    internal sealed record All(ImmutableArray<Formula> Of) : Formula
    {
        public override bool IsTrue(uint state) => Of.All(f => f.IsTrue(state));
    }

    internal sealed record Any(ImmutableArray<Formula> Of) : Formula
    {
        public override bool IsTrue(uint state) => Of.Any(f => f.IsTrue(state));
    }

    internal sealed record If(Formula Left, Formula Right) : Formula
    {
        public override bool IsTrue(uint state) => !Left.IsTrue(state) || Right.IsTrue(state);
    }

    internal sealed record Iff(Formula Left, Formula Right) : Formula
    {
        public override bool IsTrue(uint state) => Left.IsTrue(state) == Right.IsTrue(state);
    }
}
