namespace NeuralCollapse.Specs;

/// <summary>A part of a spec whose values must fit together: its rules stand beside it.</summary>
public interface IChecked
{
    /// <summary>What is wrong with values that are each allowed by themselves. Empty when they fit.</summary>
    IEnumerable<Objection> Objections();
}
