namespace Repository.Tests;

public sealed class ChoosingStandIns
{
    [Theory]
    [InlineData("0", "build/Build.csproj")]
    [InlineData("True", "build/Build.csproj")]
    [InlineData("no", "src/NeuralCollapse.slnx")]
    public void AnythingButTrueAndFalseIsRefused(string value, string project)
    {
        var (exitCode, output) = MSBuild.Run([project, "-target:Restore"], standIns: value);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"error : StandIns is '{value}': expected true or false (src/StandIns/README.md).", output, StringComparison.Ordinal);
        Assert.Single(output.TrimEnd().Split('\n'));
    }
}
