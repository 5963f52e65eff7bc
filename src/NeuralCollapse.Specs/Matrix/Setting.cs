namespace NeuralCollapse.Specs;

/// <summary>An axis at one of its values.</summary>
internal sealed record Setting(Axis Axis, Node Value)
{
    /// <summary>Axis and value for people: loss=focal(gamma=3).</summary>
    public override string ToString() => $"{Axis.Name}={ValueLabel.Of(Value)}";
}
