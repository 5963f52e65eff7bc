using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// The samples of <see cref="UfmSpec"/> in their order: first the sample of each class alone, at the place of its class; then, class
/// by class and partner by partner, one mixed sample for each lambda.
/// </summary>
public static class UfmSamples
{
    /// <summary>
    /// Who is mixed with whom. <see cref="MixedPair.Sample"/> and <see cref="MixedPair.Partner"/> are classes and, at the same time, the
    /// places of the samples of these classes alone, which are their own partners with lambda 1.
    /// </summary>
    public static IReadOnlyList<MixedPair> Of(UfmSpec model) =>
    [
        .. Enumerable.Range(0, model.Classes).Select(y => new MixedPair(y, y, 1)),
        .. from y in Enumerable.Range(0, model.Classes)
           from step in Enumerable.Range(1, model.Partners)
           from lambda in model.Lambdas
           select new MixedPair(y, (y + step) % model.Classes, lambda),
    ];
}
