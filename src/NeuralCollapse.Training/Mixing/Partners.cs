using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>Draws who is mixed with whom.</summary>
public static class Partners
{
    /// <summary>For each sample of a batch, the place of its partner in the batch.</summary>
    /// <param name="random">Where the randomness comes from.</param>
    /// <param name="choice">Who may be a partner; who has none but itself is its own.</param>
    /// <param name="labels">Labels of the batch.</param>
    public static int[] NextPartners(this RandomStream random, PartnerChoice choice, IReadOnlyList<int> labels) => choice switch
    {
        PartnerChoice.Any => random.NextPermutation(labels.Count),
        PartnerChoice.SameClass => WithinClasses(random, labels),
        PartnerChoice.DifferentClass => AcrossClasses(random, labels),
        _ => throw new NotSupportedException($"no partners for {choice}"),
    };

    private static int[] WithinClasses(RandomStream random, IReadOnlyList<int> labels)
    {
        var partners = new int[labels.Count];
        foreach (var members in PlacesByClass(labels))
        {
            var order = random.NextPermutation(members.Length);
            for (var i = 0; i < members.Length; i++)
                partners[members[i]] = members[order[i]];
        }

        return partners;
    }

    private static int[] AcrossClasses(RandomStream random, IReadOnlyList<int> labels)
    {
        var partners = Enumerable.Range(0, labels.Count).ToArray();
        foreach (var members in PlacesByClass(labels))
        {
            var others = partners.Length == members.Length ? [] : Enumerable.Range(0, labels.Count).Except(members).ToArray();
            foreach (var member in members.Where(_ => others.Length > 0))
                partners[member] = others[random.NextIndex(others.Length)];
        }

        return partners;
    }

    /// <summary>The places of each class that occurs, classes in ascending order.</summary>
    private static IEnumerable<int[]> PlacesByClass(IReadOnlyList<int> labels) =>
        Enumerable.Range(0, labels.Count).GroupBy(place => labels[place]).OrderBy(places => places.Key).Select(places => places.ToArray());
}
