using Holdfire.Acts;
using Holdfire.Reports;
using Holdfire.Terms;

namespace Holdfire.Assessment;

/// <summary>What one line is about.</summary>
internal sealed record LineSpec(
    Truce Truce, Prohibition Prohibition, TruceStatus Status, ActCode Act, Measure Measure, CountUnit Unit, Claims Claims, Periods Periods,
    bool OutsideTerms);
