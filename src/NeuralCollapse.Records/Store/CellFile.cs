using System.Text.Json.Nodes;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>cell.json: the canonical JSON of the cell, spread over lines; what training depends on hashes, without the white space, to the cell's id.</summary>
internal static class CellFile
{
    public static string Write(CellRecord record) => Json.Write(JsonNode.Parse(record.CanonicalJson)!);

    /// <returns>The canonical JSON.</returns>
    public static string Read(ResultFile file, string id)
    {
        var canonical = JsonNode.Parse(LocatedJson.Read(file).Element.GetRawText())!.ToJsonString();
        var hash = CanonicalJson.Id(canonical);
        return hash == id
            ? canonical
            : throw file.Damaged("the document", $"the cell whose hash is the name of its directory, {id}", $"one with hash {hash}");
    }
}
