namespace NeuralCollapse.Specs;

/// <summary>After the warm-up the learning rate stays as it is.</summary>
[Kind("constant")]
public sealed record ConstantSchedule : ScheduleSpec
{
    public override double Share(int epoch, double begun, int epochs) => 1;
}
