using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.Win32.SafeHandles;
using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training;

/// <summary>
/// Loads libtorch once for the process, straight from the folder it lies in: the package folder the build knows, or the one named by
/// the environment variable NEURAL_COLLAPSE_LIBTORCH, such as the lib folder of an installed PyTorch.
/// </summary>
public static class LibTorch
{
    /// <summary>Names another folder with libtorch than the one of the build.</summary>
    public const string FolderVariable = "NEURAL_COLLAPSE_LIBTORCH";

    private static readonly Lazy<bool> Loaded = new(LoadOnce);

    /// <summary>Version of libtorch.</summary>
    public static string Version => torch.__version__;

    /// <summary>Version of TorchSharp.</summary>
    public static string TorchSharpVersion =>
        typeof(torch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Threads that an operation may use.</summary>
    public static int Threads => torch.get_num_threads();

    /// <summary>Does nothing when libtorch is loaded already.</summary>
    /// <exception cref="UserErrorException">It cannot be loaded: with the true cause and the remedy.</exception>
    public static void Load() => _ = Loaded.Value;

    private static bool LoadOnce()
    {
        var files = NativeFiles.Locate();
        try
        {
            var libraries = files.LibTorch.Select(NativeLibrary.Load).ToList();
            var torchSharp = LoadTorchSharp(files.TorchSharp);
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => name == "LibTorchSharp" ? torchSharp : 0;
            torch.InitializeDeviceType(DeviceType.CPU);
            torch.set_num_interop_threads(1);
            torch.set_num_threads(1);
            if (files.IsBuiltWith && CachingAllocator.IsUsable)
                CachingAllocator.Install(libraries[0]);
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or NotSupportedException)
        {
            throw new UserErrorException(
                $"libtorch cannot be loaded from {files.Folder}\n  cause: {e.Message.Trim()}\n" +
                $"  remedy: run ./build.sh --target=Build to restore the packages, or name a folder with libtorch in {FolderVariable}");
        }
    }

    private static nint LoadTorchSharp(string file)
    {
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException e) when (OperatingSystem.IsLinux() && WeakVersion.LacksOnly(e.Message))
        {
            return PrivateCopy.Load("libLibTorchSharp", WeakVersion.Weaken(File.ReadAllBytes(file)));
        }
    }
}

/// <summary>Where the native libraries lie: libtorch's own, in the order they depend on each other, and TorchSharp's.</summary>
/// <param name="Folder">Where libtorch lies.</param>
/// <param name="LibTorch">Its libraries.</param>
/// <param name="TorchSharp">TorchSharp's.</param>
/// <param name="IsBuiltWith">Whether it is the libtorch that the build has fetched.</param>
internal sealed record NativeFiles(string Folder, IReadOnlyList<string> LibTorch, string TorchSharp, bool IsBuiltWith)
{
    public static NativeFiles Locate()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var folder = string.IsNullOrEmpty(named) ? BuiltWith("LibTorchFolder") : named;
        var libraries = LibraryNames("c10", "torch_cpu", "torch").Select(name => Path.Combine(folder, name)).ToList();
        foreach (var missing in libraries.Where(file => !File.Exists(file)).Take(1))
        {
            throw new UserErrorException(string.IsNullOrEmpty(named)
                ? $"libtorch is not where the build found it: {missing} does not exist\n" +
                  $"  remedy: run ./build.sh --target=Build, or name a folder with libtorch in {Variable}"
                : $"{Variable}={named}: expected a folder with {Path.GetFileName(missing)}, which is not there\n" +
                  "  remedy: name the lib folder of an installed PyTorch, or unset the variable to use the package");
        }

        var torchSharp = LibraryNames("LibTorchSharp").Single();
        var beside = Path.Combine(AppContext.BaseDirectory, torchSharp);
        return new(folder, libraries, File.Exists(beside) ? beside : Path.Combine(BuiltWith("TorchSharpNativeFolder"), torchSharp), string.IsNullOrEmpty(named));
    }

    private const string Variable = Training.LibTorch.FolderVariable;

    private static IEnumerable<string> LibraryNames(params string[] names) =>
        names.Select(name => OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so");

    private static string BuiltWith(string key) =>
        typeof(NativeFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}

/// <summary>Loads a changed library from memory, so that no package folder is edited and no file is left behind (Linux only).</summary>
internal static partial class PrivateCopy
{
    /// <summary>The handle of the loaded library; the memory lives as long as its mapping.</summary>
    public static nint Load(string name, byte[] content)
    {
        using var memory = new SafeFileHandle(CreateMemoryFile(name, flags: 0), ownsHandle: true);
        if (memory.IsInvalid)
            throw new DllNotFoundException($"memfd_create failed with error {Marshal.GetLastPInvokeError()}");
        RandomAccess.Write(memory, content, fileOffset: 0);
        return NativeLibrary.Load($"/proc/self/fd/{memory.DangerousGetHandle()}");
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial nint CreateMemoryFile(string name, uint flags);
}
