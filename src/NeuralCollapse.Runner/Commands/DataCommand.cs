using System.CommandLine;
using NeuralCollapse.Specs;
using NeuralCollapse.Training;

namespace NeuralCollapse.Runner;

/// <summary>What data sets there are, whether those that are here are what they should be, and fetching them.</summary>
internal static class DataCommand
{
    /// <summary>Says of every data set whether it is here.</summary>
    public static int List(ParseResult command)
    {
        var folder = command.GetRequiredValue(Options.Data);
        foreach (var data in OfficialData.All)
        {
            var missing = data.Missing(folder);
            var state = missing.Count == 0 ? "here" : missing.Count == data.Files.Count ? "not here" : "incomplete";
            Console.WriteLine($"{data.Name,-14} {state,-10} {data.Title}: {string.Join(", ", data.Files.Select(f => f.Name))} in {Path.Combine(folder, data.Name)}");
        }

        Console.WriteLine("fetch one with ./build.sh --target=Data --dataset=NAME, or put its files there; data verify checks them");
        return ExitCode.Done;
    }

    /// <summary>Reads data sets whole and strictly: those named, else all that are here.</summary>
    /// <exception cref="UserErrorException">With all that is wrong with them.</exception>
    public static int Verify(ParseResult command)
    {
        var folder = command.GetRequiredValue(Options.Data);
        var named = Named(command);
        var sets = named.Count > 0 ? named : [.. OfficialData.All.Where(data => data.Missing(folder).Count < data.Files.Count)];
        if (sets.Count == 0)
            Console.WriteLine($"no data set in {folder}");
        var errors = new List<string>();
        foreach (var data in sets)
        {
            try
            {
                Verify(data, folder);
            }
            catch (UserErrorException error)
            {
                errors.Add(error.Message);
            }
        }

        return errors.Count == 0 ? ExitCode.Done : throw new UserErrorException(string.Join("\n\n", errors));
    }

    /// <summary>Fetches what is missing of the data sets named, and verifies them.</summary>
    public static async Task<int> Fetch(ParseResult command, CancellationToken interrupt)
    {
        var folder = command.GetRequiredValue(Options.Data);
        if (Named(command) is not { Count: > 0 } sets)
            throw new UserErrorException($"data fetch: expected --dataset=NAME, got none\n  remedy: name one of {Names}");
        using var client = new HttpClient();
        var download = new Download(client, pause: TimeSpan.FromSeconds(2), patience: TimeSpan.FromMinutes(1));
        try
        {
            foreach (var data in sets)
            {
                foreach (var file in data.Files.Where(file => !IsHere(data, file, folder)))
                    await download.Fetch(data, file, folder, new TransferLines(Terminal.Raw, !Console.IsOutputRedirected).Tell, interrupt);
                Verify(data, folder);
            }
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            Console.Error.WriteLine("interrupted: what has arrived is kept; the same command goes on from there");
            return ExitCode.Interrupted;
        }

        return ExitCode.Done;
    }

    private static string Names => string.Join(", ", OfficialData.All.Select(data => data.Name));

    /// <summary>Whether the file is there and is the right one, or is there unpacked, for the verification to judge.</summary>
    private static bool IsHere(OfficialData data, OfficialFile file, string folder) =>
        file.IsAt(Path.Combine(folder, data.Name, file.Name)) || Path.Exists(Path.Combine(folder, data.Name, file.Unpacked));

    private static void Verify(OfficialData data, string folder)
    {
        var set = DataSet.Load(data.Whole, folder);
        Console.WriteLine(
            $"{data.Name}: {set.Train.Count} training and {set.Test.Count} test images of {set.Train.Shape} in {set.Classes} classes, read whole");
    }

    private static IReadOnlyList<OfficialData> Named(ParseResult command) =>
    [
        .. (command.GetValue(Options.DataSet) ?? []).Select(name => OfficialData.All.FirstOrDefault(data => data.Name == name)
            ?? throw new UserErrorException($"--dataset={name}: expected one of {Names}, got {name}\n  remedy: other data sets are folders of images, or drawn")),
    ];
}
