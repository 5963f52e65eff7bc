using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Measuring;

/// <summary>Features of any framework, from an .npz file: H [N, D] and y [N], and of the classifier W [C, D] and b [C] where given.</summary>
public sealed record ExportedFeatures(LabelledFeatures Features, Classifier? Classifier)
{
    private const int MostDimensions = 16_384;

    /// <summary>Reads and checks the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="named">What the arrays are called in it.</param>
    /// <exception cref="UserErrorException">An array is missing, damaged, of the wrong type or shape, or holds what cannot be measured.</exception>
    public static ExportedFeatures Read(string path, ArrayNames named)
    {
        var arrays = NpzFile.Read(path, [named.Features, named.Labels, named.Weights, named.Bias]);
        if (new[] { named.Features, named.Labels }.Where(name => !arrays.ContainsKey(name)).ToList() is { Count: > 0 } missing)
            throw Missing(path, missing);
        var (h, y) = (arrays[named.Features], arrays[named.Labels]);
        var (w, b) = (arrays.GetValueOrDefault(named.Weights), arrays.GetValueOrDefault(named.Bias));
        Check(h.Shape is [> 0, > 0] && !h.IsWhole, path, named.Features, "floating-point numbers of shape [N, D]", h);
        var (samples, dimensions) = (h.Shape[0], h.Shape[1]);
        if (dimensions > MostDimensions)
            throw new UserErrorException($"{path}: {named.Features}: expected at most {MostDimensions} dimensions, got {dimensions}: the scatter has their square of numbers");
        Check(y.IsWhole && y.Shape is [var labelled] && labelled == samples, path, named.Labels, $"whole numbers of shape [{samples}], one for each row of {named.Features}", y);
        Check(w is null || (!w.IsWhole && w.Shape is [> 1, var columns] && columns == dimensions), path, named.Weights, $"floating-point numbers of shape [C, {dimensions}]", w);
        if (b is not null && w is null)
            throw new UserErrorException($"{path}: {named.Bias}: expected the weights {named.Weights} beside the bias, got none");
        Check(b is null || (!b.IsWhole && b.Shape is [var rows] && rows == w!.Shape[0]), path, named.Bias, $"floating-point numbers of shape [{w?.Shape[0]}], one for each row of {named.Weights}", b);
        foreach (var (name, array) in arrays)
            CheckFinite(path, name, array);
        var classes = w?.Shape[0] ?? (Math.Max(0, (int)Math.Min(y.Values.Max(), int.MaxValue - 1)) + 1);
        var features = new LabelledFeatures(h.Values, Labels(path, named, y, classes, w is not null), classes);
        return new(features, w is null ? null : new(w.Values, b?.Values ?? new double[classes]));
    }

    private static UserErrorException Missing(string path, IEnumerable<string> missing)
    {
        var there = NpzFile.Names(path);
        return new(
            $"{path}: expected arrays of features [N, D] and labels [N], got no {string.Join(" and no ", missing)}; there {(there.Count == 1 ? "is" : "are")} {(there.Count == 0 ? "none" : string.Join(", ", there))}\n" +
            "  remedy: name them with --features=NAME --labels=NAME, or save them as H and y");
    }

    private static void Check(bool holds, string path, string name, string expected, NumericArray? array)
    {
        if (!holds)
            throw new UserErrorException($"{path}: {name}: expected {expected}, got {(array!.IsWhole ? "whole" : "floating-point")} numbers of shape {array.ShapeText}");
    }

    private static void CheckFinite(string path, string name, NumericArray array)
    {
        var at = Array.FindIndex(array.Values, value => !double.IsFinite(value));
        if (at < 0)
            return;
        var place = array.Shape.Count == 1 ? $"{at}" : $"{at / array.Shape[^1]}, {at % array.Shape[^1]}";
        throw new UserErrorException($"{path}: {name}[{place}]: expected a finite number, got {Numbers.Format(array.Values[at])}");
    }

    private static int[] Labels(string path, ArrayNames named, NumericArray y, int classes, bool fromWeights)
    {
        var outside = Array.FindIndex(y.Values, label => !(label >= 0 && label < classes));
        if (outside >= 0)
        {
            throw new UserErrorException(
                $"{path}: {named.Labels}[{outside}]: expected a class from 0{(fromWeights ? $" to {classes - 1}, as {named.Weights} has {classes} rows" : "")}, got {Numbers.Format(y.Values[outside])}");
        }
        // Before anything of the size of C is made: a single large label would ask for it.
        var present = y.Values.Distinct().Count();
        if (classes < 2 || present < classes)
        {
            throw new UserErrorException(
                $"{path}: {named.Labels}: expected samples of each class and at least 2 classes, got {present} of {classes} classes with samples\n  remedy: number the classes 0, 1, 2 ... without gaps");
        }
        return Array.ConvertAll(y.Values, label => (int)label);
    }
}

/// <summary>What arrays are called in a file.</summary>
public sealed record ArrayNames(string Features, string Labels, string Weights, string Bias)
{
    /// <summary>As this project saves them.</summary>
    public static readonly ArrayNames Usual = new("H", "y", "W", "b");
}
