using NeuralCollapse.Records;
using NeuralCollapse.Reports;

namespace NeuralCollapse.Runner;

/// <summary>
/// What cells show of themselves while they are trained, in files. It is there to be looked at, and no training ends for want of it: what
/// cannot be written, since a disk is full or somebody holds a file open where that forbids replacing it, waits for the next measured epoch.
/// </summary>
internal static class LiveView
{
    public static readonly LiveCells Cells = new(Work.Runs);

    /// <summary>Shows a cell as far as it is.</summary>
    public static void Show(CellRecord soFar) => Attempt(() =>
    {
        Cells.Write(soFar);
        AtomicFile.Write(Cells.PictureOf(soFar.Id), Report.Progress(new(soFar)));
    });

    /// <summary>Shows a cell no more, which is recorded.</summary>
    public static void Remove(string cellId) => Attempt(() => Cells.Remove(cellId));

    private static void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
