using System.Text.Json;

namespace NeuralCollapse.Records;

/// <summary>Opens a JSON file for strict reading.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The root of the document.</summary>
    public static JsonPlace Read(ResultFile file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Read(), Strict);
            return new JsonPlace(file, "", document.RootElement.Clone());
        }
        catch (JsonException mistake)
        {
            throw mistake.LineNumber is { } line
                ? file.Damaged((int)line + 1, "JSON", "text that is not")
                : file.Damaged("the document", "JSON with every key once", mistake.Message);
        }
    }
}
