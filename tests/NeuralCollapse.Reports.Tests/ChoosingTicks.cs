namespace NeuralCollapse.Reports.Tests;

public sealed class ChoosingTicks
{
    [Theory]
    [InlineData(0.0, 1.0, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(36.5, 99.5, "20 40 60 80 100")]
    [InlineData(0.031, 0.049, "0.030 0.035 0.040 0.045 0.050")]
    [InlineData(-3.0, 3.0, "-4 -2 0 2 4")]
    [InlineData(5.0, 5.0, "2 3 4 5 6 7 8")]
    public void ALinearAxisRunsBetweenRoundNumbers(double least, double most, string labels)
    {
        var axis = Axis.Linear([least, most]);

        Assert.Equal(labels.Split(' '), axis.Ticks.Select(t => t.Label));
        Assert.True(axis.Scale.Least <= least && axis.Scale.Most >= most);
    }

    [Theory]
    [InlineData(0.003, 7.0, 0.002, 10.0, "0.01 0.1 1 10")]
    [InlineData(0.12, 0.9, 0.1, 1.0, "0.1 0.2 0.5 1")]
    [InlineData(1e-9, 1e4, 5e-10, 1e4, "1e-9 1e-6 0.001 1 1000")]
    [InlineData(1.0, 1.0, 0.5, 1.0, "0.5 1")]
    public void ALogarithmicAxisIsLabelledAtPowersOfTenOrMoreOftenWhenShort(double least, double most, double first, double last, string labels)
    {
        var axis = Axis.Log([least, most]);

        Assert.Equal((first, last), (axis.Scale.Least, axis.Scale.Most));
        Assert.Equal(labels, string.Join(' ', axis.Ticks.Select(t => t.Label).Where(l => l.Length > 0)));
        Assert.All(axis.Ticks, t => Assert.InRange(axis.Scale.Fraction(t.Value), 0, 1));
    }

    [Fact]
    public void ALogarithmicAxisIgnoresWhatHasNoLogarithm()
    {
        var axis = Axis.Log([0, -1, double.NaN, double.PositiveInfinity, 0.3, 30]);

        Assert.Equal((0.2, 50), (axis.Scale.Least, axis.Scale.Most));
        Assert.Equal([false, false, false, true], new[] { 0, -1, double.NaN, 0.3 }.Select(axis.Scale.Takes));
    }

    [Fact]
    public void NothingToShowStillGivesAnAxis()
    {
        Assert.True(Axis.Linear([double.NaN]).Scale.Most > Axis.Linear([]).Scale.Least);
        Assert.True(Axis.Log([0]).Scale.Most > Axis.Log([0]).Scale.Least);
        Assert.True(Axis.Epochs([3], 0.1).Scale.Most > 3);
    }

    [Fact]
    public void EpochsAreMarkedWhereTheyWereMeasuredAndLabelledWhereThereIsRoom()
    {
        var axis = Axis.Epochs([1, 2, 4, 8, 12, 16, 18, 20], closest: 0.1);

        Assert.Equal([1, 2, 4, 8, 12, 16, 18, 20], axis.Ticks.Select(t => t.Value));
        Assert.Equal(["1", "2", "4", "8", "12", "", "", "20"], axis.Ticks.Select(t => t.Label));
    }

    [Fact]
    public void ManyMeasuredEpochsAreMarksThatCanBeToldApart()
    {
        var axis = Axis.Epochs([.. Enumerable.Range(0, 501)], closest: 0.1);

        var places = axis.Ticks.Select(t => axis.Scale.Fraction(t.Value)).ToList();
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 0.0149));
        Assert.Equal((0.0, 500.0), (axis.Ticks[0].Value, axis.Ticks[^1].Value));
    }

    [Fact]
    public void BeforeTrainingHasAPlaceOnTheAxisOfEpochs()
    {
        var axis = Axis.Epochs([0, 1, 3, 7], closest: 0.1);

        Assert.Equal(["0", "1", "3", "7"], axis.Ticks.Select(t => t.Label));
        Assert.Equal([0, 1 / 3.0, 2 / 3.0, 1], axis.Ticks.Select(t => Math.Round(axis.Scale.Fraction(t.Value), 12)), (a, b) => Math.Abs(a - b) < 1e-9);
    }
}
