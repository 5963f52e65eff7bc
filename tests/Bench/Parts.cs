using NeuralCollapse.Measuring;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;
using static TorchSharp.torch;

namespace Bench;

/// <summary>CPU seconds of what is part of a step, or happens between two, each by itself in a process of its own.</summary>
internal static class Parts
{
    /// <summary>
    /// The convolutions of a step of WRN-16-2 alone, forward and backward, on tensors that are there already: what no way of putting the rest
    /// together gets below with the same library.
    /// </summary>
    public static double Convolutions(int batch)
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        var layers = WideResNetConvolutions().Select(shape => new Convolution(shape, batch)).ToList();
        return Median(() => layers.ForEach(layer => layer.Run()));
    }

    /// <summary>Drawing the variations of a batch, cutting it out of the data set, moving its pixels and normalising it.</summary>
    public static double Batching(int batch)
    {
        LibTorch.Load();
        var data = Workload.Of("wide-resnet-16-2").Images(50 * batch);
        using var batches = new Batches(data.Train, data.Statistics);
        int[] places = [.. Enumerable.Range(0, batch).Select(i => i * 37 % data.Train.Count)];
        var epoch = 0;
        return Median(() =>
        {
            using var scope = NewDisposeScope();
            batches.At(places, Variation.Draw(Augmentation.CropFlip, 0, ++epoch, places));
        });
    }

    /// <summary>Copying the state of a training of WRN-16-2 and writing it to disk.</summary>
    public static double Checkpoint(string folder)
    {
        const int batch = 8;
        var workload = Workload.Of("wide-resnet-16-2");
        var cell = workload.Cell(images: 10 * batch, batch, epochs: 2, Numerics.Native);
        var timed = new Timed(new Checkpoints(folder, CanonicalJson.Write(cell), "bench", TimeSpan.Zero, _ => { }, CancellationToken.None));
        foreach (var _ in Trainer.Train(cell, workload.Images(10 * batch), _ => { }, default, timed))
            continue;
        return Line.Median(timed.Seconds);
    }

    /// <summary>The median of ten, after three that are not counted.</summary>
    private static double Median(Action action)
    {
        var seconds = new List<double>();
        for (var i = 0; i < 13; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            action();
            seconds.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return Line.Median(seconds[3..]);
    }

    /// <summary>Input and output channels, kernel, stride and side of the input of each, from the first layer on.</summary>
    private static IEnumerable<(int Input, int Output, int Kernel, int Stride, int Side)> WideResNetConvolutions()
    {
        yield return (3, 16, 3, 1, 32);
        var (input, side) = (16, 32);
        foreach (var output in (int[])[32, 64, 128])
        {
            var stride = output == 32 ? 1 : 2;
            yield return (input, output, 3, stride, side);
            yield return (input, output, 1, stride, side); // the shortcut
            side /= stride;
            for (var i = 0; i < 3; i++)
                yield return (output, output, 3, 1, side);
            input = output;
        }
    }

    private sealed class Timed(ICheckpoints inner) : ICheckpoints
    {
        public List<double> Seconds { get; } = [];

        public TrainingState? Latest => inner.Latest;

        public void Offer(Func<TrainingState> state)
        {
            var before = Environment.CpuUsage.TotalTime;
            inner.Offer(state);
            Seconds.Add((Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
    }

    private sealed class Convolution
    {
        private readonly Tensor input;
        private readonly Tensor weight;
        private readonly Tensor gradient;
        private readonly long[] stride;
        private readonly long[] padding;

        public Convolution((int Input, int Output, int Kernel, int Stride, int Side) shape, int batch)
        {
            (stride, padding) = ([shape.Stride], [shape.Kernel / 2]);
            input = ChannelsLast.Of(randn(batch, shape.Input, shape.Side, shape.Side)).requires_grad_(shape.Input > 3); // images have no gradient
            weight = ChannelsLast.Of(randn(shape.Output, shape.Input, shape.Kernel, shape.Kernel)).requires_grad_();
            gradient = ChannelsLast.Of(randn(batch, shape.Output, shape.Side / shape.Stride, shape.Side / shape.Stride));
        }

        public void Run()
        {
            using var scope = NewDisposeScope();
            using var _ = enable_grad();
            nn.functional.conv2d(input, weight, strides: stride, padding: padding).backward([gradient]);
            (input.grad, weight.grad) = (null, null);
        }
    }
}
