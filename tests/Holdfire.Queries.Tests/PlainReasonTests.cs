using NodaTime;

namespace Holdfire.Queries.Tests;

/// <summary>Reasons of the audit as a reader sees them.</summary>
public sealed class PlainReasonTests
{
    [Theory]
    [InlineData("In 72 of 72 hours no source counted this: 2025-05-07T21:00:00Z..2025-05-10T21:00:00Z.", "In 72 of 72 hours no source counted this: 8 to 10 May 2025.")]
    [InlineData("The side's own reports come to 108..2180, and as many as the claimed 1.. lie inside.", "The side's own reports come to 108 to 2,180, and as many as the claimed 1 or more lie inside.")]
    [InlineData("gives the window 2025-05-07T21:00:00Z.., the claim ..2025-05-08T21:00:00Z.", "gives the window from 8 May 2025 on, the claim before 9 May 2025.")]
    [InlineData("The parts come to 63 + 586 = 649; claimed is 734.", "The parts come to 63 + 586 = 649; claimed is 734.")]
    [InlineData("At 2025-05-07T21:00:00Z..2025-05-07T22:30:00Z, 5 km.", "At 8 May 2025, 00:00 to 01:30, 5 km.")]
    public void Notation_BecomesWords(string text, string plain) =>
        Assert.Equal(plain, PlainReason.Of(text, DateTimeZoneProviders.Tzdb["Europe/Kyiv"]));
}
