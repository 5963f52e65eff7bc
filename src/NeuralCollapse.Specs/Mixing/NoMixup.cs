namespace NeuralCollapse.Specs;

/// <summary>Every sample is trained on as it is.</summary>
[Kind("none")]
public sealed record NoMixup : MixupSpec;
