using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace StandIns.Tests.Contract;

/// <summary>What build/, src/ and tests/ use of a stand-in, read from their compiled assemblies; the tests of the stand-ins do not count.</summary>
internal sealed class Users
{
    private readonly Assembly standIn;
    private readonly HashSet<int> used = [];
    private readonly string sources;

    public Users(Assembly standIn)
    {
        this.standIn = standIn;
        var projects = Projects().ToList();
        sources = string.Concat(projects
            .SelectMany(project => Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText));
        foreach (var assembly in projects.Select(AssemblyOf).Where(File.Exists))
            Add(assembly);
        foreach (var type in standIn.GetExportedTypes().Where(type => used.Contains(type.MetadataToken)).ToList())
            AddNeeded(type);
    }

    /// <summary>The public types and members that nobody uses.</summary>
    public IEnumerable<string> Unused() => standIn.GetExportedTypes().SelectMany(type => Uses(type)
        ? Signature.Members(type).Where(member => !type.IsInterface && !Uses(member)).Select(member => $"{Signature.Head(type)}: {Signature.Of(member)}")
        : [Signature.Head(type)]);

    private bool Uses(MemberInfo member) => used.Contains(member.MetadataToken) || member switch
    {
        PropertyInfo property => property.GetAccessors().Any(Uses),
        FieldInfo { IsLiteral: true } constant => IsDefault(constant) || sources.Contains($"{constant.DeclaringType!.Name}.{constant.Name}", StringComparison.Ordinal),
        MethodInfo method => Overrides(method) || Implements(method),
        _ => false,
    };

    /// <summary>The value of an enumeration that stands for it in default values.</summary>
    private static bool IsDefault(FieldInfo constant) => constant.DeclaringType!.IsEnum && Convert.ToInt64(constant.GetRawConstantValue(), null) == 0;

    private bool Overrides(MethodInfo method) => method.GetBaseDefinition().Module != standIn.ManifestModule;

    private static bool Implements(MethodInfo method) => !method.IsStatic && method.DeclaringType is { IsInterface: false, ContainsGenericParameters: false } type
        && type.GetInterfaces().Any(@interface => type.GetInterfaceMap(@interface).TargetMethods.Contains(method));

    private void Add(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var module = Assembly.LoadFrom(path).ManifestModule;
        var types = metadata.TypeReferences.Where(type => IsOfTheStandIn(metadata, type)).Select(type => (EntityHandle)type).ToHashSet();
        foreach (var type in types)
            used.Add(module.ResolveType(MetadataTokens.GetToken(type)).MetadataToken);
        foreach (var member in metadata.MemberReferences.Where(member => types.Contains(Declaring(metadata, member))))
            used.Add(module.ResolveMember(MetadataTokens.GetToken(member))!.MetadataToken);
        if (types.Count == 0)
            return;
        foreach (var type in Types(module.Assembly))
            AddOverridden(type);
    }

    private bool IsOfTheStandIn(MetadataReader metadata, TypeReferenceHandle type) =>
        metadata.GetTypeReference(type).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == standIn.GetName().Name;

    /// <summary>The type that declares a member; of a constructed generic type its definition.</summary>
    private static EntityHandle Declaring(MetadataReader metadata, MemberReferenceHandle member)
    {
        var parent = metadata.GetMemberReference(member).Parent;
        if (parent.Kind != HandleKind.TypeSpecification)
            return parent;
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return parent;
        signature.ReadByte(); // class or value type
        return signature.ReadTypeHandle();
    }

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }

    private void AddOverridden(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var method in type.GetMethods(declared).Where(method => method.GetBaseDefinition().Module == standIn.ManifestModule))
            used.Add(method.GetBaseDefinition().MetadataToken);
    }

    /// <summary>A type cannot be had without those it derives from, nor a method without those its type arguments must derive from.</summary>
    private void AddNeeded(Type type)
    {
        var constraints = Signature.Members(type).OfType<MethodInfo>().Where(Uses)
            .SelectMany(method => method.GetGenericArguments()).SelectMany(argument => argument.GetGenericParameterConstraints());
        foreach (var needed in type.GetInterfaces().Concat(constraints).Append(type.BaseType).Where(needed => needed?.Assembly == standIn))
        {
            if (used.Add(needed!.MetadataToken))
                AddNeeded(needed.IsGenericType ? needed.GetGenericTypeDefinition() : needed);
        }
    }

    private static IEnumerable<string> Projects() => new[] { "build", "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.csproj", SearchOption.AllDirectories))
        .Where(project => !project.Contains("StandIns", StringComparison.Ordinal));

    private static string AssemblyOf(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var assembly = XDocument.Load(project).Descendants("AssemblyName").SingleOrDefault()?.Value ?? name;
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, name, here.Name, $"{assembly}.dll");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
