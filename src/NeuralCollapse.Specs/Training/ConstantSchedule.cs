namespace NeuralCollapse.Specs;

/// <summary>The learning rate stays as it is.</summary>
[Kind("constant")]
public sealed record ConstantSchedule : ScheduleSpec;
