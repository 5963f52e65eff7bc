namespace NeuralCollapse.Specs;

/// <summary>Which images a cell is trained and tested on. Class counts and image sizes come from the data themselves.</summary>
public abstract record DataSpec
{
    /// <summary>Training images.</summary>
    public abstract int Train { get; init; }

    /// <summary>Test images.</summary>
    public abstract int Test { get; init; }
}
