namespace StandIns.Tests.Contract;

/// <summary>What a package declares in public, as far as its stand-in covers it: the list of that name beside this file.</summary>
internal sealed class GenuinePackage
{
    private readonly Dictionary<string, GenuineType> types = [];

    public GenuinePackage(string name)
    {
        using var list = new StreamReader(typeof(GenuinePackage).Assembly.GetManifestResourceStream($"{name}.txt")!);
        string space = "";
        GenuineType? type = null;
        while (list.ReadLine() is { } line)
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
                space = line["namespace ".Length..];
            else if (line.StartsWith(' '))
                type!.Members.Add(line.Trim());
            else if (line.Length > 0 && line[0] != '#')
                types.Add($"{space} {line.Split(" : ")[0]}", type = new GenuineType(line));
        }
    }

    /// <summary>Every way in which a public type of the stand-in is not as the package has it.</summary>
    public IEnumerable<string> Differences(Type type)
    {
        var head = Signature.Head(type);
        if (!types.TryGetValue($"{type.Namespace} {head}", out var genuine))
            return [$"{type.Namespace}: the package has no {head}"];
        return Compared(type, genuine).Select(difference => $"{type.Namespace}: {head}: {difference}");
    }

    private static IEnumerable<string> Compared(Type type, GenuineType genuine)
    {
        if (Signature.Base(type) != genuine.Base && !type.IsEnum)
            yield return $"derives from {Signature.Base(type) ?? "nothing"}, in the package from {genuine.Base ?? "nothing"}";
        foreach (var additional in Signature.Interfaces(type).Except(genuine.Bases))
            yield return $"implements {additional}, in the package not";
        foreach (var additional in Signature.Members(type).Select(Signature.Of).Except(genuine.Members))
            yield return $"the package has no {additional}";
    }

    private sealed class GenuineType(string line)
    {
        public string[] Bases { get; } = line.Split(" : ") is [_, var bases] ? Parts(bases) : [];

        public string? Base => Bases.FirstOrDefault(name => !(name[0] == 'I' && char.IsUpper(name[1])));

        public HashSet<string> Members { get; } = [];

        private static string[] Parts(string bases) => bases.Split(", ");
    }
}
