using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.Win32.SafeHandles;
using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training;

/// <summary>
/// Loads libtorch once for the process, straight from the folder it lies in: the package folder the build knows, or the one named by
/// the environment variable NEURAL_COLLAPSE_LIBTORCH, such as the lib folder of an installed PyTorch. TorchSharp is built for one version of
/// it; another is tried only where NEURAL_COLLAPSE_LIBTORCH_MISMATCH says try.
/// </summary>
public static class LibTorch
{
    /// <summary>Names another folder with libtorch than the one of the build.</summary>
    public const string FolderVariable = "NEURAL_COLLAPSE_LIBTORCH";

    /// <summary>Set to <c>try</c>, it lets a libtorch of another version be loaded.</summary>
    public const string MismatchVariable = "NEURAL_COLLAPSE_LIBTORCH_MISMATCH";

    /// <summary>
    /// Set to <c>1</c>, memory of tensors is kept for the next step (<see cref="CachingAllocator"/>). Workers are started so unless it is set to
    /// <c>0</c>; a process that builds many networks would keep the memory of all.
    /// </summary>
    public const string AllocatorVariable = "NEURAL_COLLAPSE_CACHING_ALLOCATOR";

    private static readonly Lazy<(NativeFiles Files, nint Core, Version Version)> Loaded = new(LoadOnce);

    /// <summary>Version of the libtorch that is loaded.</summary>
    public static string Version => Loaded.Value.Version.ToString();

    /// <summary>Version of libtorch that TorchSharp is built for.</summary>
    public static string ExpectedVersion => NativeFiles.BuiltWith("LibTorchVersion");

    /// <summary>Where it is loaded from.</summary>
    public static string Folder => Loaded.Value.Files.Folder;

    /// <summary>Whether it is made for NVIDIA GPUs.</summary>
    public static bool HasCuda => Loaded.Value.Files.HasCuda;

    /// <summary>Version of TorchSharp.</summary>
    public static string TorchSharpVersion =>
        typeof(torch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Threads that an operation may use.</summary>
    public static int Threads => torch.get_num_threads();

    /// <summary>Does nothing when libtorch is loaded already.</summary>
    /// <exception cref="UserErrorException">It cannot be loaded: with the true cause and the remedy.</exception>
    public static void Load() => _ = Loaded.Value;

    /// <summary>Handle of the library that has most of it.</summary>
    internal static nint Core => Loaded.Value.Core;

    /// <summary>Returns normally where a version may be loaded.</summary>
    /// <param name="loaded">The version that is there.</param>
    /// <param name="expected">The version that TorchSharp is built for.</param>
    /// <param name="folder">Where it lies.</param>
    /// <param name="isTried">Whether another version is to be tried.</param>
    /// <exception cref="UserErrorException">It is of another major or minor version.</exception>
    internal static void RequireVersion(Version loaded, Version expected, string folder, bool isTried)
    {
        if ((loaded.Major, loaded.Minor) != (expected.Major, expected.Minor) && !isTried)
        {
            throw new UserErrorException(
                $"{folder}: expected libtorch {expected.ToString(2)}, which TorchSharp {TorchSharpVersion} is built for, got {loaded.ToString(2)}\n" +
                $"  remedy: name a folder with libtorch {expected.ToString(2)} in {FolderVariable}; to try this one nevertheless, set {MismatchVariable}=try");
        }
    }

    private static (NativeFiles Files, nint Core, Version Version) LoadOnce()
    {
        if (typeof(torch).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true })
        {
            throw new UserErrorException(
                $"{typeof(torch).Assembly.Location}: expected TorchSharp as src/TorchSharp.targets copies it, got that of the package, which lets " +
                "numbers be freed while libtorch computes with them\n  remedy: build with ./build.sh, or have the project import that file");
        }

        var files = NativeFiles.Locate();
        try
        {
            var handles = files.LibTorch.Select(NativeLibrary.Load).ToList();
            var core = handles[NativeFiles.CoreLibrary];
            var version = VersionOf(core);
            RequireVersion(version, new(ExpectedVersion), files.Folder, Environment.GetEnvironmentVariable(MismatchVariable) == "try");
            var torchSharp = LoadTorchSharp(files.TorchSharp);
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => name == "LibTorchSharp" ? torchSharp : 0;
            torch.InitializeDeviceType(DeviceType.CPU);
            torch.set_num_interop_threads(1);
            torch.set_num_threads(1);
            if (files.IsBuiltWith && CachingAllocator.IsUsable)
                CachingAllocator.Install(handles[0]);
            return (files, core, version);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or NotSupportedException)
        {
            throw new UserErrorException(
                $"libtorch cannot be loaded from {files.Folder}\n  cause: {e.Message.Trim()}\n" +
                $"  remedy: run ./build.sh --target=Build to restore the packages, or name a folder with libtorch in {FolderVariable}" +
                (files.HasCuda ? "; the CUDA libraries it needs must be found too, if need be by LD_LIBRARY_PATH" : ""));
        }
    }

    /// <summary>What a libtorch says of itself: a byte each of major, minor and patch version, from the highest on.</summary>
    private static unsafe Version VersionOf(nint core)
    {
        if (!NativeLibrary.TryGetExport(core, "aoti_torch_abi_version", out var function))
            return new(0, 0, 0); // of before there was this function
        var version = ((delegate* unmanaged<ulong>)function)();
        return new((int)(version >> 56), (int)(version >> 48) & 0xff, (int)(version >> 40) & 0xff);
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
/// <param name="LibTorch">Its libraries, those for NVIDIA GPUs last where there are any.</param>
/// <param name="TorchSharp">TorchSharp's library.</param>
/// <param name="IsBuiltWith">Whether it is the libtorch that the build has fetched.</param>
internal sealed record NativeFiles(string Folder, IReadOnlyList<string> LibTorch, string TorchSharp, bool IsBuiltWith)
{
    /// <summary>The place of the library with most functions in the list.</summary>
    public const int CoreLibrary = 1;

    private const int WithoutCuda = 3;

    /// <summary>Whether libtorch is made for NVIDIA GPUs.</summary>
    public bool HasCuda => LibTorch.Count > WithoutCuda;

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

        libraries.AddRange(LibraryNames("c10_cuda", "torch_cuda").Select(name => Path.Combine(folder, name)).Where(File.Exists));
        var torchSharp = LibraryNames("LibTorchSharp").Single();
        var beside = Path.Combine(AppContext.BaseDirectory, torchSharp);
        return new(folder, libraries, File.Exists(beside) ? beside : Path.Combine(BuiltWith("TorchSharpNativeFolder"), torchSharp), string.IsNullOrEmpty(named));
    }

    private const string Variable = Training.LibTorch.FolderVariable;

    private static IEnumerable<string> LibraryNames(params string[] names) =>
        names.Select(name => OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so");

    public static string BuiltWith(string key) =>
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
