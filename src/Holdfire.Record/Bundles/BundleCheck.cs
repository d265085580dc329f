namespace Holdfire.Record.Bundles;

/// <summary>One thing that verifying a bundle came to.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Detail">What was found, in words.</param>
public sealed record BundleCheck(string Check, BundleResult Result, string Detail);
