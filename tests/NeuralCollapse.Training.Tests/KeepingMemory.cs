namespace NeuralCollapse.Training.Tests;

public sealed class KeepingMemory
{
    [Theory]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(8_388_608 + 12)]
    [InlineData((1L << 33) + 5)]
    public void ABlockHoldsItsTensorAndLittleMore(long bytes)
    {
        var (kind, size) = CachingAllocator.ClassOf((nuint)bytes);

        Assert.InRange((long)size, bytes, Math.Max(512, (bytes + (bytes / 4)) | 63));
        Assert.Equal(0u, size % 64);
        Assert.Equal((kind, size), CachingAllocator.ClassOf(size));
        Assert.Equal(kind + 1, CachingAllocator.ClassOf(size + 1).Class);
    }
}
