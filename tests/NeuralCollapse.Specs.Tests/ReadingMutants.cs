using System.Text;

namespace NeuralCollapse.Specs.Tests;

public sealed class ReadingMutants
{
    [Fact]
    public void OfSpecs()
    {
        var folder = Directory.CreateTempSubdirectory("specs-").FullName;
        try
        {
            var file = Path.Combine(folder, "quick.yaml");
            var specs = Directory.GetFiles(RepositoryFiles.Experiments, "*.yaml").Order(StringComparer.Ordinal)
                .Select(spec => Encoding.UTF8.GetBytes(File.ReadAllText(spec).Replace($"name: {Path.GetFileNameWithoutExtension(spec)}\n", "name: quick\n", StringComparison.Ordinal)));
            new Mutants(1).AssertReadOrRefused([.. specs], spec =>
            {
                File.WriteAllBytes(file, spec);
                ExperimentSpec.Load(file).Expand();
            }, isText: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
