namespace Holdfire.CaseFormat;

/// <summary>What stands under a key.</summary>
internal enum KeyShape
{
    Text,
    Texts,
    Map,
    Maps,
}
