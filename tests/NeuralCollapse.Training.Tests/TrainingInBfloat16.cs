using NeuralCollapse.Specs;
using static TorchSharp.torch;

namespace NeuralCollapse.Training.Tests;

public sealed class TrainingInBfloat16
{
    public static TheoryData<ModelSpec> Models =>
    [
        new MlpModel { Hidden = [16] },
        new WideResNetModel { Depth = 10, Width = 1 },
        new ResNetModel { Depth = 18 },
        new VitModel { Patch = 14, Dim = 8, Depth = 2, Heads = 2, Mlp = 16 },
    ];

    /// <summary>A relative error of 2^-9 at each of some operations, which is neither nothing nor much.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void TheLossIsThatOfFloat32ButForTheDigitsThatBfloat16Lacks(ModelSpec model)
    {
        var (wide, narrow) = (FirstLoss(Cell(model, Precision.Float32)), FirstLoss(Cell(model, Precision.Bfloat16)));

        Assert.NotEqual(wide, narrow);
        Assert.InRange(narrow / wide, 0.98, 1.02);
    }

    /// <summary>A weight of bfloat16 would have nothing in its last 16 bits.</summary>
    [Fact]
    public void WeightsStayFloat32AndAreTheSameEveryTime()
    {
        var cell = Cell(new WideResNetModel { Depth = 10, Width = 1 }, Precision.Bfloat16);

        var first = FinalWeights(cell);

        Assert.All(first, weights => Assert.Contains(weights, weight => (BitConverter.SingleToUInt32Bits(weight) & 0xffff) != 0));
        Assert.Equal(first, FinalWeights(cell));
    }

    /// <summary>Sixty symbols are learned by heart, whatever the numbers that it takes.</summary>
    [Fact]
    public void ItLearnsAsFloat32Does()
    {
        static double Final(Precision precision) => Trainer.Train(
            (Cell(new MlpModel { Hidden = [32] }, precision) with { Mixup = new NoMixup() }).WithEpochs(20, 20), DataSet.Load(Cells.Small.Data, ""), _ => { }).Single().Objective;

        var (wide, narrow) = (Final(Precision.Float32), Final(Precision.Bfloat16));

        Assert.InRange(wide, 0, 0.1);
        Assert.InRange(narrow, 0, 0.1);
    }

    [Fact]
    public void WhatIsComputedAfterAStepIsFloat32()
    {
        _ = FirstLoss(Cell(new MlpModel { Hidden = [16] }, Precision.Bfloat16));

        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, matmul(ones(2, 2), ones(2, 2)).dtype);
    }

    [Fact]
    public void ItHasAFingerprintOfItsOwn() =>
        Assert.NotEqual(NumericsFingerprint.Compute(numerics: Numerics.Native), NumericsFingerprint.Compute(numerics: Numerics.Native, precision: Precision.Bfloat16));

    private static NetworkCell Cell(ModelSpec model, Precision precision) => Cells.Small with
    {
        Model = model,
        Mixup = new Mixup { Alpha = 1 },
        Training = Cells.Small.Training with { Precision = precision },
        Numerics = Numerics.Native,
    };

    private static List<float[]> FinalWeights(NetworkCell cell)
    {
        List<float[]> weights = [];
        foreach (var trained in Trainer.Train(cell, DataSet.Load(cell.Data, ""), _ => { }))
            weights = [.. trained.Arrays().Where(array => array.Name.EndsWith("weight", StringComparison.Ordinal)).Select(array => (float[])array.Values)];
        return weights;
    }

    private static double FirstLoss(NetworkCell cell)
    {
        var losses = new List<double>();
        foreach (var _ in Trainer.Train(cell.WithEpochs(1, 1), DataSet.Load(cell.Data, ""), step => losses.Add(step.Loss)))
            continue;
        return losses[0];
    }
}
