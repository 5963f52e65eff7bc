using System.CommandLine;
using NeuralCollapse.Records;

namespace NeuralCollapse.Runner;

/// <summary>Prints every measure of collapse of features exported from any framework, as JSON.</summary>
internal static class MeasureVerb
{
    private const string Description = """
        Print every measure of collapse of features from any framework, as JSON

        FILE is written by numpy.savez: features H [N, D] (f2, f4 or f8), classes y [N] (whole numbers 0 to C - 1) and, where there is a
        classifier, W [C, D] and b [C]; without b it is 0. All arithmetic is float64. Conventions:
          mu_c         mean of class c; mu_G is the unweighted mean of the class means; means are centred by mu_G
          nc1          tr(Sw Sb^+) / C, with Sw = (1/N) sum |h - mu_y|^2 as a matrix and Sb = (1/C) sum of the centred means' squares,
                       Sb inverted on its C - 1 true directions alone; nc1_quotient is tr Sw / tr Sb
          cdnv         mean over pairs of classes of (v_a + v_b) / (2 |mu_a - mu_b|^2), v_c the mean of |h - mu_c|^2
          nc2_equinorm      standard deviation (divided by C - 1) over mean of the lengths of the centred means, or rows of W
          nc2_equiangular   mean over pairs of |cos + 1/(C - 1)|
          nc2_etf           |G/|G|_F - (I - 11^T/C)/sqrt(C - 1)|_F, G = M M^T or W W^T; nc3_structure the same with G = W M^T
          _centred     rows of W less their mean; without this word W is taken as it is
          nc3_distance_squared   |W/|W|_F - M/|M|_F|_F^2; nc3_cosine_distance is the mean of 1 - cos(w_c, mu_c - mu_G)
          gnc2_log     mean and variance (divided by the number of pairs) of -ln distance between directions of the centred means
          nc4_agreement     share of samples for which W h + b and the nearest mu_c decide alike; nearest_centre_accuracy: for which the
                            nearest mu_c is that of y
        null: needs W, which is not given. "nan": not defined for these features.
        """;

    private static readonly Argument<string> Path = new("FILE") { Description = "An .npz file" };

    public static Command Command()
    {
        var command = new Command("measure", Description) { Path };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult given)
    {
        Console.Write(Json.Write(FeatureMeasures.Of(ExportedFeatures.Read(given.GetRequiredValue(Path)))));
        return ExitCode.Done;
    }
}
