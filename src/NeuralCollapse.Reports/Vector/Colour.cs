using System.Globalization;

namespace NeuralCollapse.Reports;

/// <summary>A colour in Oklab (Ottosson 2020), where equal steps look equal: lightness, green to red, blue to yellow.</summary>
internal readonly record struct Colour(double Lightness, double GreenRed, double BlueYellow)
{
    /// <summary>The colour of a text #rrggbb.</summary>
    public static Colour Of(string hexadecimal)
    {
        var (r, g, b) = (Linear(hexadecimal, 1), Linear(hexadecimal, 3), Linear(hexadecimal, 5));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return new(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    /// <summary>The colour a part of the way to another, from 0 to 1.</summary>
    public Colour Towards(Colour other, double part) => new(
        Lightness + (part * (other.Lightness - Lightness)),
        GreenRed + (part * (other.GreenRed - GreenRed)),
        BlueYellow + (part * (other.BlueYellow - BlueYellow)));

    /// <summary>As #rrggbb, clipped to what a screen can show.</summary>
    public override string ToString()
    {
        var l = Cube(Lightness + (0.3963377774 * GreenRed) + (0.2158037573 * BlueYellow));
        var m = Cube(Lightness - (0.1055613458 * GreenRed) - (0.0638541728 * BlueYellow));
        var s = Cube(Lightness - (0.0894841775 * GreenRed) - (1.2914855480 * BlueYellow));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"#{Byte((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)):x2}" +
            $"{Byte((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)):x2}" +
            $"{Byte((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)):x2}");
    }

    private static double Cube(double value) => value * value * value;

    private static double Linear(string hexadecimal, int start)
    {
        var value = int.Parse(hexadecimal.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static int Byte(double linear)
    {
        var value = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (int)Math.Round(255 * Math.Clamp(value, 0, 1));
    }
}

/// <summary>A colour ramp of even steps, light to dark.</summary>
internal sealed class Ramp
{
    private const int Steps = 8;

    /// <summary>For pairs of one class.</summary>
    public static readonly Ramp SameClass = new("#f5b95f", "#6b2400");

    /// <summary>For pairs of different classes. Its light end is as far in hue from that of the other ramp as its dark end.</summary>
    public static readonly Ramp DifferentClass = new("#86c5ee", "#06304f");

    private readonly string[] colours;

    private Ramp(string light, string dark)
    {
        var (from, to) = (Colour.Of(light), Colour.Of(dark));
        colours = [.. Enumerable.Range(0, Steps).Select(i => from.Towards(to, i / (Steps - 1.0)).ToString())];
    }

    public IReadOnlyList<string> Colours => colours;

    /// <summary>The colour of a value from 0, light, to 1, dark.</summary>
    public string At(double value) => colours[Math.Clamp((int)(value * Steps), 0, Steps - 1)];
}
