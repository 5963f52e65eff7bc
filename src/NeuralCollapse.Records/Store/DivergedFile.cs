using System.Text.Json.Nodes;

namespace NeuralCollapse.Records;

/// <summary>diverged.json: why the training of a cell ended early; a cell that was trained to its last epoch has none.</summary>
internal static class DivergedFile
{
    public const string Name = "diverged.json";

    public static string Write(Divergence diverged) => Json.Write(new JsonObject
    {
        ["quantity"] = diverged.Quantity,
        ["value"] = Json.Number(diverged.Value),
        ["epoch"] = diverged.Epoch,
        ["step"] = diverged.Step,
    });

    public static Divergence Read(ResultFile file)
    {
        var members = LocatedJson.Read(file).Members("quantity", "value", "epoch", "step");
        return new(members["quantity"].Text(), members["value"].Number(), members["epoch"].Whole(), members["step"].IsNull ? null : members["step"].Whole());
    }
}
