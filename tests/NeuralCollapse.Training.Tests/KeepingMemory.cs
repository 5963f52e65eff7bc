using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

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

    [Fact]
    public void WhatIsFreedServesTheNextTensorOfItsSize()
    {
        LibTorch.Load();
        if (!CachingAllocator.IsUsable)
            return;
        var places = Enumerable.Range(0, 5).Select(_ =>
        {
            using var tensor = torch.empty(3_000_017);
            return PlaceOf(tensor);
        }).ToList();

        Assert.Single(places.Distinct());
        Assert.Equal(0, places[0] % 64);
    }

    [Fact]
    public void TensorsThatLiveTogetherDoNotOverlap()
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        var tensors = Enumerable.Range(0, 200).Select(i => torch.full([1 + (i * 977 * 13)], i, torch.int32)).ToList();

        Assert.All(tensors, (tensor, i) => Assert.Equal((i, i), (tensor.min().item<int>(), tensor.max().item<int>())));
    }

    /// <summary>Where the values begin: they lie outside the heap that the garbage collector moves things in.</summary>
    private static nint PlaceOf(torch.Tensor tensor) =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetReference(tensor.bytes));
}
