namespace NeuralCollapse.Specs;

/// <summary>Whether and how pairs of samples are mixed during training.</summary>
public abstract record MixupSpec;
