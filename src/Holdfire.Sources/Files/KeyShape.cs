namespace Holdfire.Sources.Files;

/// <summary>What stands under a key.</summary>
internal enum KeyShape
{
    Text,
    Texts,
    Map,
    Maps,
}
