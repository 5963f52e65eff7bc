namespace NeuralCollapse.Training;

/// <summary>
/// Looks whether a JPEG file has all of its blocks. Decoders fill what is missing or damaged with grey, without a word, as long as a marker
/// follows: then images are trained on that nobody has seen. Only the codes of a baseline file are followed, no pixel is computed; of a
/// progressive one, only its markers.
/// </summary>
internal ref struct JpegScan(ReadOnlySpan<byte> file)
{
    private const byte StartOfBaseline = 0xc0, StartOfExtended = 0xc1, HuffmanTables = 0xc4, EndOfImage = 0xd9, StartOfScan = 0xda, RestartInterval = 0xdd;

    private readonly ReadOnlySpan<byte> file = file;
    private readonly Dictionary<int, (byte Bits, byte Value)[]> codes = []; // by class and number of the table, for each 16 bits that follow
    private (byte Id, int Across, int Down)[] components = [];
    private (int Width, int Height) size;
    private int restart;
    private int at = 2;
    private uint window; // bits that are read and not used, the next one highest
    private int filled;

    /// <summary>What is wrong with it; empty where nothing is. What follows the end of the image, as cameras leave it, is not looked at.</summary>
    public static string Fault(ReadOnlySpan<byte> file)
    {
        try
        {
            return new JpegScan(file).Find();
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentOutOfRangeException or KeyNotFoundException)
        {
            return "a file that ends before its image";
        }
    }

    private string Find()
    {
        while (true)
        {
            while (file[at] == 0xff && file[at + 1] == 0xff)
                at++;
            if (file[at] != 0xff)
                return FormattableString.Invariant($"no marker at byte {at}");
            var marker = file[at + 1];
            if (marker == EndOfImage)
                return "";
            var length = (file[at + 2] << 8) + file[at + 3];
            var segment = file.Slice(at + 4, length - 2);
            at += 2 + length;
            switch (marker)
            {
                case StartOfBaseline or StartOfExtended:
                    size = ((segment[3] << 8) + segment[4], (segment[1] << 8) + segment[2]);
                    components = new (byte, int, int)[segment[5]];
                    for (var i = 0; i < components.Length; i++)
                        components[i] = (segment[6 + (3 * i)], segment[7 + (3 * i)] >> 4, segment[7 + (3 * i)] & 15);
                    break;
                case HuffmanTables:
                    ReadTables(segment);
                    break;
                case RestartInterval:
                    restart = (segment[0] << 8) + segment[1];
                    break;
                case StartOfScan:
                    if (components.Length > 0 && !Follow(segment))
                        return FormattableString.Invariant($"damaged or missing blocks before byte {at}");
                    SkipToMarker();
                    break;
            }
        }
    }

    private readonly void ReadTables(ReadOnlySpan<byte> segment)
    {
        while (segment.Length > 0)
        {
            var table = new (byte, byte)[1 << 16];
            var (code, value) = (0, 17);
            for (byte bits = 1; bits <= 16; bits++)
            {
                for (var i = 0; i < segment[bits]; i++)
                    table.AsSpan(code++ << (16 - bits), 1 << (16 - bits)).Fill((bits, segment[value++]));
                code <<= 1;
            }

            codes[segment[0]] = table;
            segment = segment[value..];
        }
    }

    /// <summary>Follows the codes of a scan; false where one is none, or a marker comes before the last block.</summary>
    private bool Follow(ReadOnlySpan<byte> header)
    {
        var (most, mostDown) = (1, 1);
        foreach (var (_, across, down) in components)
            (most, mostDown) = (Math.Max(most, across), Math.Max(mostDown, down));
        var blocks = new List<(int Dc, int Ac)>(); // of a unit, by their tables
        var units = Ceiling(size.Width, 8 * most) * Ceiling(size.Height, 8 * mostDown);
        for (var i = 0; i < header[0]; i++)
        {
            var id = header[1 + (2 * i)];
            var (_, across, down) = Array.Find(components, c => c.Id == id);
            var tables = (header[2 + (2 * i)] >> 4, 16 + (header[2 + (2 * i)] & 15));
            if (header[0] == 1)
                (units, across, down) = (Ceiling(Ceiling(size.Width * across, most), 8) * Ceiling(Ceiling(size.Height * down, mostDown), 8), 1, 1);
            blocks.AddRange(Enumerable.Repeat(tables, across * down));
        }

        (window, filled) = (0, 0);
        for (var unit = 0; unit < units; unit++)
        {
            if (restart > 0 && unit > 0 && unit % restart == 0 && !Restart())
                return false;
            foreach (var (dc, ac) in blocks)
            {
                if (!FollowBlock(codes[dc], codes[ac]))
                    return false;
            }
        }

        return true;
    }

    private bool FollowBlock((byte Bits, byte Value)[] dc, (byte Bits, byte Value)[] ac)
    {
        if (Code(dc) is var bits && (bits is < 0 or > 11 || !Drop(bits)))
            return false;
        for (var place = 1; place < 64; place++)
        {
            var code = Code(ac);
            if (code < 0 || !Drop(code & 15))
                return false;
            if (code == 0)
                break;
            place += code >> 4;
            if (place > 63)
                return false;
        }

        return true;
    }

    /// <summary>The value of the next code; -1 where there is none.</summary>
    private int Code((byte Bits, byte Value)[] table)
    {
        Fill();
        var (bits, value) = table[window >> 16];
        return bits > 0 && Drop(bits) ? value : -1;
    }

    private bool Drop(int bits)
    {
        Fill();
        if (bits > filled)
            return false;
        window = bits == 0 ? window : window << bits;
        filled -= bits;
        return true;
    }

    private void Fill()
    {
        while (filled <= 24 && (file[at] != 0xff || file[at + 1] == 0))
        {
            window |= (uint)file[at] << (24 - filled);
            filled += 8;
            at += file[at] == 0xff ? 2 : 1;
        }
    }

    private bool Restart()
    {
        SkipToMarker();
        (window, filled) = (0, 0);
        if (file[at + 1] is < 0xd0 or > 0xd7)
            return false;
        at += 2;
        return true;
    }

    /// <summary>Codes have no 0xff but before a zero, or, in a progressive file, before the markers that restart it.</summary>
    private void SkipToMarker()
    {
        while (file[at] != 0xff || file[at + 1] == 0 || (components.Length == 0 && file[at + 1] is >= 0xd0 and <= 0xd7))
            at++;
    }

    private static int Ceiling(int value, int divisor) => (value + divisor - 1) / divisor;
}
