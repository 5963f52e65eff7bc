using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training;

/// <summary>What this machine can compute on and, where it cannot, what is missing and what to do.</summary>
public static class DeviceSurvey
{
    /// <summary>Returns normally where all devices can be used.</summary>
    /// <exception cref="UserErrorException">libtorch cannot be loaded, or one of them cannot be used: with all that is missing and the remedy.</exception>
    public static void Require(IReadOnlyList<ComputeDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(devices);
        if (devices.All(device => device.IsProcessor))
            return;
        LibTorch.Load();
        Require(devices.Select(StateOf));
    }

    /// <inheritdoc cref="Require(IReadOnlyList{ComputeDevice})"/>
    internal static void Require(IEnumerable<DeviceState> states)
    {
        foreach (var state in states)
        {
            if (state.Missing is { } missing)
                throw new UserErrorException($"--device={state.Device.Name}: expected {state.Expected}, got {missing}\n  remedy: {state.Remedy}, or train on the processor with --device=cpu");
        }
    }

    /// <summary>Every GPU that there is, or the first where there is none, and Metal. libtorch is loaded.</summary>
    public static IReadOnlyList<DeviceState> Accelerators()
    {
        var gpus = Math.Max(1, NvidiaDriver.Find()?.Gpus.Count ?? 0);
        return [.. Enumerable.Range(0, gpus).SelectMany(index => ComputeDevice.Parse(FormattableString.Invariant($"{ComputeDevice.Cuda}:{index}"))).Select(StateOf), StateOf(ComputeDevice.Parse(ComputeDevice.Mps)[0])];
    }

    /// <summary>What people call a device: its name and, of a GPU, its model.</summary>
    public static string Describe(ComputeDevice device) =>
        device.Kind == ComputeDevice.Cuda && NvidiaDriver.Find() is { } driver && device.Index < driver.Gpus.Count ? $"{device.Name} ({driver.Gpus[device.Index]})" : device.Name;

    private static DeviceState StateOf(ComputeDevice device) => device.Kind switch
    {
        ComputeDevice.Cuda => CudaFacts.Gather().StateOf(device),
        ComputeDevice.Mps => torch.mps_is_available() ? new(device, "Metal of an Apple processor") : new(device, "macOS on an Apple processor")
        {
            Missing = System.Runtime.InteropServices.RuntimeInformation.OSDescription,
            Remedy = "train there",
        },
        _ => new(device, "a processor"),
    };
}

/// <summary>Whether a device can be used.</summary>
/// <param name="Device">Which.</param>
/// <param name="Expected">What it takes; where nothing is missing, what is there.</param>
public sealed record DeviceState(ComputeDevice Device, string Expected)
{
    /// <summary>What is in place of it; null where nothing is missing.</summary>
    public string? Missing { get; init; }

    /// <summary>What to do where something is missing.</summary>
    public string Remedy { get; init; } = "";
}

/// <summary>What decides whether an NVIDIA GPU can be used.</summary>
/// <param name="Folder">Where libtorch lies.</param>
/// <param name="LibTorchHasCuda">Whether it is made for GPUs.</param>
/// <param name="Driver">The driver; null without one.</param>
/// <param name="Usable">How many GPUs libtorch finds.</param>
internal sealed record CudaFacts(string Folder, bool LibTorchHasCuda, NvidiaDriver? Driver, int Usable)
{
    public static CudaFacts Gather() => new(
        LibTorch.Folder, LibTorch.HasCuda, NvidiaDriver.Find(),
        LibTorch.HasCuda && torch.TryInitializeDeviceType(DeviceType.CUDA) ? torch.cuda.device_count() : 0); // asked without its library, TorchSharp would copy gigabytes

    public DeviceState StateOf(ComputeDevice device)
    {
        List<(string Missing, string Remedy)> faults = [];
        if (Driver is null)
            faults.Add(($"no NVIDIA driver ({NvidiaDriver.Library} is not there)", "use a machine with an NVIDIA GPU and install its driver"));
        else if (device.Index >= Driver.Gpus.Count)
            faults.Add((Driver.Gpus.Count == 0 ? "a driver that shows no GPU" : $"a driver that shows {GpuNames(Driver)} only", "name a GPU that nvidia-smi lists, and look whether CUDA_VISIBLE_DEVICES hides it"));
        if (!LibTorchHasCuda)
        {
            faults.Add((
                $"a libtorch for the processor alone ({Folder})",
                $"name the lib folder of an installed PyTorch with CUDA in {LibTorch.FolderVariable}, or compile with TorchBackend=cuda in the environment, which fetches the CUDA packages"));
        }
        else if (faults.Count == 0 && device.Index >= Usable)
        {
            faults.Add((
                $"a libtorch ({Folder}) that finds {Usable} of the {Driver!.Gpus.Count} GPUs of the driver, which serves CUDA up to {Driver.CudaVersion}",
                "install a newer driver, or use a libtorch of an older CUDA"));
        }

        return faults.Count == 0
            ? new(device, Driver!.Gpus[device.Index])
            : new(device, $"{(device.Index == 0 ? "an NVIDIA GPU" : $"an NVIDIA GPU of the number {device.Index}")} and a libtorch for it")
            {
                Missing = string.Join(" and ", faults.Select(fault => fault.Missing)),
                Remedy = string.Join("; ", faults.Select(fault => fault.Remedy)),
            };
    }

    private static string GpuNames(NvidiaDriver driver) =>
        string.Join(", ", driver.Gpus.Select((name, index) => FormattableString.Invariant($"{ComputeDevice.Cuda}:{index} ({name})")));
}
