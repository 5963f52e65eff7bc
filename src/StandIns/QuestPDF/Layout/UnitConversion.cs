using QuestPDF.Infrastructure;

namespace QuestPDF.Layout;

internal static class UnitConversion
{
    private const float PointsPerInch = 72;
    private const float MillimetresPerInch = 25.4f;

    public static float ToPoints(this float value, Unit unit) => unit switch
    {
        Unit.Point => value,
        Unit.Centimetre => value * 10 * PointsPerInch / MillimetresPerInch,
        Unit.Millimetre => value * PointsPerInch / MillimetresPerInch,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "expected point, centimetre or millimetre"),
    };
}
