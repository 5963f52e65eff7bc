namespace NeuralCollapse.Specs;

/// <summary>Stands where a value could not be understood and the mistake has been reported: nobody objects to it again.</summary>
internal sealed class BrokenNode(int line, int column, string path) : Node(line, column, path)
{
    public override string Description => "something not understood";
}
