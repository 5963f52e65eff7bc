using System.CommandLine;
using System.Text.Json.Nodes;
using NeuralCollapse.Measures;
using NeuralCollapse.Measuring;
using NeuralCollapse.Records;

namespace NeuralCollapse.Runner;

/// <summary>Prints every measure of collapse of features exported from any framework, as JSON.</summary>
internal static class MeasureCommand
{
    private static readonly string Description = $"""
        Print every measure of collapse of features from any framework, as JSON

        FILE is written by numpy.savez, its arrays under these names or others that the options say: features H [N, D] (f2, f4 or f8), classes y [N] (whole numbers 0 to C - 1) and, where there is a
        classifier, W [C, D] and b [C]; without b it is 0. All arithmetic is float64. null: needs W, which is not given. "nan": not defined
        for these features. Sw and Sb are the scatter within and between classes, class means are centred by their unweighted mean.

        {string.Join('\n', MetricTable.OfFeatures.Select(metric => $"{metric.Name}: {metric.Meaning}"))}
        """;

    private static readonly Argument<string> Path = new("FILE") { Description = "An .npz file" };

    private static readonly Option<string>
        Features = Name("--features", "the features", ArrayNames.Usual.Features), Labels = Name("--labels", "the classes", ArrayNames.Usual.Labels),
        Weights = Name("--weights", "the weights of the classifier", ArrayNames.Usual.Weights), Bias = Name("--bias", "its bias", ArrayNames.Usual.Bias);

    public static Command Command()
    {
        var command = new Command("measure", Description) { Path, Features, Labels, Weights, Bias };
        command.SetAction(Run);
        return command;
    }

    private static Option<string> Name(string option, string what, string usual) =>
        new(option) { Description = $"What the array of {what} is called", HelpName = "NAME", DefaultValueFactory = _ => usual };

    private static int Run(ParseResult given)
    {
        var exported = ExportedFeatures.Read(
            given.GetRequiredValue(Path), new(given.GetRequiredValue(Features), given.GetRequiredValue(Labels), given.GetRequiredValue(Weights), given.GetRequiredValue(Bias)));
        var measured = new Measured { Train = new(exported.Features), Classifier = exported.Classifier };
        Console.Write(Json.Write(new JsonObject(
        [
            new("samples", exported.Features.Samples), new("dimensions", exported.Features.Dimension), new("classes", exported.Features.Classes),
            .. MetricTable.OfFeatures.Select(metric => KeyValuePair.Create(metric.Name, metric.Value(measured) is { } value ? Json.Number(value) : null)),
        ])));
        return ExitCode.Done;
    }
}
