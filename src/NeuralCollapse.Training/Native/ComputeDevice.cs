using System.Globalization;
using NeuralCollapse.Specs;
using TorchSharp;

namespace NeuralCollapse.Training;

/// <summary>What tensors lie and are computed on, under PyTorch's name: <c>cpu</c>, which is the default, <c>cuda:N</c>, the GPU of that number, or <c>mps</c>.</summary>
public readonly record struct ComputeDevice
{
    /// <summary>An NVIDIA GPU.</summary>
    public const string Cuda = "cuda";

    /// <summary>Apple's Metal.</summary>
    public const string Mps = "mps";

    private const string Processor = "cpu";

    private readonly string? name; // null: the processor, so that it is the default

    private ComputeDevice(string name) => this.name = name == Processor ? null : name;

    /// <summary>PyTorch's name.</summary>
    public string Name => name ?? Processor;

    /// <summary>The name without a number.</summary>
    public string Kind => Name.Split(':')[0];

    /// <summary>The number; 0 for what has none.</summary>
    public int Index => Name.Contains(':') ? int.Parse(Name.Split(':')[1], CultureInfo.InvariantCulture) : 0;

    public bool IsProcessor => name is null;

    /// <summary>After how many steps the loss is looked at. That is free on the processor; any other device has to be waited for.</summary>
    public int StepsBetweenReadings => IsProcessor ? 1 : 50;

    internal torch.Device Torch => new(Name);

    /// <summary>PyTorch's name.</summary>
    public override string ToString() => Name;

    /// <summary>Reads <c>cpu</c>, <c>cuda</c>, which is the first GPU, <c>cuda:0,cuda:1</c> or <c>mps</c>.</summary>
    /// <returns>Different devices of one kind.</returns>
    /// <exception cref="FormatException">The text is none of these; its message says what was expected and what was there.</exception>
    public static IReadOnlyList<ComputeDevice> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<ComputeDevice> devices = [.. text.Split(',').Select(One)];
        if (devices.GroupBy(device => device).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new FormatException($"expected each device once, got {twice.Key.Name} {twice.Count()} times; --jobs-per-device=K has it train K cells at once");
        return devices.Select(device => device.Kind).Distinct().Count() == 1
            ? devices
            : throw new FormatException($"expected devices of one kind, as another kind computes other digits, got {text}");
    }

    /// <summary>
    /// Whether linear maps of tokens are computed as convolutions with a kernel of one pixel. libtorch gives matrix products to MKL, whose only
    /// arithmetic with the same bits on processors of every maker is its slowest, and convolutions to oneDNN, which has the same bits at full
    /// speed: with portable numerics a vision transformer trains 2.4 times as fast. With native numerics MKL is the faster one.
    /// </summary>
    internal static bool ConvolvesLinearMaps { get; set; }

    /// <summary>
    /// Whether a single channel of images is laid out last, as several are. The values then lie as they do otherwise and strides alone say so,
    /// but libtorch goes by them: a residual network of grey images trains 1.15 times as fast, with other digits. Portable numerics keep those of
    /// the recorded results.
    /// </summary>
    internal static bool PutsSingleChannelLast { get; private set; }

    /// <summary>A device that only tests know.</summary>
    internal static ComputeDevice Named(string name) => new(name);

    /// <summary>The floating-point type of most digits there: Metal has no float64.</summary>
    internal static torch.ScalarType WidestOn(torch.Device device) => device.type == DeviceType.MPS ? torch.float32 : torch.float64;

    /// <summary>The tensor on this device: itself where it is there.</summary>
    internal torch.Tensor Take(torch.Tensor tensor) => IsProcessor ? tensor : Take(tensor, Torch);

    /// <summary>A tensor of the processor on a device, which is not waited for: it gets a copy of what the tensor holds now.</summary>
    internal static torch.Tensor Take(torch.Tensor tensor, torch.Device device) =>
        tensor.device_type == device.type ? tensor : tensor.to(device, non_blocking: true);

    /// <summary>
    /// Loads libtorch and fixes its arithmetic for the whole process: how images of one channel lie, and how linear maps are computed on the
    /// processor; on any other device, algorithms that give the same bits every time, and numbers of full width unless native numerics are
    /// asked for.
    /// </summary>
    /// <exception cref="UserErrorException">libtorch cannot be loaded, or the device cannot be used.</exception>
    internal void Prepare(Numerics numerics)
    {
        LibTorch.Load();
        ConvolvesLinearMaps = IsProcessor && numerics == Numerics.Portable;
        PutsSingleChannelLast = numerics == Numerics.Native;
        if (IsProcessor)
            return;
        DeviceSurvey.Require([this]);
        LibTorchContext.SetDeterministic(true);
        if (Kind == Cuda)
            torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = numerics == Numerics.Native;
    }

    private static ComputeDevice One(string name)
    {
        if (name is Processor or Mps)
            return new(name);
        if (name == Cuda)
            return new($"{Cuda}:0");
        return name.StartsWith($"{Cuda}:", StringComparison.Ordinal) && NumberText.ReadWhole(name[(Cuda.Length + 1)..]) is >= 0 and < 1000 and var index
            ? new(FormattableString.Invariant($"{Cuda}:{index}"))
            : throw new FormatException($"expected cpu, cuda, cuda:N, several of these with commas between such as cuda:0,cuda:1, or mps, got {(name.Length == 0 ? "nothing" : name)}");
    }
}
