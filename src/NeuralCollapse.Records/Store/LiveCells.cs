using System.Globalization;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>
/// What cells show of themselves while they are trained: at each measured epoch all that is measured by then, in the files of a recorded cell.
/// Each time they are written into a directory of their own, <c>ID/live/N</c> with a rising N, which appears whole and is changed no more;
/// the one before it goes when its successor has come. One process writes a cell, any number read it.
/// </summary>
/// <param name="root">The directory of what runs leave, such as <c>.runs</c>.</param>
public sealed class LiveCells(string root)
{
    private const string Hidden = ".";

    /// <summary>Directory of what a cell shows.</summary>
    public string PathOf(string cellId) => Path.Combine(root, cellId, "live");

    /// <summary>The file with the drawing of what a cell shows.</summary>
    public string PictureOf(string cellId) => Path.Combine(root, cellId, "progress.svg");

    /// <summary>Shows a cell as far as it is.</summary>
    /// <exception cref="IOException">When something cannot be written or replaced; what was shown before is then still there.</exception>
    public void Write(CellRecord soFar)
    {
        var live = PathOf(soFar.Id);
        var older = Shown(live);
        var name = Numbers.Format(older.Count == 0 ? 1 : older[0].Number + 1);
        var hidden = Path.Combine(live, $"{Hidden}writing");
        if (Directory.Exists(hidden))
            Directory.Delete(hidden, recursive: true);
        CellFiles.Prepare(hidden);
        CellFiles.Write(hidden, soFar);
        Directory.Move(hidden, Path.Combine(live, name));
        foreach (var (_, path) in older)
            Drop(path);
        foreach (var litter in Directory.GetDirectories(live, $"{Hidden}*"))
            Directory.Delete(litter, recursive: true);
    }

    /// <summary>The cell as far as it is, at one moment: never files of two.</summary>
    /// <returns>Null where it shows nothing, or what another version of the trainer has left, which nobody goes on with.</returns>
    /// <exception cref="UserErrorException">When a file is missing or damaged.</exception>
    public RunningCell? Read(string cellId)
    {
        while (Shown(PathOf(cellId)) is [var newest, ..])
        {
            try
            {
                var record = CellFiles.Read(newest.Path, cellId, Remedy(cellId));
                if (Directory.Exists(newest.Path)) // then nothing has been taken out of it
                    return CanonicalJson.IsReadable(record.CanonicalJson) ? new(record) : null;
            }
            catch (Exception e) when (e is UserErrorException or IOException)
            {
                if (Directory.Exists(newest.Path))
                    throw;
            }
        }

        return null;
    }

    /// <summary>Shows nothing of a cell any more: it is recorded. The drawing stays.</summary>
    /// <exception cref="IOException">When something cannot be removed.</exception>
    public void Remove(string cellId)
    {
        if (Directory.Exists(PathOf(cellId)))
            Drop(PathOf(cellId));
    }

    /// <summary>What is shown of a cell, the newest first: more than one for a moment, or where something stopped the writing.</summary>
    private static List<(int Number, string Path)> Shown(string live)
    {
        try
        {
            return
            [
                .. from path in Directory.GetDirectories(live)
                   let number = int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0
                   where number > 0
                   orderby number descending
                   select (number, path),
            ];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Removes a directory that others may be reading: in one step for them, since from its place it goes as a whole.</summary>
    private static void Drop(string path)
    {
        var aside = Path.Combine(Path.GetDirectoryName(path)!, $"{Hidden}{Path.GetFileName(path)}");
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
        Directory.Move(path, aside);
        Directory.Delete(aside, recursive: true);
    }

    private string Remedy(string cellId) =>
        $"Delete the directory {PathOf(cellId).Replace('\\', '/')}: it is only what a cell shows while it is trained, and takes no part in its results.";
}
