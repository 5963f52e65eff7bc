using System.Diagnostics;

namespace Chaos;

/// <summary>Starts two to four commands at once on the same results, forced ones among them.</summary>
internal sealed class Crowding(Place place, Random random)
{
    /// <summary>Every cell must be trained as often as somebody asked for it and got the lock, and no other way to end is there.</summary>
    /// <returns>How much was not as it must be.</returns>
    public int Run(int rounds)
    {
        var faults = 0;
        var (well, left) = (0, 0);
        for (var round = 0; round < rounds; round++)
        {
            place.BeginAnew();
            var commands = Enumerable.Range(0, 2 + random.Next(3)).Select(_ => random.Next(3) == 0 ? (string[])["--force"] : []).ToList();
            var outcomes = Task.WhenAll(commands.Select(more => Task.Run(() => Outcome(place.Start(more))))).Result;
            using (var last = place.Start())
                outcomes = [.. outcomes, Outcome(last)];
            well += outcomes.Count(outcome => outcome.ExitCode == 0);
            left += outcomes.Count(outcome => outcome.ExitCode == 2);
            var trained = outcomes.Sum(outcome => outcome.Trained);
            var mostly = Place.Cells * (1 + commands.Count(more => more.Length > 0));
            string[] wrong =
            [
                .. outcomes.Where(outcome => outcome.ExitCode is not (0 or 2)).Select(outcome => $"expected exit code 0 or 2, got {outcome.ExitCode}: {outcome.Errors}"),
                .. outcomes.Where(outcome => outcome.ExitCode == 2 && !outcome.Errors.Contains("another command is at work", StringComparison.Ordinal))
                    .Select(outcome => $"expected the message of the lock, got {outcome.Errors}"),
                .. trained < Place.Cells || trained > mostly ? [$"expected {Place.Cells} to {mostly} trainings, got {trained}"] : Array.Empty<string>(),
                .. outcomes[^1].ExitCode == 0 ? Array.Empty<string>() : ["expected the last command, which is alone, to end well"],
                .. place.Differences().Select(file => $"expected the bytes of an undisturbed run, got others in {file}"),
                .. place.LeftBehind().Select(file => $"expected nothing left behind, got {file}"),
            ];
            faults += wrong.Length;
            foreach (var fault in wrong)
                Console.WriteLine($"FAULT round {round + 1}: {fault}");
            Console.WriteLine($"round {round + 1}: {commands.Count} commands, {commands.Count(more => more.Length > 0)} of them forced, {trained} trainings");
        }

        if (rounds > 0)
            Console.WriteLine($"at once: {rounds} rounds, {well} commands ended well, {left} left to another");
        return faults;
    }

    private static (int ExitCode, int Trained, string Errors) Outcome(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Split('\n').Count(line => line.StartsWith("done ", StringComparison.Ordinal)), errors.Result);
    }
}
