namespace NeuralCollapse.Specs;

/// <summary>One key of a map with its value.</summary>
internal sealed record Entry(ScalarNode Key, Node Value);
