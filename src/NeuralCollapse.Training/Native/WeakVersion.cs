using System.Buffers.Binary;
using System.Text;

namespace NeuralCollapse.Training;

/// <summary>
/// TorchSharp 0.107.0's Linux library asks for version GLIBCXX_3.4.32 of libstdc++ (GCC 13.2), which Debian 12 and Ubuntu 22.04 lack,
/// for one symbol that it references and never calls. Marked weak, a version may be missing (ELF gABI, VER_FLG_WEAK) and the library loads.
/// </summary>
internal static class WeakVersion
{
    private const string Version = "GLIBCXX_3.4.32";
    private const int SectionHeaderSize = 64;
    private const uint VersionNeedSection = 0x6ffffffe;
    private const ushort WeakFlag = 2;

    /// <summary>Whether the dynamic linker's message says that this version, and no other thing, is missing.</summary>
    public static bool LacksOnly(string linkerMessage) => linkerMessage.Contains($"`{Version}' not found", StringComparison.Ordinal);

    /// <summary>Marks the version weak in a 64-bit little-endian ELF file, in place.</summary>
    /// <returns>The same array.</returns>
    /// <exception cref="BadImageFormatException">The file does not ask for the version.</exception>
    public static byte[] Weaken(byte[] elf)
    {
        var (needs, names) = VersionNeeds(elf);
        for (var need = needs; ;)
        {
            var auxiliary = need + (int)U32(elf, need + 8);
            for (var left = U16(elf, need + 2); left > 0; left--)
            {
                if (NameAt(elf, names + (int)U32(elf, auxiliary + 8)) == Version)
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(elf.AsSpan(auxiliary + 4), (ushort)(U16(elf, auxiliary + 4) | WeakFlag));
                    return elf;
                }

                auxiliary += (int)U32(elf, auxiliary + 12);
            }

            var next = (int)U32(elf, need + 12);
            if (next == 0)
                throw new BadImageFormatException($"TorchSharp's library does not ask for {Version}");
            need += next;
        }
    }

    /// <summary>File offsets of the first version need and of the string table its names lie in.</summary>
    private static (int Needs, int Names) VersionNeeds(byte[] elf)
    {
        if (elf.Length < SectionHeaderSize || U32(elf, 0) != 0x464c457f || elf[4] != 2 || elf[5] != 1)
            throw new BadImageFormatException("TorchSharp's library is not a 64-bit little-endian ELF file");
        var sections = (int)U64(elf, 40);
        for (var i = 0; i < U16(elf, 60); i++)
        {
            var section = sections + (i * SectionHeaderSize);
            if (U32(elf, section + 4) == VersionNeedSection)
                return ((int)U64(elf, section + 24), (int)U64(elf, sections + ((int)U32(elf, section + 40) * SectionHeaderSize) + 24));
        }

        throw new BadImageFormatException("TorchSharp's library needs no symbol versions");
    }

    private static string NameAt(byte[] elf, int offset) =>
        Encoding.ASCII.GetString(elf.AsSpan(offset, elf.AsSpan(offset).IndexOf((byte)0)));

    private static ushort U16(byte[] elf, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(elf.AsSpan(offset));

    private static uint U32(byte[] elf, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(elf.AsSpan(offset));

    private static ulong U64(byte[] elf, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(elf.AsSpan(offset));
}
