namespace NeuralCollapse.Specs;

/// <summary>Which images a cell is trained and tested on. Class counts and image sizes come from the data themselves.</summary>
public abstract record DataSpec;
