namespace Repository.Tests;

public sealed class ChoosingStandIns
{
    [Theory]
    [InlineData("0", "build/Build.csproj", "GetTargetPath")]
    [InlineData("True", "build/Build.csproj", "GetTargetPath")]
    [InlineData("no", "src/NeuralCollapse.slnx", "ValidateSolutionConfiguration")]
    public void AnythingButTrueAndFalseIsRefused(string value, string project, string harmlessTarget)
    {
        var (exitCode, output) = MSBuild.Run([project, $"-target:{harmlessTarget}"], standIns: value);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"error : StandIns is '{value}': expected true or false (src/StandIns/README.md).", output, StringComparison.Ordinal);
        Assert.Single(output.TrimEnd().Split('\n'));
    }
}
