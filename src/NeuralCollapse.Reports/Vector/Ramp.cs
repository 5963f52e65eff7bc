namespace NeuralCollapse.Reports;

/// <summary>A colour ramp of even steps, light to dark.</summary>
internal sealed class Ramp
{
    private const int Steps = 8;

    /// <summary>For pairs of one class.</summary>
    public static readonly Ramp SameClass = new("#f5b95f", "#6b2400");

    /// <summary>For pairs of different classes. Its light end is as far in hue from that of the other ramp as its dark end.</summary>
    public static readonly Ramp DifferentClass = new("#86c5ee", "#06304f");

    private readonly string[] colours;

    private Ramp(string light, string dark)
    {
        var (from, to) = (Colour.Of(light), Colour.Of(dark));
        colours = [.. Enumerable.Range(0, Steps).Select(i => from.Towards(to, i / (Steps - 1.0)).ToString())];
    }

    public IReadOnlyList<string> Colours => colours;

    /// <summary>The colour of a value from 0, light, to 1, dark.</summary>
    public string At(double value) => colours[Math.Clamp((int)(value * Steps), 0, Steps - 1)];
}
