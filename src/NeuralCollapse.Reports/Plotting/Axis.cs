using System.Globalization;
using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>A scale with marks on it.</summary>
internal sealed record Axis(Scale Scale, IReadOnlyList<Tick> Ticks)
{
    private const int LinearTicks = 5;
    private const int MostDecades = 6;
    private const double NarrowDecades = 2.05;
    private const double ModerateDecades = 3.05;

    /// <summary>Least distance of two marks of epochs, as part of the axis: closer ones would run together.</summary>
    private const double ClosestMarks = 0.015;

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

    /// <summary>
    /// A logarithmic axis over the positive ones of some values, from 1, 2 or 5 times a power of ten to another; marked at powers of ten, at 1
    /// and 3 times each where they are few, or at 1, 2 and 5 times where they are very few.
    /// </summary>
    public static Axis Log(IEnumerable<double> values)
    {
        var positive = values.Where(v => double.IsFinite(v) && v > 0).DefaultIfEmpty(1).ToList();
        var (least, most) = (NiceBelow(positive.Min()), NiceAbove(positive.Max()));
        var (first, last) = (Exponent(least), Exponent(most));
        var stride = Math.Max(1, (int)Math.Ceiling((last - first) / (double)MostDecades));
        int[] marked = Math.Log10(most / least) switch { < NarrowDecades => [2, 5], < ModerateDecades => [3], _ => [] }; // besides 1
        var ticks = from exponent in Enumerable.Range(first, last - first + 1)
                    from n in Enumerable.Range(1, stride == 1 ? 9 : 1)
                    let value = Times(n, exponent)
                    where value >= least && value <= most
                    let labelled = n == 1 ? exponent % stride == 0 : marked.Contains(n)
                    select new Tick(value, labelled ? Label(n, exponent) : "");
        return new(new LogScale(least, most), [.. ticks]);
    }

    /// <summary>Epochs, logarithmic since they are measured ever more rarely, marked where they were measured as long as that can be told apart.</summary>
    /// <param name="epochs">In ascending order.</param>
    /// <param name="closest">
    /// Least distance of two labels, as part of the axis; labels that come too close before a later one are left out.
    /// </param>
    public static Axis Epochs(IReadOnlyList<int> epochs, double closest)
    {
        var last = epochs[^1] > epochs[0] ? epochs[^1] : epochs[0] + 1;
        Scale scale = epochs[0] == 0 ? new EpochScale(0, last) : new LogScale(epochs[0], last);
        var ticks = new List<Tick>();
        var room = 1 + closest;
        foreach (var epoch in epochs.Reverse())
        {
            var fraction = scale.Fraction(epoch);
            var labelled = room - fraction >= closest;
            var runsInto = ticks.Count > 0 && scale.Fraction(ticks[0].Value) - fraction < ClosestMarks;
            if (runsInto && !labelled)
                continue;
            if (runsInto)
                ticks.RemoveAt(0); // a small mark: labels are further apart
            ticks.Insert(0, new(epoch, labelled ? Numbers.Format(epoch) : ""));
            room = labelled ? fraction : room;
        }

        return new(scale, ticks);
    }

    private static (double Least, double Most) Range(IEnumerable<double> values)
    {
        var known = values.DefaultIfEmpty(0).ToList();
        var (least, most) = (known.Min(), known.Max());
        var around = least == 0 ? 1 : Math.Abs(least) / 2;
        return least == most ? (least - around, most + around) : (least, most);
    }

    /// <summary>1, 2 or 5 times a power of ten, at least as large.</summary>
    private static double NiceStep(double step) => NiceAbove(step * (1 - 1e-9));

    private static double NiceAbove(double value) =>
        new[] { 1, 2, 5, 10 }.Select(n => Times(n, Exponent(value))).First(nice => nice >= value);

    /// <summary>The largest of them that is smaller, so that an axis is never empty.</summary>
    private static double NiceBelow(double value) =>
        new[] { 5, 2, 1 }.Select(n => Times(n, Exponent(value))).Append(Times(5, Exponent(value) - 1)).First(nice => nice < value);

    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value) + 1e-12);

    /// <summary>n times a power of ten, correctly rounded, unlike with a power function.</summary>
    private static double Times(int n, int exponent) =>
        double.Parse($"{Numbers.Format(n)}e{Numbers.Format(exponent)}", CultureInfo.InvariantCulture);

    private static string Label(int n, int exponent) => exponent is >= -3 and <= 4
        ? Numbers.Fixed(Times(n, exponent), Math.Max(0, -exponent))
        : $"{Numbers.Format(n)}e{Numbers.Format(exponent)}";
}

/// <summary>A mark on an axis; an empty label is a small mark.</summary>
internal readonly record struct Tick(double Value, string Label);
