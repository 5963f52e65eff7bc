using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>A scale with marks on it.</summary>
internal sealed record Axis(Scale Scale, IReadOnlyList<Tick> Ticks)
{
    private const int LinearTicks = 5;
    private const int MostDecades = 6;

    /// <summary>A linear axis over some values, from one round number to another, with about five marks.</summary>
    public static Axis Linear(IEnumerable<double> values)
    {
        var (least, most) = Range(values.Where(double.IsFinite));
        var step = NiceStep((most - least) / LinearTicks);
        var (first, last) = (Math.Floor((least / step) + 1e-9), Math.Ceiling((most / step) - 1e-9));
        var ticks = Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step);
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        return new(new LinearScale(first * step, last * step), [.. ticks.Select(t => new Tick(t, Numbers.Fixed(t, decimals)))]);
    }

    /// <summary>A logarithmic axis over the positive ones of some values, from one power of ten to another, marked at 1 to 9 times each.</summary>
    public static Axis Log(IEnumerable<double> values)
    {
        var (least, most) = Range(values.Where(v => double.IsFinite(v) && v > 0).Select(Math.Log10));
        var (first, last) = ((int)Math.Floor(least + 1e-9), (int)Math.Ceiling(most - 1e-9));
        var stride = Math.Max(1, (int)Math.Ceiling((last - first) / (double)MostDecades));
        var major = Enumerable.Range(first, last - first + 1).Select(e => new Tick(Power(e), (e - first) % stride == 0 ? Label(e) : ""));
        var minor = Enumerable.Range(first, stride == 1 ? last - first : 0).SelectMany(e => Enumerable.Range(2, 8), (e, n) => new Tick(n * Power(e), ""));
        return new(new LogScale(Power(first), Power(last)), [.. major.Concat(minor).OrderBy(t => t.Value)]);
    }

    /// <summary>Epochs, logarithmic since they are measured ever more rarely, marked where they were measured.</summary>
    /// <param name="epochs">In ascending order.</param>
    /// <param name="closest">Least distance of two labels, as part of the axis; labels that come too close before a later one are left out.</param>
    public static Axis Epochs(IReadOnlyList<int> epochs, double closest)
    {
        var scale = new LogScale(epochs[0], epochs[^1] > epochs[0] ? epochs[^1] : epochs[0] + 1);
        var ticks = new List<Tick>();
        var room = 1 + closest;
        foreach (var epoch in epochs.Reverse())
        {
            var fraction = scale.Fraction(epoch);
            var labelled = room - fraction >= closest;
            ticks.Insert(0, new(epoch, labelled ? Numbers.Format(epoch) : ""));
            room = labelled ? fraction : room;
        }

        return new(scale, ticks);
    }

    private static (double Least, double Most) Range(IEnumerable<double> values)
    {
        var (least, most) = values.Aggregate((double.PositiveInfinity, double.NegativeInfinity), (r, v) => (Math.Min(r.Item1, v), Math.Max(r.Item2, v)));
        if (least > most)
            return (0, 1);
        return least == most ? (least - (0.5 * Width(least)), most + (0.5 * Width(most))) : (least, most);
    }

    private static double Width(double value) => value == 0 ? 1 : Math.Abs(value);

    /// <summary>1, 2 or 5 times a power of ten, at least as large.</summary>
    private static double NiceStep(double step)
    {
        var power = Power((int)Math.Floor(Math.Log10(step)));
        return new[] { 1, 2, 5, 10 }.Select(n => n * power).First(nice => nice >= step * (1 - 1e-9));
    }

    /// <summary>Exact where a double can be, unlike a power function.</summary>
    private static double Power(int exponent) => double.Parse(
        "1e" + Numbers.Format(exponent), System.Globalization.CultureInfo.InvariantCulture);

    private static string Label(int exponent) => exponent is >= -3 and <= 4
        ? Numbers.Fixed(Power(exponent), Math.Max(0, -exponent))
        : "1e" + Numbers.Format(exponent);
}
