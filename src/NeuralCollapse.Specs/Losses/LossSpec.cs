namespace NeuralCollapse.Specs;

/// <summary>What training minimises, averaged over the samples of a batch. Under mixup the losses of both labels are mixed.</summary>
public abstract record LossSpec;
