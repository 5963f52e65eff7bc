namespace NeuralCollapse.Specs;

/// <summary>The C x D weights W that make logits of free features.</summary>
public abstract record UnconstrainedClassifier;
