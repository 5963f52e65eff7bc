namespace NeuralCollapse.Specs.Tests;

public sealed class ObjectingToValues
{
    private const string Once = "write the value out where it is used, or make it a matrix axis";

    [Theory]
    [InlineData("title: An example", "title: Null", "2:8: title: expected text, got nothing")]
    [InlineData("title: An example", "title: NULL", "2:8: title: expected text, got nothing")]
    [InlineData(
        "learning-rate: 0.1", "learning-rate: \"0.1\"",
        "9:42: training.optimizer.learning-rate: expected a number from 1e-12 to 1000, got the text \"0.1\"; remove the quotes")]
    [InlineData(
        "title: An example", "title: An example\nnumerics: portabel",
        "3:11: numerics: expected one of portable, native, got the text \"portabel\"; did you mean portable?")]
    [InlineData("loss: { kind: cross-entropy }", "loss: { kind: *loss }", $"12:15: loss.kind: expected a plain value, got the alias *loss; {Once}")]
    public void WhatIsExpectedAndWhatThereIsAreNamed(string old, string replacement, string error) => Assert.Equal([error], Errors(old, replacement));

    [Fact]
    public void ATextOfAHundredCharactersIsQuotedInFull()
    {
        var text = new string('x', 100);

        Assert.Equal(
            [$"7:11: training.epochs: expected a whole number from 1 to 100000, got the text \"{text}\""],
            Errors("epochs: 4", $"epochs: {text}"));
    }

    [Fact]
    public void AnUnknownKeyHidesNoOtherError() => Assert.Equal(
        [
            "7:3: training.pace: expected one of the keys epochs, batch-size, optimizer, schedule, precision, got pace",
            "12:24: measure.epochs[1]: expected the last epoch of training, 4, got 9",
        ],
        Example.Errors(Example.Valid.Replace("  epochs: 4", "  pace: 1\n  epochs: 4", StringComparison.Ordinal)
            .Replace("[1, 4]", "[1, 9]", StringComparison.Ordinal)));

    [Fact]
    public void AKeyThatAnAxisSetsTooIsNamedWhereItStands() => Assert.Equal(
        ["12:30: loss.gamma: expected one of the keys kind, mix, smoothing, got gamma"],
        Example.Errors(Example.WithoutLoss + "loss: { kind: cross-entropy, gamma: 1 }\nmatrix: { loss.gamma: [3] }\n"));

    [Theory]
    [InlineData("? [a]\n: 1", "1:3: expected the name of a key, got a list")]
    [InlineData("? [a]\n: *b", "1:3: expected the name of a key, got a list", $"2:3: expected a plain value, got the alias *b; {Once}")]
    [InlineData("*a : 1", $"1:1: expected a plain value, got the alias *a; {Once}")]
    public void AKeyIsAName(string entry, params string[] errors)
    {
        var found = new Errors("");

        YamlFile.Read(entry, found);

        Assert.Equal(errors.Select(error => error.Split(": ", 2)[1]), found.Texts);
    }

    [Theory]
    [InlineData(
        "name: @example",
        "1:7: expected valid YAML, got a syntax error: While scanning for the next token, found character that cannot start any token")]
    [InlineData("name:\n  :\ntitle: x", "4:1: expected valid YAML, got a syntax error: Did not find the expected value")]
    public void WhatIsNoYamlIsNamedWhereItIsNotUnderstood(string text, string error) => Assert.Equal([error], Example.Errors(text));

    [Fact]
    public void AnOptionHasOneValue()
    {
        var found = new Errors("");

        YamlFile.ReadValue("0.1\n--- 0.2", "--margin", found);

        Assert.Equal(["--margin: expected a value in YAML, got 0.1\n--- 0.2"], found.Texts);
    }

    [Fact]
    public void TheyAreInTheOrderOfTheirPlaces()
    {
        var found = new Errors("");
        found.Add(2, 1, "third");
        found.Add(1, 2, "second");
        found.Add(1, 1, "first");

        Assert.Equal(["first", "second", "third"], found.Texts);
    }

    private static IEnumerable<string> Errors(string old, string replacement)
    {
        Assert.Contains(old, Example.Valid, StringComparison.Ordinal);
        return Example.Errors(Example.Valid.Replace(old, replacement, StringComparison.Ordinal));
    }
}
