using NeuralCollapse.Measures;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Measuring;

/// <summary>Features of any framework, from an .npz file: H [N, D] and y [N], and of the classifier W [C, D] and b [C] where given.</summary>
public sealed record ExportedFeatures(LabelledFeatures Features, Classifier? Classifier)
{
    /// <summary>Reads and checks the file.</summary>
    /// <exception cref="UserErrorException">An array is missing, damaged, of the wrong type or shape, or holds what cannot be measured.</exception>
    public static ExportedFeatures Read(string path)
    {
        var arrays = NpzFile.Read(path, ["H", "y", "W", "b"]);
        var (h, y) = (Required(path, arrays, "H"), Required(path, arrays, "y"));
        var (w, b) = (arrays.GetValueOrDefault("W"), arrays.GetValueOrDefault("b"));
        Check(h.Shape is [> 0, > 0] && !h.IsWhole, path, "H", "floating-point numbers of shape [N, D]", h);
        var (samples, dimensions) = (h.Shape[0], h.Shape[1]);
        Check(y.IsWhole && y.Shape is [var labelled] && labelled == samples, path, "y", $"whole numbers of shape [{samples}], one for each row of H", y);
        Check(w is null || (!w.IsWhole && w.Shape is [> 1, var columns] && columns == dimensions), path, "W", $"floating-point numbers of shape [C, {dimensions}]", w);
        if (b is not null && w is null)
            throw new UserErrorException($"{path}: b: expected the weights W beside the bias, got none");
        Check(b is null || (!b.IsWhole && b.Shape is [var rows] && rows == w!.Shape[0]), path, "b", $"floating-point numbers of shape [{w?.Shape[0]}], one for each row of W", b);
        foreach (var (name, array) in arrays)
            CheckFinite(path, name, array);
        var classes = w?.Shape[0] ?? (Math.Max(0, (int)Math.Min(y.Values.Max(), int.MaxValue - 1)) + 1);
        var features = new LabelledFeatures(h.Values, Labels(path, y, classes, w is not null), classes);
        return new(features, w is null ? null : new(w.Values, b?.Values ?? new double[classes]));
    }

    private static NumericArray Required(string path, IReadOnlyDictionary<string, NumericArray> arrays, string name) => arrays.TryGetValue(name, out var array)
        ? array
        : throw new UserErrorException($"{path}: expected an array {name}, got {(arrays.Count == 0 ? "none of H, y, W, b" : string.Join(", ", arrays.Keys))}");

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

    private static int[] Labels(string path, NumericArray y, int classes, bool fromWeights)
    {
        var outside = Array.FindIndex(y.Values, label => !(label >= 0 && label < classes));
        if (outside >= 0)
        {
            throw new UserErrorException(
                $"{path}: y[{outside}]: expected a class from 0{(fromWeights ? $" to {classes - 1}, as W has {classes} rows" : "")}, got {Numbers.Format(y.Values[outside])}");
        }
        // Before anything of the size of C is made: a single large label would ask for it.
        var present = y.Values.Distinct().Count();
        if (classes < 2 || present < classes)
        {
            throw new UserErrorException(
                $"{path}: y: expected samples of each class and at least 2 classes, got {present} of {classes} classes with samples\n  remedy: number the classes 0, 1, 2 ... without gaps");
        }
        return Array.ConvertAll(y.Values, label => (int)label);
    }
}
