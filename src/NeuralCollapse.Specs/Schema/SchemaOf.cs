using System.Reflection;
using System.Runtime.CompilerServices;

namespace NeuralCollapse.Specs;

/// <summary>Finds the schema of a type by reflection.</summary>
internal static class SchemaOf
{
    /// <summary>What the cell of a network may be.</summary>
    public static readonly RecordSchema Network = Record(typeof(NetworkCell));

    /// <summary>What the cell of an unconstrained features model may be.</summary>
    public static readonly RecordSchema Ufm = Record(typeof(UfmCell));

    /// <summary>What a cell may be.</summary>
    public static readonly Schema Cell = new CellSchema(Network, Ufm);

    /// <summary>What the keys of an experiment beside its sections and matrix may be.</summary>
    public static readonly Schema Header = Type(typeof(ExperimentHeader), null);

    /// <param name="type">A record, a number, a truth value, text, an enumeration, or a list or table of these.</param>
    /// <param name="property">The property of that type, for its range; null for a whole record.</param>
    private static Schema Type(Type type, PropertyInfo? property)
    {
        var range = property?.GetCustomAttribute<RangeAttribute>();
        type = Nullable.GetUnderlyingType(type) ?? type; // a key that may be left out, with nothing in its place
        return type switch
        {
            _ when type == typeof(int) => new WholeNumberSchema(
                (int)(range?.Least ?? int.MinValue),
                (int)(range?.Most ?? int.MaxValue),
                property?.GetCustomAttribute<AllowedAttribute>()?.Values ?? []),
            _ when type == typeof(double) => new NumberSchema(range?.Least ?? double.MinValue, range?.Most ?? double.MaxValue),
            _ when type == typeof(bool) => new FlagSchema(),
            _ when type == typeof(string) => new TextSchema(property?.GetCustomAttribute<LongestAttribute>()?.Characters ?? SpecBounds.Text),
            { IsEnum: true } => new ChoiceSchema(type),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
                new ListSchema(type.GenericTypeArguments[0], Item(type.GenericTypeArguments[0], property)),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) =>
                new TableSchema(type.GenericTypeArguments[1], Type(type.GenericTypeArguments[1], property)),
            { IsAbstract: true } => new KindsSchema(Kinds(type)),
            _ => Record(type),
        };
    }

    private static Schema Item(Type type, PropertyInfo? property) =>
        Type(type, property) is WholeNumberSchema number && property!.IsDefined(typeof(RangesAttribute)) ? new NumberOrRangeSchema(number) : Type(type, property);

    private static Dictionary<Type, RecordSchema> Kinds(Type type) => type.Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(type) && !t.IsAbstract)
        .OrderBy(KindAttribute.Of, StringComparer.Ordinal)
        .ToDictionary(t => t, Record);

    /// <summary>What a record may be.</summary>
    public static RecordSchema Record(Type type) =>
        new(type, KindAttribute.Of(type), [.. type.GetProperties()
            .Where(p => p.SetMethod is { IsPublic: true })
            .OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.MetadataToken)
            .Select(p => new KeySchema(
                KebabCase.Of(p.Name), p, p.IsDefined(typeof(UpToDefaultAttribute)) ? UpToDefault(type, p) : Type(p.PropertyType, p), p.IsDefined(typeof(RequiredMemberAttribute))))]);

    private static WholeNumberSchema UpToDefault(Type type, PropertyInfo property) =>
        Activator.CreateInstance(type) is OfficialImages all ? new(all.Classes, (int)property.GetValue(all)!, []) : throw new NotSupportedException($"{type.Name} has no default to go up to");

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
