using System.Reflection;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>Where the native libraries lie: libtorch's own, in the order they depend on each other, and TorchSharp's.</summary>
internal sealed record NativeFiles(string Folder, IReadOnlyList<string> LibTorch, string TorchSharp)
{
    public static NativeFiles Locate()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var folder = string.IsNullOrEmpty(named) ? BuiltWith("LibTorchFolder") : named;
        var libraries = LibraryNames("c10", "torch_cpu", "torch").Select(name => Path.Combine(folder, name)).ToList();
        foreach (var missing in libraries.Where(file => !File.Exists(file)).Take(1))
        {
            throw new UserMistakeException(string.IsNullOrEmpty(named)
                ? $"libtorch is not where the build found it: {missing} does not exist\n" +
                  $"  remedy: run ./build.sh --target=Build, or name a folder with libtorch in {Variable}"
                : $"{Variable}={named}: expected a folder with {Path.GetFileName(missing)}, which is not there\n" +
                  "  remedy: name the lib folder of an installed PyTorch, or unset the variable to use the package");
        }

        var torchSharp = LibraryNames("LibTorchSharp").Single();
        var beside = Path.Combine(AppContext.BaseDirectory, torchSharp);
        return new(folder, libraries, File.Exists(beside) ? beside : Path.Combine(BuiltWith("TorchSharpNativeFolder"), torchSharp));
    }

    private const string Variable = Training.LibTorch.FolderVariable;

    private static IEnumerable<string> LibraryNames(params string[] names) =>
        names.Select(name => OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so");

    private static string BuiltWith(string key) =>
        typeof(NativeFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
