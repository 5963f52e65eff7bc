namespace Repository.Tests;

/// <summary>What build.sh and build.ps1 do before the build host takes over. The dotnet and the download are made up; the scripts are real.</summary>
public sealed class FindingAnSdk : IDisposable
{
    private readonly Bootstrap bootstrap = new();

    public void Dispose() => bootstrap.Dispose();

    [Theory]
    [InlineData("10.0.100")]
    [InlineData("10.0.401")]
    [InlineData("10.1.203")]
    [InlineData("9.0.305", "10.0.305", "11.0.100")]
    public void AnyReleasedDotnet10OnThePathIsTaken(params string[] versions) =>
        Assert.Equal((0, "the host, by the dotnet on the path"), bootstrap.With("bin", versions).RunSh());

    [Theory]
    [InlineData("it's ")]
    [InlineData("100% ")]
    [InlineData("a;b ")]
    public void APathThatMSBuildDoesNotBuildInIsRefusedInASentence(string name)
    {
        using var there = new Bootstrap(name);

        var (exitCode, output) = there.With("bin", "10.0.401").RunSh();

        Assert.Equal(2, exitCode);
        Assert.Matches("^/.*: expected a folder whose path has none of ; ' and %, which MSBuild does not build in; move or rename it.\n$", output);
    }

    [Theory]
    [InlineData]
    [InlineData("9.0.305", "11.0.100")]
    [InlineData("10.0.100-rc.2.25502.107")]
    [InlineData("100.0.100")]
    public void WithoutOneItIsDownloadedAndWhereThatFailsASentenceSaysWhatToDo(params string[] versions)
    {
        var (exitCode, output) = bootstrap.With("bin", versions).RunSh();

        Assert.Equal(2, exitCode);
        Assert.Contains("download of", output, StringComparison.Ordinal);
        Assert.Contains("There is no .NET 10 SDK on this machine, nor could one be downloaded.\nInstall any, so that", output, StringComparison.Ordinal);
    }

    [Fact]
    public void OneThatWasInstalledBesideTheScriptIsTakenWhereThePathHasNone() =>
        Assert.Equal((0, "the host, by the dotnet on the .dotnet"), bootstrap.With("bin", "9.0.305").With(".dotnet", "10.0.203").RunSh());

    [Fact]
    public void TheHostIsCompiledAnewWhenTheSdkIsAnotherAndOnlyThen()
    {
        bootstrap.With("bin", "10.0.100").RunSh();
        var compiled = new List<int> { bootstrap.Compilations };
        bootstrap.RunSh();
        compiled.Add(bootstrap.Compilations);
        bootstrap.With("bin", "10.0.100", "10.0.203").RunSh();
        compiled.Add(bootstrap.Compilations);

        Assert.Equal([1, 1, 2], compiled);
    }

    /// <summary>So that whoever ends the script ends the host.</summary>
    [Fact]
    public void TheHostTakesThePlaceOfTheScript()
    {
        bootstrap.With("bin", "10.0.100").RunSh(out var script);

        Assert.Equal($"{script}", bootstrap.HostProcess);
    }

    [PowerShellFact]
    public void PowerShellTakesAnyReleasedDotnet10() =>
        Assert.Equal((0, "the host, by the dotnet on the path"), bootstrap.With("bin", "9.0.305", "10.0.305").RunPowerShell());

    [PowerShellFact]
    public void PowerShellSaysWhatToDoWhereThereIsNoneAndNoneCanBeDownloaded()
    {
        var (exitCode, output) = bootstrap.With("bin", "9.0.305", "10.0.100-rc.2.25502.107").RunPowerShell();

        Assert.Equal(2, exitCode);
        Assert.Contains("There is no .NET 10 SDK on this machine, nor could one be downloaded.\nInstall any, so that", output, StringComparison.Ordinal);
    }
}
