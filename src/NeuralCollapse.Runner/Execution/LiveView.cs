using NeuralCollapse.Records;
using NeuralCollapse.Reports;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>
/// What cells show of themselves while they are trained, in files. It is there to be looked at, and no training ends for want of it: what
/// cannot be written, since a disk is full or somebody holds a file open where that forbids replacing it, waits for the next measured epoch;
/// without the fonts and the library that draw it there is no picture.
/// </summary>
/// <param name="runs">Folder of what runs leave that is no result.</param>
internal sealed class LiveView(string runs)
{
    private readonly LiveCells cells = new(runs);

    /// <summary>Shows a cell as far as it is.</summary>
    public void Show(CellRecord soFar) => Attempt(() =>
    {
        cells.Write(soFar);
        AtomicFile.Write(cells.PictureOf(soFar.Id), Report.Progress(new(soFar)));
    });

    /// <summary>Shows a cell no more, which is recorded.</summary>
    public void Remove(string cellId) => Attempt(() => cells.Remove(cellId));

    private static void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UserErrorException or DllNotFoundException or TypeInitializationException)
        {
        }
    }
}
