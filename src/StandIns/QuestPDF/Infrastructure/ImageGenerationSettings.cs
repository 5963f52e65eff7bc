namespace QuestPDF.Infrastructure;

/// <summary>How pages become images, which are PNG.</summary>
public class ImageGenerationSettings
{
    /// <summary>Pixels to an inch, which is 72 points.</summary>
    public int RasterDpi { get; set; } = 288;
}
