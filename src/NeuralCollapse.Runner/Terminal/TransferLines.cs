using System.Globalization;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>The progress of a download: one line that is rewritten on a terminal, else a line for every tenth of the file.</summary>
/// <param name="output">Where to.</param>
/// <param name="rewrites">Whether it is a terminal.</param>
internal sealed class TransferLines(TextWriter output, bool rewrites)
{
    private long told = -1;

    public void Tell(Transferred transferred)
    {
        var whole = transferred.Bytes == transferred.Total;
        var step = transferred.Total is > 0 and var total ? transferred.Bytes * (rewrites ? 1000 : 10) / total : transferred.Bytes >> 24;
        if (step == told && !whole)
            return;
        told = step;
        var share = transferred.Total is > 0 and var all ? string.Create(CultureInfo.InvariantCulture, $" of {all / 1e6:F1} MB, {transferred.Bytes * 100 / all} %") : " MB";
        var line = string.Create(CultureInfo.InvariantCulture, $"{transferred.File}: {transferred.Bytes / 1e6:F1}{share}");
        if (rewrites)
            output.Write($"\r{line}{(whole ? "\n" : "")}");
        else
            output.WriteLine(line);
    }
}
