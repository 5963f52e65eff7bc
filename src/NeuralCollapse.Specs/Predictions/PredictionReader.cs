using System.Text.Json.Nodes;
using NeuralCollapse.Measures;

namespace NeuralCollapse.Specs;

/// <summary>Reads <c>predictions</c> and <c>analyses</c>, and finds the points of the matrix that each is made for.</summary>
internal sealed class PredictionReader(MapNode root, IReadOnlyList<Axis> axes, IReadOnlyList<Point> points, Errors errors)
{
    public const string PredictionsKey = "predictions", AnalysesKey = "analyses", Of = "of", Against = "against";

    /// <summary>The predictions that are valid.</summary>
    public IReadOnlyList<Prediction> Predictions()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<Prediction>();
        foreach (var (map, prediction) in Items<Prediction>(PredictionsKey, [Of, Against]))
        {
            if (!names.Add(prediction.Name))
                errors.Add(map.Find("name")!, "a name that no other prediction has", prediction.Name);
            var predicted = prediction with { Points = PointsOf(map, map.Find(Against)) };
            Check(map, predicted);
            read.Add(predicted);
        }

        return read;
    }

    /// <summary>The analyses that are valid.</summary>
    public IReadOnlyList<Analysis> Analyses()
    {
        var read = new List<Analysis>();
        foreach (var (map, analysis) in Items<Analysis>(AnalysesKey, [Of]))
        {
            var names = points.Count > 0 ? [.. points[0].Axes.Select(label => label.Key)] : axes.Select(axis => axis.Name).ToList(); // a zipped axis may have no label
            foreach (var (index, factor) in analysis.Factors.Index())
            {
                if (!names.Contains(factor))
                    errors.Add(((ListNode)map.Find("factors")!).ItemOf(index), names.Count == 0 ? "an axis, but the matrix has none" : $"one of the axes {string.Join(", ", names)}", factor, NearestName.Hint(factor, names));
            }

            var chosen = analysis with { Points = PointsOf(map, null) };
            CheckMetric(map.Find("metric")!, analysis.Metric, chosen.Points);
            if (analysis.Factors.All(names.Contains))
                CheckFactorial(map.Find("factors")!, chosen);
            read.Add(chosen);
        }

        return read;
    }

    private IEnumerable<(MapNode Map, T Value)> Items<T>(string key, string[] parts)
        where T : class
    {
        if (root.Find(key) is not { } list)
            yield break;
        if (list is not ListNode { Items: var items })
        {
            errors.Add(list, "a list", list.Description);
            yield break;
        }

        foreach (var item in items)
        {
            if (item is not MapNode map)
                errors.Add(item, "a map", item.Description);
            else if (SchemaOf.Record(typeof(T)).Read(map.Only(name => !parts.Contains(name)), errors) is T value)
                yield return (map, value);
        }
    }

    /// <summary>The points that have the parts of <c>of</c>, each beside the one that has the parts of <c>against</c> and is else the same.</summary>
    private IReadOnlyList<PredictedPoint> PointsOf(MapNode item, Node? against)
    {
        if (Parts(item.Find(Of)) is not { } of || (against is null ? [] : Parts(against)) is not { } other || points.Count == 0)
            return [];
        var matching = points.Where(point => Has(point, of)).ToList();
        if (matching.Count == 0)
            errors.Add(item.Find(Of)!, "to match a point of the matrix", "no match", KnownValues(of.Keys));
        if (against is null)
            return [.. matching.Select(point => new PredictedPoint(point.Axes, []))];
        var pairs = new List<PredictedPoint>();
        foreach (var point in matching)
        {
            var counterparts = points.Where(candidate => Has(candidate, other) && IsElseEqual(point, candidate, other.Keys)).ToList();
            if (counterparts is not [var one])
            {
                errors.Add(
                    against, $"one point beside {Label(point)}, equal to it but for {string.Join(" and ", other.Keys.Select(axis => axis.Name))}",
                    counterparts.Count == 0 ? "none" : FormattableString.Invariant($"{counterparts.Count}"));
                return []; // the first says it all
            }

            pairs.Add(new(point.Axes, one.Axes));
        }

        return pairs;
    }

    private Dictionary<Axis, JsonNode?>? Parts(Node? node)
    {
        if (node is null)
            return [];
        if (node is MapNode { Entries.Count: > 0 } map)
            return AxisMap.Read(map, axes, errors)?.ToDictionary(setting => setting.Axis, setting => NodeJson.AsWritten(setting.Value));
        errors.Add(node, "a map of axes to values", node.Description);
        return null;
    }

    private static bool Has(Point point, Dictionary<Axis, JsonNode?> parts)
    {
        var whole = SchemaOf.Cell.Write(point.Spec, brief: false);
        return parts.All(part => NodeJson.Contains(part.Key.Keys.Aggregate((JsonNode?)whole, (node, key) => (node as JsonObject)?[key]), part.Value));
    }

    private static bool IsElseEqual(Point point, Point other, IEnumerable<Axis> but)
    {
        var names = but.Select(axis => axis.Name).ToList();
        return point.Axes.Where(axis => !names.Contains(axis.Key)).SequenceEqual(other.Axes.Where(axis => !names.Contains(axis.Key)));
    }

    private void Check(MapNode map, Prediction prediction)
    {
        CheckMetric(map.Find("metric")!, prediction.Metric, prediction.Points);
        foreach (var (index, condition) in prediction.Testable.Index())
            CheckMetric(((MapNode)((ListNode)map.Find("testable")!).ItemOf(index)).Find("metric")!, condition.Metric, prediction.Points);
        if (map.Find("compare") is { } compare && map.Find(Against) is null && prediction.AgainstEpoch is null)
            errors.Add(compare, $"{Against} or against-epoch beside it", "neither", "say what to compare with, or delete it");
        foreach (var key in new[] { "epoch", "against-epoch" })
        {
            var epoch = key == "epoch" ? prediction.Epoch : prediction.AgainstEpoch;
            if (epoch is { } asked && Chosen(prediction.Points).FirstOrDefault(spec => !spec.MeasuredEpochs.Contains(asked)) is { } without)
                errors.Add(map.Find(key)!, $"one of the measured epochs, {string.Join(", ", without.MeasuredEpochs)}", FormattableString.Invariant($"{asked}"));
        }
    }

    /// <summary>Every combination of the levels once: effects could else not be told apart.</summary>
    private void CheckFactorial(Node at, Analysis analysis)
    {
        var levels = analysis.Points.Select(point => analysis.Factors.Select(factor => point.Of.First(label => label.Key == factor).Value).ToList()).ToList();
        int Values(int factor) => levels.Select(level => level[factor]).Distinct().Count();
        foreach (var (factor, name) in analysis.Factors.Index().Where(factor => levels.Count > 0 && Values(factor.Index) == 1))
            errors.Add(((ListNode)at).ItemOf(factor), "an axis of which two values or more take part", $"{name}, {levels[0][factor]} alone");
        var combinations = Enumerable.Range(0, analysis.Factors.Count).Aggregate(1, (product, f) => product * Values(f));
        var present = levels.Select(level => string.Join('\n', level)).Distinct().Count();
        if (levels.Count > 0 && (present != combinations || present != levels.Count))
        {
            errors.Add(
                at, FormattableString.Invariant($"one point for each of the {combinations} combinations of their values"),
                FormattableString.Invariant($"{levels.Count} points for {present} of them"), "name every axis that varies, or choose points with of");
        }
    }

    private void CheckMetric(Node at, string metric, IReadOnlyList<PredictedPoint> chosen)
    {
        var recorded = Chosen(chosen).Select(RecordedMetrics.Of).ToList();
        if (recorded.Count == 0 || recorded.All(names => names.Contains(metric)))
            return;
        var names = recorded.Skip(1).Aggregate(recorded[0].AsEnumerable(), (all, more) => all.Intersect(more)).ToList();
        if (recorded.Any(some => some.Contains(metric)))
            errors.Add(at, "a metric that all of these cells record", $"{metric}, which some of them do", "choose those with of");
        else
            errors.Add(at, "a metric that these cells record", metric, NearestName.Hint(metric, names) is { Length: > 0 } near ? near : MetricTable.Find(metric) is null ? $"there are {string.Join(", ", names)}" : "");
    }

    private IEnumerable<CellSpec> Chosen(IReadOnlyList<PredictedPoint> chosen) =>
        points.Where(point => chosen.Any(c => c.Of.SequenceEqual(point.Axes) || c.Against.SequenceEqual(point.Axes))).Select(point => point.Spec);

    private static string KnownValues(IEnumerable<Axis> asked) =>
        $"the matrix has {string.Join("; ", asked.Select(axis => $"{axis.Name}: {string.Join(", ", axis.Values.Select(ValueLabel.Of).Distinct())}"))}";

    private static string Label(Point point) => string.Join(' ', point.Axes.Select(axis => $"{axis.Key}={axis.Value}"));
}
