using System.Reflection;

namespace NeuralCollapse.Measures.Tests;

/// <summary>What every measure, optimum and statistic says where an argument is missing that it cannot do without.</summary>
public sealed class RefusingNull
{
    private static readonly object[] Samples =
    [
        GoldenCase.Features, GoldenCase.Means, GoldenCase.Classifier, GoldenCase.Weights, new LabelledLogits([0, 1, 1, 0], [1, 0], 2),
        new double[] { 1, 2 }, new[] { 0, 1 }, new[] { true, false }, ReliabilityBins.From([0.5], [true]).ToArray(), new[] { (0.5, 1.0) }, new[] { (0, 1) }, new[] { "loss" },
        new UnconstrainedFeatures(3, 10), MixedOptimum.AtOrigin(3), new SeedPairs(Seeds(1), Seeds(2)), Seeds(1), new Observation[] { new(["focal"], 0, 1) },
        (Func<double, MixedOptimum>)(_ => MixedOptimum.AtOrigin(3)), (Func<UnconstrainedFeatures, double, MixedOptimum>)((_, _) => MixedOptimum.AtOrigin(3)),
        (Func<double[], double>)(_ => 0),
    ];

    /// <summary>What only holds its arguments, or hands them on before it could look at them.</summary>
    private static readonly string[] Lenient =
    [
        nameof(SampleOutputs), nameof(MixedGeometry), nameof(MixedPrediction), nameof(Observation), nameof(MetricTable), nameof(Replicates),
        $"{nameof(LayerMixture)}.Of sameClass", $"{nameof(LayerMixture)}.Of labels", $"{nameof(LayerMixture)}.Of mixed", $"{nameof(LayerMixture)}.Of classes",
        $"{nameof(StructureError)}.Of vectors", $"{nameof(GeneralOptimum)}.Of model", $"{nameof(GeneralOptimum)}.Of loss", $"{nameof(OptimalLoss)}.Of loss",
    ];

    private static readonly Dictionary<string, (MethodBase Method, ParameterInfo Missing)[]> Calls = PublicCalls()
        .GroupBy(call => $"{call.Method.DeclaringType!.Name}.{call.Method.Name} {call.Missing.Name}")
        .Where(call => !Lenient.Any(name => call.Key == name || call.Key.StartsWith($"{name}.", StringComparison.Ordinal)))
        .ToDictionary(call => call.Key, call => call.ToArray());

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheArgumentIsNamed(string call) => Assert.All(Calls[call], c =>
    {
        var arguments = c.Method.GetParameters().Select(parameter => parameter.Name == c.Missing.Name ? null : Sample(parameter.ParameterType)).ToArray();

        var error = Assert.Throws<TargetInvocationException>(() => c.Method is ConstructorInfo creation ? creation.Invoke(arguments) : c.Method.Invoke(null, arguments));

        Assert.Equal(c.Missing.Name, Assert.IsType<ArgumentNullException>(error.InnerException).ParamName);
    });

    [Fact]
    public void WhatTakesSpansNamesItToo()
    {
        Assert.Throws<ArgumentNullException>("weights", () => PairCoordinates.Of([1], [0], null!, 0, 1));
        Assert.Throws<ArgumentNullException>("trainingMeans", () => NearestClassCentre.Of([1], null!));
        Assert.Throws<ArgumentNullException>("vectors", () => PlanarProjection.Of(RandomCase.Vectors(1, 3, 5)).Project(null!));
    }

    private static IEnumerable<(MethodBase Method, ParameterInfo Missing)> PublicCalls()
    {
        var nullability = new NullabilityInfoContext();
        return from type in typeof(VectorSet).Assembly.GetExportedTypes()
               from method in type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
               where method is ConstructorInfo || !method.IsSpecialName
               where !method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike)
               from parameter in method.GetParameters()
               where !parameter.ParameterType.IsValueType && nullability.Create(parameter).WriteState == NullabilityState.NotNull
               select (method, parameter);
    }

    private static object? Sample(Type type) => type.IsValueType ? Activator.CreateInstance(type) : Samples.First(type.IsInstanceOfType);

    private static Dictionary<int, double> Seeds(double value) => Enumerable.Range(0, 3).ToDictionary(seed => seed, seed => value + (seed * 0.1));
}
