using System.Collections.Concurrent;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// An experiment's directory of results that this process alone writes cells into, until it is disposed or the process ends, however it
/// ends. Others fill the directories that it makes for them; what becomes visible, becomes visible through it. Several threads may use it,
/// each for cells of its own.
/// </summary>
public sealed class ClaimedExperiment : IDisposable
{
    private readonly ResultStore store;
    private readonly string experiment;
    private readonly ExperimentLock held;
    private readonly ConcurrentDictionary<string, string> begun = new(StringComparer.Ordinal);

    internal ClaimedExperiment(ResultStore store, string experiment)
    {
        (this.store, this.experiment) = (store, experiment);
        held = ExperimentLock.Take(store.PathOf(experiment));
        try
        {
            Recover();
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Makes a hidden directory for the files of a cell, which <see cref="ResultStore.WriteCell"/> then writes, here or in another process.</summary>
    /// <returns>Its path.</returns>
    public string Begin(string cellId)
    {
        var hidden = store.HiddenPathOf(experiment, cellId);
        Delete(hidden);
        CellFiles.Prepare(hidden);
        return begun[cellId] = hidden;
    }

    /// <summary>Makes a cell visible by one rename, once it is whole. A cell of the same id is replaced.</summary>
    /// <param name="cellId">A cell that has been begun.</param>
    /// <param name="written">What <see cref="ResultStore.WriteCell"/> has returned.</param>
    /// <exception cref="UserErrorException">When the files in its directory are not those, too few for a cell, or not as they were written; it is then not published.</exception>
    public void Publish(string cellId, IReadOnlyList<string> written)
    {
        var (hidden, place, aside) = (begun[cellId], store.PathOf(experiment, cellId), store.AsidePathOf(experiment, cellId));
        CellFiles.RequireWhole(hidden, cellId, written);
        Delete(aside);
        if (Directory.Exists(place))
            Directory.Move(place, aside);
        Directory.Move(hidden, place);
        begun.TryRemove(cellId, out _);
        Delete(aside);
    }

    /// <summary>Drops what was begun and not published, and lets others write.</summary>
    public void Dispose()
    {
        try
        {
            foreach (var hidden in begun.Values)
                Delete(hidden);
        }
        finally
        {
            held.Dispose();
        }
    }

    /// <summary>Puts right what a crash left: half-written cells go, and a cell that was being replaced comes back.</summary>
    private void Recover()
    {
        AtomicFile.RemoveHalfWritten(store.PathOf(experiment));
        foreach (var half in store.HiddenCells(experiment))
            Delete(half);
        foreach (var (id, aside) in store.CellsAside(experiment))
        {
            if (Directory.Exists(store.PathOf(experiment, id)))
                Delete(aside);
            else
                Directory.Move(aside, store.PathOf(experiment, id));
        }
    }

    private static void Delete(string directory)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }
}
