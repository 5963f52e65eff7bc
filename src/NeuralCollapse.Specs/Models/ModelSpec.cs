namespace NeuralCollapse.Specs;

/// <summary>The network between the images and the last-layer features; a linear classifier with bias follows. Or no network at all.</summary>
public abstract record ModelSpec;
