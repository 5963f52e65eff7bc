using System.Text.Json;

namespace NeuralCollapse.Training.Tests;

/// <summary>What PyTorch computed, by quantity: a file that make_fixtures.py wrote.</summary>
internal static class Fixture
{
    public static Dictionary<string, double[]> Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Parity", $"{name}.json"));
        return JsonSerializer.Deserialize<Dictionary<string, double[]>>(file)!;
    }
}
