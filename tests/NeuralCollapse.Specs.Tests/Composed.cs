namespace NeuralCollapse.Specs.Tests;

/// <summary>New specs for tests: made from the least options, and ways to vary these.</summary>
internal static class Composed
{
    private static readonly string[] Least = ["--name=mine", "--dataset=cifar10", "--model=resnet-18", "--loss=cross-entropy", "--epochs=500"];

    /// <summary>The text for the least options, in which others take the place of those with their name.</summary>
    public static string Compose(params string[] options)
    {
        var names = options.Select(NameOf).ToList();
        return TextOf([.. Least.Where(option => !names.Contains(NameOf(option))), .. options]);
    }

    /// <summary>The text for these options alone.</summary>
    public static string TextOf(params string[] options) =>
        NewExperiment.Of([.. options.Select(option => option[2..].Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1]))]).Text;

    /// <summary>The least options without one of them.</summary>
    public static IEnumerable<string> LeastWithout(string name) => Least.Where(option => NameOf(option) != name);

    /// <summary>What is planned of the text for the least options and these.</summary>
    public static Plan Planned(params string[] options) => ExperimentSpec.Parse(Compose(options), "mine.yaml").Expand();

    public static IReadOnlyList<Cell> Cells(params string[] options) => Planned(options).Cells;

    private static string NameOf(string option) => option.Split('=')[0];
}
