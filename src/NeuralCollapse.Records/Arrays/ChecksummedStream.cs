namespace NeuralCollapse.Records;

/// <summary>Passes another stream on to its reader, and knows length and checksum of what has passed; closes it at the end.</summary>
internal sealed class ChecksummedStream(Stream inner) : Stream
{
    private const uint Polynomial = 0xedb88320; // of the CRC-32 of zip, lowest bit first

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Remainder)];

    private uint remainder = uint.MaxValue;
    private long length;

    /// <summary>CRC-32 of what has been read so far, as a zip archive states it.</summary>
    public uint Crc32 => ~remainder;

    /// <summary>Bytes read so far.</summary>
    public override long Length => length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var got = inner.Read(buffer);
        foreach (var value in buffer[..got])
            remainder = Table[(byte)(remainder ^ value)] ^ (remainder >> 8);
        length += got;
        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private static uint Remainder(int value)
    {
        var remainder = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ Polynomial;
        return remainder;
    }
}
