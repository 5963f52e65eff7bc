using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// A finite set of mixtures, K of every training sample, of which each epoch has one: a network can learn it by heart, as the unconstrained
/// features model does. Each is a pure function of the seed, the place of its sample and its number.
/// </summary>
public static class FixedMixtures
{
    /// <summary>The mixtures of the samples at some places in an epoch.</summary>
    /// <param name="mixup">How many there are of a sample, at least 1, and how they are drawn.</param>
    /// <param name="seed">Seed of the cell.</param>
    /// <param name="epoch">From 1: epochs 1, K + 1, 2 K + 1 ... have the first of each sample.</param>
    /// <param name="places">Places in the training set.</param>
    /// <param name="labels">Labels of all of it.</param>
    public static IReadOnlyList<MixedPair> Of(Mixup mixup, int seed, int epoch, IReadOnlyList<int> places, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(mixup);
        return [.. places.Select(place =>
        {
            var random = new RandomStream(seed, "mixup/fixed", place, (epoch - 1) % mixup.Mixtures);
            var lambda = random.NextBeta(mixup.Alpha);
            int partner;
            do
                partner = random.NextIndex(labels.Count);
            while (!Suits(mixup.Partner, labels[place] == labels[partner]));
            return new MixedPair(place, partner, lambda);
        })];
    }

    private static bool Suits(PartnerChoice choice, bool isOfSameClass) => choice == PartnerChoice.Any || isOfSameClass == (choice == PartnerChoice.SameClass);
}
