namespace NeuralCollapse.Specs.Tests;

public class ReadingNumbers
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+1", 1)]
    [InlineData("1.", 1)]
    [InlineData(".5", 0.5)]
    [InlineData("-2.5", -2.5)]
    [InlineData("1e5", 1e5)]
    [InlineData("5E-4", 5e-4)]
    [InlineData("0.10", 0.1)]
    public void ANumberHasDigitsAPointASignAndAnExponent(string text, double value) => Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(NumberText.Read(text)!.Value));

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("1,5")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData("0x1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-inf")]
    [InlineData("1e400")]
    [InlineData("1e")]
    [InlineData("(1)")]
    [InlineData("1d")]
    [InlineData("010")]
    [InlineData("\u0661")]
    public void AnythingElseIsNone(string text) => Assert.Null(NumberText.Read(text));

    [Theory]
    [InlineData("10", 10)]
    [InlineData("+3", 3)]
    [InlineData("-3", -3)]
    [InlineData("0", 0)]
    [InlineData("1.0", null)]
    [InlineData("1e5", null)]
    [InlineData("007", null)]
    [InlineData("3000000000", null)]
    [InlineData("1,000", null)]
    [InlineData(" 1", null)]
    [InlineData("", null)]
    public void AWholeNumberHasASignAndDigits(string text, int? value) => Assert.Equal(value, NumberText.ReadWhole(text));

    [Theory]
    [InlineData("1e-6", 1e-6)]
    [InlineData("0.001", 0.001)]
    [InlineData("1e-10", 1e-10)]
    [InlineData("1000000000", 1e9)]
    public void ANumberIsWrittenAsByHandAndCanBeReadAgain(string text, double value)
    {
        Assert.Equal(text, NumberText.Of(value));
        Assert.Equal(value, NumberText.Read(text));
    }
}
