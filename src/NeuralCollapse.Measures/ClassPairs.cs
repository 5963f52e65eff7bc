namespace NeuralCollapse.Measures;

/// <summary>Unordered pairs of different classes.</summary>
internal static class ClassPairs
{
    public static double Count(int classes) => classes * (classes - 1.0) / 2;
}
