using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace NeuralCollapse.Reports.Fonts;

/// <summary>The typeface Inter in the weights thin to bold, so that reports look the same on a machine without fonts.</summary>
public static class InterFonts
{
    /// <summary>The family name to ask for.</summary>
    public const string Family = "Inter";

    private const string Assembly = "Inter";

    /// <summary>The TrueType files, one for each weight, sorted by name.</summary>
    public static IReadOnlyList<byte[]> Files()
    {
        using var assembly = typeof(InterFonts).Assembly.GetManifestResourceStream(Assembly)
            ?? throw new InvalidOperationException($"the fonts were not embedded: expected a resource '{Assembly}'; see Fonts/Inter.props");
        using var image = new PEReader(assembly, PEStreamOptions.PrefetchEntireImage);
        using var resource = new BinaryReader(OpenOnlyResource(image), Encoding.UTF8);
        return [.. Entries(resource)
            .Where(entry => entry.Path.EndsWith(".ttf", StringComparison.Ordinal))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal)
            .Select(entry => entry.Content)];
    }

    private static MemoryStream OpenOnlyResource(PEReader image)
    {
        var metadata = image.GetMetadataReader();
        var resource = metadata.GetManifestResource(metadata.ManifestResources.Single());
        var section = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
        return new MemoryStream(reader.ReadBytes(reader.ReadInt32()));
    }

    // Length of the index, version, number of files; for each file its path, where it begins after the index, and its length.
    private static List<(string Path, byte[] Content)> Entries(BinaryReader resource)
    {
        var content = resource.ReadInt32() + sizeof(int);
        var version = resource.ReadInt32();
        if (version != 2)
            throw new InvalidDataException($"expected version 2 of the font container, got {version}");
        var places = new List<(string Path, int Offset, int Length)>();
        for (var left = resource.ReadInt32(); left > 0; left--)
            places.Add((resource.ReadString(), resource.ReadInt32(), resource.ReadInt32()));
        var entries = new List<(string Path, byte[] Content)>();
        foreach (var (path, offset, length) in places)
        {
            resource.BaseStream.Position = content + offset;
            entries.Add((path, resource.ReadBytes(length)));
        }
        return entries;
    }
}
