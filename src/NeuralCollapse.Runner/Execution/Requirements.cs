using NeuralCollapse.Records;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>
/// What cells need of data and machine, looked at before the first of them begins: what would stop the last one after days is said at once.
/// </summary>
internal static class Requirements
{
    private const int BytesOfANumber = 4;

    /// <summary>Returns normally where nothing is known to be in the way of the cells.</summary>
    /// <exception cref="UserErrorException">
    /// A data set is missing or damaged, a network does not take its images, a folder cannot be written to, or memory or disk cannot hold what
    /// is known to be needed: with everything found.
    /// </exception>
    public static void Check(RunSettings settings, IReadOnlyList<Work> cells)
    {
        RequireWritable(settings.Runs);
        Check(settings, cells, Machine.This(settings.Runs));
    }

    /// <inheritdoc cref="Check(RunSettings, IReadOnlyList{Work})"/>
    internal static void Check(RunSettings settings, IReadOnlyList<Work> cells, Machine machine)
    {
        var (errors, disk) = (new List<string>(), 0.0);
        foreach (var data in cells.Where(work => work.Need == Need.Training).GroupBy(work => (work.Cell.Spec as NetworkCell)?.Data))
        {
            if (data.Key is null)
                continue; // the unconstrained features model has none
            try
            {
                var loaded = DataSet.Load(data.Key, settings.Data);
                foreach (var work in data)
                    disk += Check(work, loaded, settings, machine, errors);
            }
            catch (UserErrorException error)
            {
                errors.Add($"{data.First().Plan.Name}: {error.Message}");
            }
        }

        if (disk > machine.Disk)
        {
            errors.Add(FormattableString.Invariant($"{settings.Runs}: expected room for the {Gigabytes(disk)} of weights and checkpoints that the cells leave, got {Gigabytes(machine.Disk)}\n") +
                "  remedy: make room, name a folder on another disk with --runs=DIR, or let the specs say measure.keep-weights: false");
        }

        if (errors.Count > 0)
            throw new UserErrorException(string.Join('\n', errors.Distinct()));
    }

    /// <summary>Adds what is in the way of one cell.</summary>
    /// <returns>Bytes of the files that it leaves.</returns>
    private static double Check(Work work, DataSet data, RunSettings settings, Machine machine, List<string> errors)
    {
        var (cell, (channels, height, width)) = ((NetworkCell)work.Cell.Spec, data.Train.Shape);
        if (cell.Model.ObjectionTo(height, width) is { } objection)
            errors.Add($"{work.Plan.Name}: {objection}");
        if (cell.Model.ObjectionTo(data.Classes) is { } narrow) // of a folder of images it was not known before
            errors.Add($"{work.Plan.Name}: model.{narrow.Key}: expected {narrow.Expected}, got {narrow.Got}");
        if (cell.Model.Parameters(channels, height, width, data.Classes) is not { } parameters)
            return 0;
        var moments = cell.Training.Optimizer.Moments;
        var memory = (double)BytesOfANumber * parameters * (2 + moments); // parameters, gradients, moments
        var processes = settings.Places[0].IsProcessor ? settings.Places.Count : 1;
        if (memory * processes > machine.Memory && settings.Places[0].IsProcessor)
        {
            errors.Add(
                FormattableString.Invariant($"{work.Plan.Name}: {work.Cell.Label}: expected a network whose parameters, gradients and optimizer fit into the {Gigabytes(machine.Memory)} of this machine, ") +
                FormattableString.Invariant($"got {Gigabytes(memory)} for {parameters:N0} parameters in each of {processes} processes at once\n") +
                $"  remedy: {(memory <= machine.Memory ? "train fewer at once with --jobs=1, or choose" : "choose")} a smaller network");
        }

        return BytesOfANumber * (double)parameters * ((cell.Measure.KeepWeights ? cell.MeasuredEpochs.Count : 0) + (2 * (1 + moments)));
    }

    private static void RequireWritable(string folder)
    {
        var probe = Path.Combine(folder, ".writable");
        AtomicFile.Write(probe, "");
        File.Delete(probe);
    }

    private static string Gigabytes(double bytes) => FormattableString.Invariant($"{bytes / 1e9:0.0} GB");
}

/// <summary>What a machine has.</summary>
/// <param name="Memory">Bytes that its processes may use, of a container those of the container.</param>
/// <param name="Disk">Free bytes on the disk of a folder.</param>
internal readonly record struct Machine(double Memory, double Disk)
{
    public static Machine This(string folder) => new(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace);
}
