namespace Holdfire.Record.Bundles;

/// <summary>A file in a zip file, as the directory has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Deflated">Whether it is deflated; else it is stored.</param>
/// <param name="Packed">The bytes that it has in the zip file.</param>
/// <param name="Size">The bytes that it unpacks to.</param>
/// <param name="From">Where its bytes begin.</param>
/// <param name="Crc">The CRC-32 of its bytes.</param>
internal readonly record struct ZipMember(string Name, bool Deflated, int Packed, int Size, int From, uint Crc);
