using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace StandIns.Tests.Contract;

/// <summary>Public types and members in the words of the lists beside this file.</summary>
internal static class Signature
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(float)] = "float",
    };

    /// <summary>The public members that a type declares itself, without those that come with a property, a record or an enumeration.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Declared).Where(member =>
        (!member.IsDefined(typeof(CompilerGeneratedAttribute))
        && member is not (Type or MethodInfo { IsSpecialName: true } or FieldInfo { IsSpecialName: true }))
        || member.Name is "op_Implicit" or "op_Explicit");

    /// <summary>Kind and name of a type: <c>sealed class PageSize</c>.</summary>
    public static string Head(Type type) => (type switch
    {
        { IsInterface: true } => "interface ",
        { IsEnum: true } => "enum ",
        { IsValueType: true } => "struct ",
        { IsAbstract: true, IsSealed: true } => "static class ",
        { IsAbstract: true } => "abstract class ",
        { IsSealed: true } => "sealed class ",
        _ => "class ",
    }) + Name(type);

    /// <summary>The class a type derives from, where it is one of its own choice; null for any other.</summary>
    public static string? Base(Type type) =>
        type.BaseType is not { } parent || parent == typeof(object) || type.IsValueType ? null : Name(parent);

    public static IEnumerable<string> Interfaces(Type type) => type.IsEnum ? [] : type.GetInterfaces().Where(i => i.IsVisible).Select(Name);

    /// <summary>A member with its types, the names of its parameters and their default values.</summary>
    public static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Static(method.IsStatic)}{Name(method.ReturnType)} {NameOf(method)}({Parameters(method)})",
        PropertyInfo property => $"{Static(property.GetAccessors()[0].IsStatic)}property {Name(property.PropertyType)} {property.Name} "
            + $"{{ {(property.GetMethod is { IsPublic: true } ? "get; " : "")}{Setter(property)}}}",
        FieldInfo { IsLiteral: true, DeclaringType.IsEnum: true } value => $"{value.Name} = {Value(value.GetRawConstantValue())}",
        FieldInfo { IsLiteral: true } constant => $"static field {Name(constant.FieldType)} {constant.Name} = {Value(constant.GetRawConstantValue())}",
        FieldInfo field => $"{Static(field.IsStatic)}field {Name(field.FieldType)} {field.Name}",
        _ => $"{member.MemberType} {member.Name}",
    };

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Setter(PropertyInfo property) => property.SetMethod is not { IsPublic: true } setter ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";

    private static string NameOf(MethodInfo method) => method.Name + Arguments(method.GetGenericArguments());

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "")}"));

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Name(underlying)}?";
        return type.Name.Split('`')[0] + Arguments(type.GetGenericArguments());
    }

    private static string Arguments(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Name))}>";
}
