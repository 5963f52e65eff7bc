using QuestPDF.Elements;

namespace QuestPDF.Fluent;

public class SvgImageDescriptor
{
    private readonly Picture picture;

    internal SvgImageDescriptor(Picture picture) => this.picture = picture;

    /// <summary>As wide as the space.</summary>
    public SvgImageDescriptor FitWidth() => Set(Fit.Width);

    /// <summary>As high as the space.</summary>
    public SvgImageDescriptor FitHeight() => Set(Fit.Height);

    /// <summary>As large as the space allows.</summary>
    public SvgImageDescriptor FitArea() => Set(Fit.Area);

    private SvgImageDescriptor Set(Fit fit)
    {
        picture.Fit = fit;
        return this;
    }
}
