using System.Diagnostics;

namespace Chaos;

/// <summary>Kills one process after the other, of five kinds in turn, and goes on with the same command each time.</summary>
internal sealed class Killing(Place place, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OrphansMayLive = TimeSpan.FromSeconds(2);

    /// <summary>Least time between two checkpoints, so that there is one nearly always.</summary>
    private const string Often = "--checkpoint-seconds=0.05";

    /// <summary>Runs in turn that may end before the moment has come.</summary>
    private const int MostMissed = 10;

    private static readonly string[] Kinds = ["a worker", "the command", "the host", "a worker at a checkpoint", "a worker or the command at publishing"];

    private readonly Dictionary<string, int> done = Kinds.ToDictionary(kind => kind, _ => 0);
    private int faults;
    private int inside;
    private TimeSpan longest;

    /// <summary>Kills, and says of every kill what came of it.</summary>
    /// <returns>How much was not as it must be.</returns>
    public int Run(int kills)
    {
        if (kills == 0)
            return 0;
        place.BeginAnew();
        for (var (killed, missed) = (0, 0); killed < kills && missed < MostMissed;)
        {
            var kind = Kinds[killed % Kinds.Length];
            using var host = place.Start(Often);
            if (!Kill(host, kind))
            {
                RequireSame(host);
                place.BeginAnew();
                missed++;
                Require(missed < MostMissed, $"{kind}: expected a moment to kill it at in one of {MostMissed} runs, got none");
                continue;
            }

            missed = 0;
            killed++;
            done[kind]++;
        }

        using (var host = place.Start(Often))
            RequireSame(host);
        Console.WriteLine($"killed: {string.Join(", ", done.Select(kind => $"{kind.Value} x {kind.Key}"))}; {inside} of them left something half written; "
            + $"the last orphan ended after {longest.TotalSeconds:0.00} s at most");
        return faults;
    }

    /// <summary>Waits for the moment and kills; false where the run came to its end before it.</summary>
    private bool Kill(Process host, string kind)
    {
        using var events = kind switch
        {
            "a worker at a checkpoint" => new Moment(place.Runs, ".checkpoint-*", after: random.Next(30)),
            "a worker or the command at publishing" => new Moment(Path.Combine(place.Results, "chaos", "cells"), "cell.json", after: 0),
            _ => null,
        };
        if (!Wait(host, () => ProcessTree.Workers(host.Id).Any()))
            return false;
        if (events is not null ? !Wait(host, () => events.HasCome) : !Later(host, random.Next(3000)))
            return false;
        if (kind.EndsWith("publishing", StringComparison.Ordinal))
            Thread.Sleep(random.Next(30));
        int[] victims = kind switch
        {
            "the host" => [host.Id],
            "the command" => [.. ProcessTree.Commands(host.Id)],
            "a worker at a checkpoint" => [events!.Writer],
            "a worker" => [.. ProcessTree.Workers(host.Id)],
            _ => [.. ProcessTree.Workers(host.Id), .. ProcessTree.Commands(host.Id)],
        };
        if (victims.Where(ProcessTree.IsAlive).ToList() is not { Count: > 0 } alive)
            return false;
        var victim = alive[random.Next(alive.Count)];
        int[] others = [host.Id, .. ProcessTree.Below(host.Id)];
        if (!SendKill(victim))
            return false;
        var watch = Stopwatch.StartNew();
        var half = place.HalfWritten();
        if (kind is "the host" or "the command")
        {
            while (others.Any(ProcessTree.IsAlive) && watch.Elapsed < OrphansMayLive)
                Thread.Sleep(5);
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            Require(!others.Any(ProcessTree.IsAlive), $"{kind} was killed: expected no process of it after {OrphansMayLive.TotalSeconds} s, got some");
        }

        var exit = ExitCode(host); // a command that has lost a worker saves the others and ends by itself
        Require(exit != 0 || ProcessTree.Below(host.Id).Count == 0, $"{kind} was killed: expected the host to end");
        Require(exit is 0 or 1 or 137, $"{kind} was killed: expected exit code 1, or 137 of what was killed, got {exit}");
        inside += half.Count > 0 ? 1 : 0;
        Console.WriteLine($"kill {done.Values.Sum() + 1}: {kind}, exit code {exit}{(half.Count > 0 ? $", half written: {Path.GetFileName(half[0])}" : "")}");
        return true;
    }

    private void RequireSame(Process host)
    {
        var exit = ExitCode(host);
        Require(exit == 0, $"a run that nothing disturbs any more: expected exit code 0, got {exit}");
        var different = place.Differences();
        Require(different.Count == 0, $"expected the bytes of an undisturbed run, got others in {string.Join(", ", different)}");
        var left = place.LeftBehind();
        Require(left.Count == 0, $"expected nothing left behind, got {string.Join(", ", left)}");
        Console.WriteLine($"the run is complete: {different.Count} files differ, {left.Count} left behind");
    }

    private void Require(bool holds, string otherwise)
    {
        if (holds)
            return;
        faults++;
        Console.WriteLine($"FAULT {otherwise}");
    }

    private static bool Later(Process host, int milliseconds) => !host.WaitForExit(milliseconds);

    private static bool Wait(Process host, Func<bool> moment)
    {
        while (!moment())
        {
            if (host.WaitForExit(1))
                return false;
        }

        return true;
    }

    /// <summary>SIGKILL; false where the process has just ended by itself.</summary>
    private static bool SendKill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static int ExitCode(Process host)
    {
        var errors = host.StandardError.ReadToEndAsync();
        host.StandardOutput.ReadToEnd();
        if (!host.WaitForExit(Patience))
            throw new InvalidOperationException($"a run still goes on after {Patience}");
        _ = errors.Result;
        return host.ExitCode;
    }
}
