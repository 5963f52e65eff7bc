namespace NeuralCollapse.Records.Tests;

/// <summary>Numbers, fields and reasons as text.</summary>
public sealed class WritingText
{
    [Theory]
    [InlineData(-0.001, "0.00")]
    [InlineData(-0.0, "0.00")]
    [InlineData(-0.005001, "-0.01")]
    [InlineData(-10, "-10.00")]
    [InlineData(0.999, "1.00")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void AFixedNumberOfDecimalsLeavesZeroWithoutASign(double value, string text) => Assert.Equal(text, Numbers.Fixed(value, 2));

    [Theory]
    [InlineData(",")]
    [InlineData("\n")]
    [InlineData(",begins")]
    [InlineData("\nbegins")]
    [InlineData("ends,")]
    [InlineData("ends\n")]
    public void AFieldIsQuotedWhereverItHoldsWhatEndsOne(string field) => Assert.Equal($"\"{field}\"\n", Csv.Write([[field]]));

    [Theory]
    [InlineData("\"so\" he said", "\"\"\"so\"\" he said\"\n")]
    [InlineData("he said \"so\"", "\"he said \"\"so\"\"\"\n")]
    public void AFieldWithQuotesIsQuotedAndTheyAreDoubled(string field, string text) => Assert.Equal(text, Csv.Write([[field]]));

    [Theory]
    [InlineData(3, "the loss is nan at epoch 2, step 3")]
    [InlineData(null, "the loss is nan at epoch 2")]
    public void ADivergenceIsToldWithItsStepWhereThereIsOne(int? step, string text) => Assert.Equal(text, $"{new Divergence("the loss", double.NaN, 2, step)}");
}
