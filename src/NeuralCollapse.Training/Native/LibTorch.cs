using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
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
    /// <exception cref="UserMistakeException">It cannot be loaded: with the true cause and the remedy.</exception>
    public static void Load() => _ = Loaded.Value;

    private static bool LoadOnce()
    {
        var files = NativeFiles.Locate();
        try
        {
            foreach (var library in files.LibTorch)
                NativeLibrary.Load(library);
            var torchSharp = LoadTorchSharp(files.TorchSharp);
            AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => name == "LibTorchSharp" ? torchSharp : 0;
            torch.InitializeDeviceType(DeviceType.CPU);
            torch.set_num_interop_threads(1);
            torch.set_num_threads(1);
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or NotSupportedException)
        {
            throw new UserMistakeException(
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
