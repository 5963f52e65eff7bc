namespace NeuralCollapse.Specs;

/// <summary>How the learning rate changes over training.</summary>
public abstract record ScheduleSpec;
