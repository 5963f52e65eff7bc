using System.Diagnostics;
using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;
using static TorchSharp.torch;

namespace NeuralCollapse.Measuring.Tests;

/// <summary>A test that needs PyTorch and torchvision, and says so where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PyTorchFactAttribute : FactAttribute
{
    public PyTorchFactAttribute()
    {
        if (ExchangingWithPyTorch.Python is null)
            Skip = "needs python3 with PyTorch: install the packages python3-torch and python3-torchvision";
    }
}

/// <summary>Weights of ours in torchvision's ResNet by load_state_dict, and its weights here: the same logits.</summary>
public sealed class ExchangingWithPyTorch
{
    private const string Program = """
        import json, struct, sys
        import torch, torchvision

        types = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64}

        def read(path):
            data = open(path, "rb").read()
            size = struct.unpack("<Q", data[:8])[0]
            return {name: torch.frombuffer(bytearray(data[8 + size:][slice(*e["data_offsets"])]), dtype=types[e["dtype"]]).reshape(e["shape"])
                    for name, e in json.loads(data[8:8 + size]).items() if name != "__metadata__"}

        def write(path, tensors):
            header, parts, offset = {}, [], 0
            for name, tensor in tensors.items():
                part = bytes(tensor.contiguous().reshape(-1).view(torch.uint8).tolist()) if tensor.dim() else bytes(tensor.reshape(1).view(torch.uint8).tolist())
                header[name] = {"dtype": next(n for n, t in types.items() if t == tensor.dtype), "shape": list(tensor.shape), "data_offsets": [offset, offset + len(part)]}
                parts.append(part)
                offset += len(part)
            text = json.dumps(header).encode()
            open(path, "wb").write(struct.pack("<Q", len(text)) + text + b"".join(parts))

        model = torchvision.models.resnet18(num_classes=10)
        model.conv1 = torch.nn.Conv2d(3, 64, 3, 1, 1, bias=False)
        model.maxpool = torch.nn.Identity()
        model.load_state_dict(read("ours.safetensors"), strict=True)
        images = torch.linspace(-1, 1, 2 * 3 * 16 * 16).reshape(2, 3, 16, 16)
        print(*model.eval()(images).flatten().tolist())
        torch.manual_seed(1)
        for parameter in model.parameters():
            parameter.data.add_(torch.randn_like(parameter), alpha=0.01)
        for name, dtype in types.items():
            if name != "I64":
                state = {k: v.to(dtype) if v.is_floating_point() else v for k, v in model.state_dict().items()}
                write(name + ".safetensors", state)
                model.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in state.items()})
                print(*model(images).flatten().tolist())
        """;

    public static string? Python { get; } = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => Run(python, "import torch, torchvision", ".") is { Code: 0 });

    [PyTorchFact]
    public void LoadStateDictTakesOurWeightsAndWeTakeTheirsInEveryType()
    {
        LibTorch.Load();
        var folder = Directory.CreateTempSubdirectory().FullName;
        using var network = Network.Build(new ResNetModel { Depth = 18 }, new(3, 16, 16), 10, seed: 3);
        using var images = linspace(-1, 1, 2 * 3 * 16 * 16).reshape(2, 3, 16, 16);
        network.eval();
        SafetensorsFile.Write(Path.Combine(folder, "ours.safetensors"), network.Arrays().Select(a => a.Values is long[] counts
            ? NamedArray.Of(a.Name, counts, a.Shape)
            : NamedArray.Of(a.Name, (float[])a.Values, a.Shape)));

        var (code, output, errors) = Run(Python!, Program, folder);

        Assert.True(code == 0, errors);
        var theirs = output.Trim().Split('\n').Select(line => line.Split(' ').Select(text => float.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToList();
        AssertSame(theirs[0], network, images);
        foreach (var (type, expected) in new[] { "F64", "F32", "F16", "BF16" }.Zip(theirs.Skip(1)))
        {
            var path = Path.Combine(folder, $"{type}.safetensors");
            network.Load(KeptArtifacts.NetworkArrays(SafetensorsFile.Read(path)), path);
            AssertSame(expected, network, images);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>To what single precision leaves of another order of summation.</summary>
    private static void AssertSame(float[] expected, Network network, Tensor images)
    {
        using var noGradient = no_grad();
        using var logits = network.forward(images);
        Assert.Equal(expected, logits.data<float>().ToArray(), (a, b) => Math.Abs(a - b) <= 1e-4 * expected.Max(Math.Abs));
    }

    private static (int Code, string Output, string Errors) Run(string python, string program, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", program]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "", "");
        }
    }
}
