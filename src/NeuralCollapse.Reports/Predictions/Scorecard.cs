using System.Globalization;
using System.Text.RegularExpressions;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>How the predictions of an experiment fare, a row for each point.</summary>
internal static partial class Scorecard
{
    public static Table Of(ExperimentSummary summary, IReadOnlyList<JudgedPrediction> judged, int number) => new()
    {
        Number = number,
        Title = "Scorecard of the predictions.",
        Explanation =
            $"Here: {StatementTiming.Of(summary.Plan.Stated, [.. summary.Cells.Select(cell => cell.Environment)])}. " +
            "Means over n seeds, geometric ones of ratios, with the 95 % t interval below. Met: the mean is in the predicted range, the margin " +
            "included, by two one-sided t tests at 5 %; not met: it is outside, by a t test at 5 %; undecided: neither, or fewer seeds than asked for. " +
            "g is a contrast in standard deviations between seeds (Hedges), of a ratio that of its logarithm, with a 95 % bootstrap interval over seeds, which of few seeds is too narrow: of three or five, some 80 % hold the truth. p is that of the test, corrected for all predictions of the experiment (Holm). Not testable: the cells are not in the state that the prediction is about, or what is predicted does not exist for them.",
        Columns =
        [
            new("Prediction", 2, false),
            new("Setting", 1.9f, false),
            new("Predicted", 1, true),
            new("Found", 1.3f, true),
            new("g", 1.1f, true),
            new("n", 0.3f, true),
            new("p", 0.6f, true),
            new("Outcome", 1.2f, false),
        ],
        Rows = [.. judged.Select((one, i) => Row(one, i > 0 && judged[i - 1].Prediction == one.Prediction))],
    };

    /// <summary>Such as: 5 predictions are met, 1 is not, 2 are undecided and 1 cannot be tested.</summary>
    public static string InWords(IReadOnlyList<JudgedPrediction> judged)
    {
        string? Part(Score score, string words) => judged.Count(one => one.Score == score) is > 0 and var count ? $"{Numbers.Format(count)} {words}" : null;
        return $"Of {Prose.Count(judged.Count, "prediction")}, counted setting by setting, " +
            Prose.List([.. new[] { Part(Score.Met, "met"), Part(Score.NotMet, "not met"), Part(Score.Undecided, "undecided"), Part(Score.NotTestable, "not testable") }.OfType<string>()]) + ".";
    }

    private static IReadOnlyList<TableEntry> Row(JudgedPrediction judged, bool isRepeated)
    {
        var prediction = judged.Prediction;
        return
        [
            new(isRepeated ? "" : prediction.Says),
            new(string.Join(", ", judged.Point.Of.Select(GroupName.Of))),
            new(Range(prediction), prediction.Margin > 0 ? $"margin {Text(prediction.Margin)}" : ""),
            Found(judged),
            Size(judged),
            new(judged.Found is { } found ? Numbers.Format(found.N) : "0"),
            new(PValue.Text(judged.P)),
            Outcome(judged),
        ];
    }

    private static TableEntry Found(JudgedPrediction judged) => judged.Found is not { } found ? new("-")
        : new(Text(found.Value), found.ConfidenceInterval() is { } interval ? $"{Text(interval.Low)} to {Text(interval.High)}" : "");

    private static TableEntry Size(JudgedPrediction judged) => judged.Size is not { } size ? new("-")
        : new(Text(size.Value), size.Interval is { } interval ? $"{Text(interval.Low)} to {Text(interval.High)}" : "");

    private static TableEntry Outcome(JudgedPrediction judged) => judged.Score switch
    {
        Score.Met => new("met"),
        Score.NotMet => new("not met"),
        Score.Undecided => new("undecided"),
        _ => new("not testable", judged.Unmet is not { } unmet ? "no seed has it"
            : $"{MetricText.Of(unmet.Condition.Metric).Title} is {Text(unmet.Mean)}, not {Range(unmet.Condition.AtLeast, unmet.Condition.AtMost)}"),
    };

    private static string Range(Prediction prediction) => Range(prediction.AtLeast, prediction.AtMost);

    public static string Range(double? least, double? most) => (least, most) switch
    {
        ({ } from, { } to) => Text(from) == Text(to) ? Text(from) : $"{Text(from)} to {Text(to)}",
        ({ } from, null) => $"at least {Text(from)}",
        (_, { } to) => $"at most {Text(to)}",
        _ => "",
    };

    /// <summary>In three significant digits, shortest form: 0.5, 7.35e-5.</summary>
    public static string Text(double value) => !double.IsFinite(value) ? Numbers.Format(value)
        : Exponent().Replace(Numbers.Format(double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)), "e$1");

    [GeneratedRegex(@"E\+?(-?)0*")]
    private static partial Regex Exponent();
}
