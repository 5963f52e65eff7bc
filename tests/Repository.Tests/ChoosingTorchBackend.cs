namespace Repository.Tests;

/// <summary>What TorchBackend=cuda would fetch, without fetching it.</summary>
public sealed class ChoosingTorchBackend
{
    private const string Training = "src/NeuralCollapse.Training/NeuralCollapse.Training.csproj";

    [Theory]
    [InlineData("cpu", "PackageDownload", "libtorch-cpu-linux-x64")]
    [InlineData("cuda", "PackageReference", "libtorch-cuda-12.8-linux-x64")]
    public void ItChoosesThePackagesOfLibTorch(string backend, string kind, string package)
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (exitCode, output) = MSBuild.Run([Training, $"-property:TorchBackend={backend}", "-getItem:PackageDownload", "-getItem:PackageReference"]);

        Assert.Equal(0, exitCode);
        var items = System.Text.Json.JsonDocument.Parse(output).RootElement.GetProperty("Items");
        string[] Named(string of) => [.. items.GetProperty(of).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!).Where(id => id.StartsWith("libtorch", StringComparison.Ordinal))];
        Assert.Equal([package], Named("PackageDownload").Concat(Named("PackageReference")));
        Assert.Equal([package], Named(kind));
    }

    [Theory]
    [InlineData("rocm")]
    [InlineData("CUDA")]
    public void AnythingElseIsRefused(string backend)
    {
        var (exitCode, output) = MSBuild.Run([Training, $"-property:TorchBackend={backend}", "-target:GetTargetPath"]);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"error : TorchBackend is '{backend}': expected cpu or cuda", output, StringComparison.Ordinal);
    }
}
