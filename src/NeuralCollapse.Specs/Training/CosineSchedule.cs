namespace NeuralCollapse.Specs;

/// <summary>
/// The learning rate falls to 0 by half a period of a cosine, step by step, from the end of the warm-up to that of training (Loshchilov
/// and Hutter 2017, equation 5, without restarts).
/// </summary>
[Kind("cosine")]
public sealed record CosineSchedule : ScheduleSpec
{
    public override double Share(int epoch, double begun, int epochs) => (1 + Math.Cos(Math.PI * (Math.Max(0, begun - WarmUp) / (epochs - WarmUp)))) / 2;
}
