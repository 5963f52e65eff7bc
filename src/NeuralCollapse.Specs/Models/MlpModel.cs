namespace NeuralCollapse.Specs;

/// <summary>Fully connected network with batch normalisation and ReLU after every hidden layer.</summary>
[Kind("mlp")]
public sealed record MlpModel : ModelSpec
{
    /// <summary>Units of each hidden layer, from the input on; the last one is the dimension of the features.</summary>
    [Range(1, 100_000), Usual("[512, 512]")]
    public required IReadOnlyList<int> Hidden { get; init; }
}
