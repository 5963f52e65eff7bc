using System.CommandLine;

namespace Chaos;

/// <summary>
/// Kills what trains, again and again, with SIGKILL: what comes out in the end must be the bytes of a run that nothing has disturbed, and
/// nothing may be left behind. Then it starts several commands at once.
/// </summary>
internal static class Program
{
    private static readonly Option<int> Kills = new("--kills") { Description = "How many processes to kill", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "How often to start two to four commands at once", DefaultValueFactory = _ => 3 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Of the moments and of what is killed", DefaultValueFactory = _ => 0 };
    private static readonly Option<string> Root = new("--root") { Description = "The repository", DefaultValueFactory = _ => "." };

    private static int Main(string[] arguments)
    {
        var command = new RootCommand("Kills workers, commands and hosts at random moments, and compares the bytes of what comes out.") { Kills, Rounds, Seed, Root };
        command.SetAction(Run);
        return command.Parse(arguments).Invoke(new() { EnableDefaultExceptionHandler = false });
    }

    private static int Run(ParseResult given)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("Chaos finds the processes to kill in /proc, which Linux alone has. Run it there.");
            return 2;
        }

        var temporary = Directory.CreateTempSubdirectory("chaos").FullName;
        try
        {
            var place = new Place(Path.GetFullPath(given.GetRequiredValue(Root)), temporary);
            place.RunUndisturbed();
            var random = new Random(given.GetValue(Seed));
            var faults = new Killing(place, random).Run(given.GetValue(Kills)) + new Crowding(place, random).Run(given.GetValue(Rounds));
            Console.WriteLine(faults == 0 ? "no fault" : $"{faults} faults");
            return faults == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }
}
