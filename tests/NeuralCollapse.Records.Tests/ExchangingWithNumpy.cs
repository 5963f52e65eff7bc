namespace NeuralCollapse.Records.Tests;

/// <summary>Both formats through a NumPy process: it reads what is written here, and what it writes is read here.</summary>
public sealed class ExchangingWithNumpy : IDisposable
{
    // As in experiments/README.md: no package but NumPy is needed to read safetensors.
    private const string Program = """
        import json, sys, numpy as np

        folder = sys.argv[1]
        types = {"F32": "<f4", "F64": "<f8", "I64": "<i8"}
        data = open(f"{folder}/a.safetensors", "rb").read()
        n = 8 + int.from_bytes(data[:8], "little")
        tensors = {k: np.frombuffer(data[n:][slice(*v["data_offsets"])], types[v["dtype"]]).reshape(v["shape"]) for k, v in json.loads(data[8:n]).items()}
        arrays = np.load(f"{folder}/a.npz", allow_pickle=False)
        expected = {
            "H": np.array([[1.5, -2, 0.1], [3e38, 1e-45, 0]], "<f4"),
            "d": np.array([np.pi, 5e-324], "<f8"),
            "y": np.array([0, -1, 2**53, 7, 9], "<i8"),
            "s": np.array(7, "<f4"),
        }
        for found in (tensors, arrays):
            assert sorted(found) == sorted(expected), sorted(found)
            for name, array in expected.items():
                assert found[name].dtype == array.dtype and found[name].shape == array.shape and (found[name] == array).all(), (name, found[name])
        assert n % 8 == 0

        changed = {"H": np.asfortranarray(expected["H"] * 2), "half": expected["d"].astype("<f2"), "y": expected["y"] - 1}
        np.savez(f"{folder}/b.npz", **changed)
        names, offset, header, body = {"float32": "F32", "float16": "F16", "int64": "I64"}, 0, {}, b""
        for name, array in changed.items():
            header[name] = {"dtype": names[str(array.dtype)], "shape": array.shape, "data_offsets": [offset, offset := offset + array.nbytes]}
            body += array.tobytes()
        text = json.dumps({"__metadata__": {"format": "np"}, **header}).encode()
        open(f"{folder}/b.safetensors", "wb").write(len(text).to_bytes(8, "little") + text + body)
        print("exchanged")
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("arrays-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [NumpyFact]
    public void EveryValueComesThroughBothWays()
    {
        NamedArray[] arrays =
        [
            NamedArray.Of("H", [1.5f, -2, 0.1f, 3e38f, 1e-45f, 0], 2, 3),
            NamedArray.Of("d", [Math.PI, double.Epsilon], 2),
            NamedArray.Of("y", new long[] { 0, -1, 1L << 53, 7, 9 }, 5),
            NamedArray.Of("s", [7f]),
        ];
        NpzFile.Write(Path.Combine(folder, "a.npz"), arrays);
        SafetensorsFile.Write(Path.Combine(folder, "a.safetensors"), arrays);

        var (_, output, errors) = Numpy.Run(Numpy.Python!, Program, folder);

        Assert.Equal(("exchanged", ""), (output.Trim(), errors.Contains("Error") ? errors : ""));
        AssertChanged(NpzFile.Read(Path.Combine(folder, "b.npz"), ["H", "half", "y"]));
        AssertChanged(SafetensorsFile.Read(Path.Combine(folder, "b.safetensors")));
    }

    private static void AssertChanged(IReadOnlyDictionary<string, NumericArray> read)
    {
        Assert.Equal([3, -4, 0.1f * 2, double.PositiveInfinity, 1e-45f * 2, 0], read["H"].Values);
        Assert.Equal([(double)(Half)Math.PI, 0], read["half"].Values);
        Assert.Equal([-1, -2, (1L << 53) - 1, 6, 8], read["y"].Values);
        Assert.Equal([2, 3], read["H"].Shape);
    }
}
