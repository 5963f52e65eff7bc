using System.Reflection;

namespace NeuralCollapse.Specs;

/// <summary>One key of a record: its name, the property it sets, and what its value may be.</summary>
internal sealed record KeyShape(string Name, PropertyInfo Property, Shape Shape, bool Required);
