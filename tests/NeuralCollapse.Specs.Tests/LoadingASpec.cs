namespace NeuralCollapse.Specs.Tests;

public class LoadingASpec
{
    [Fact]
    public void EveryKeyReachesItsProperty()
    {
        var spec = Example.Parse(Example.Valid + "claim: It holds\nverify: { nc1: { absolute: 1e-3, relative: .5 } }\n");

        Assert.Equal(("example", "An example", "It holds"), (spec.Name, spec.Title, spec.Claim));
        Assert.Equal([0], spec.Seeds);
        Assert.Equal(new Tolerance { Absolute = 0.001, Relative = 0.5 }, Assert.Single(spec.Verify).Value);
        var cell = Assert.Single(spec.Expand().Cells).Network();
        Assert.Equal(new GlyphsData { Train = 256, Test = 128 }, cell.Data);
        Assert.Equal(new WideResNetModel { Depth = 10, Width = 1 }, cell.Model);
        Assert.Equal(new CrossEntropyLoss(), cell.Loss);
        Assert.Equal((4, 64), (cell.Training.Epochs, cell.Training.BatchSize));
        Assert.Equal(new SgdOptimizer { LearningRate = 0.1 }, cell.Training.Optimizer);
        Assert.Equal(new ConstantSchedule(), cell.Training.Schedule);
        Assert.Equal([1, 4], cell.Measure.Epochs);
    }

    [Theory]
    [InlineData("title: Gr\xf6\xdfe", "2:10: expected UTF-8, got the byte F6; save the file as UTF-8")]
    [InlineData("title: Tiny\n# \xe9", "3:3: expected UTF-8, got the byte E9")]
    public void AFileThatIsNotUtf8IsNamedWithThePlaceOfTheByte(string title, string message)
    {
        var folder = Directory.CreateTempSubdirectory("collapse-").FullName;
        var path = Path.Combine(folder, "example.yaml");
        File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes(Example.Valid.Replace("title: An example", title, StringComparison.Ordinal)));

        var error = Assert.Throws<UserErrorException>(() => ExperimentSpec.Load(path));

        Assert.StartsWith($"{path}:{message}", error.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void AByteOrderMarkIsPassedOver()
    {
        var folder = Directory.CreateTempSubdirectory("collapse-").FullName;
        var path = Path.Combine(folder, "example.yaml");
        File.WriteAllText(path, Example.Valid, System.Text.Encoding.UTF8);

        Assert.Equal("An example", ExperimentSpec.Load(path).Title);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void WhatIsNotWrittenHasItsDefault()
    {
        var spec = Example.Parse(Example.Valid.Replace("kind: glyphs, train: 256, test: 128", "kind: mnist", StringComparison.Ordinal));

        Assert.Equal("", spec.Claim);
        Assert.Empty(spec.Verify);
        var cell = Assert.Single(spec.Expand().Cells).Network();
        Assert.Equal(new MnistData { Train = 60_000, Test = 10_000 }, cell.Data);
        Assert.Equal(new CrossEntropyLoss { Smoothing = 0, Mix = LossMixing.Loss }, cell.Loss);
        Assert.Equal(new NoMixup(), cell.Mixup);
        Assert.Equal(
            new SgdOptimizer { LearningRate = 0.1, Momentum = 0, WeightDecay = 0, Nesterov = false, Decay = DecayedParameters.All, Clip = 0 },
            cell.Training.Optimizer);
        Assert.Equal(new ConstantSchedule { WarmUp = 0 }, cell.Training.Schedule);
        Assert.Equal((3, 240), (cell.Measure.ProjectionClasses, cell.Measure.ProjectionSamples));
        Assert.Equal(Numerics.Portable, cell.Numerics);
        Assert.Equal(new Tolerance { Absolute = 0, Relative = 0 }, new Tolerance());
    }

    [Fact]
    public void MixupHasItsDefaultsToo() => Assert.Equal(
        new Mixup { Alpha = 1, Per = LambdaScope.Batch, Partner = PartnerChoice.Any, Apply = MixedParts.InputsAndTargets },
        Example.Cell("loss:", "mixup: { kind: mixup, alpha: 1 }\nloss:").Network().Mixup);

    [Theory]
    [InlineData("adam", typeof(AdamOptimizer))]
    [InlineData("adamw", typeof(AdamWOptimizer))]
    public void AdaptiveOptimizersHaveTheDefaultsOfTheirPaper(string kind, Type expected)
    {
        var optimizer = Assert.IsAssignableFrom<AdaptiveOptimizerSpec>(Example.Cell("kind: sgd", $"kind: {kind}").Network().Training.Optimizer);

        Assert.IsType(expected, optimizer);
        Assert.Equal((0.9, 0.999, 1e-8), (optimizer.Beta1, optimizer.Beta2, optimizer.Epsilon));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("False", false)]
    [InlineData("FALSE", false)]
    public void AFlagIsTrueOrFalse(string text, bool expected) => Assert.Equal(
        new SgdOptimizer { LearningRate = 0.1, Momentum = 0.9, Nesterov = expected },
        Example.Cell("learning-rate: 0.1", $"learning-rate: 0.1, momentum: 0.9, nesterov: {text}").Network().Training.Optimizer);

    [Fact]
    public void AFlagCanBeAnAxisAndBeExcluded() => Assert.Equal(
        ["training.optimizer.nesterov=false seed=0"],
        Example.Cells(Example.Valid.Replace("learning-rate: 0.1", "learning-rate: 0.1, momentum: 0.9", StringComparison.Ordinal) + """
            matrix: { training.optimizer.nesterov: [ false, true ] }
            exclude: [ { training.optimizer.nesterov: true } ]
            """).Select(c => c.Label));

    [Fact]
    public void KindNeedNotComeFirst() => Assert.Equal(
        new FocalLoss { Gamma = 2 },
        Assert.Single(Example.Cells(Example.WithoutLoss + "loss: { gamma: 2, kind: focal }")).Spec.Loss);

    [Theory]
    [InlineData("1.0e-4")]
    [InlineData("1e-4")]
    [InlineData("0.0001")]
    [InlineData("+.1E-3")]
    public void ANumberMayBeWrittenInManyWays(string text) => Assert.Equal(
        0.0001,
        Example.Cell("learning-rate: 0.1", $"learning-rate: {text}").Network().Training.Optimizer.LearningRate);

    [Fact]
    public void ASpecCanBeReadFromItsFile() =>
        Assert.Equal("quick", ExperimentSpec.Load(Path.Combine(RepositoryFiles.Experiments, "quick.yaml")).Name);

    [Fact]
    public void AMissingFileNamesThoseThatAreThere()
    {
        var path = Path.Combine(RepositoryFiles.Experiments, "qiuck.yaml");

        var message = Assert.Throws<UserErrorException>(() => ExperimentSpec.Load(path)).Message;

        Assert.StartsWith($"{path}: expected an experiment, got no such file; ", message, StringComparison.Ordinal);
        Assert.Contains("mnist, photographs, quick, targets-only", message, StringComparison.Ordinal);
        Assert.EndsWith("did you mean quick?", message, StringComparison.Ordinal);
    }
}
