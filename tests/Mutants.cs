using System.Diagnostics;
using System.Globalization;
using System.Text;
using NeuralCollapse.Specs;

/// <summary>
/// Files with faults: bytes that flipped, pieces that are lost, doubled, swapped or of another file, numbers no format allows. Whatever is in
/// a file, its reader either accepts it or says in one <see cref="UserErrorException"/> what is wrong, soon and in little memory. This file
/// is compiled into the test projects that read files; --target=Fuzz tries more.
/// </summary>
/// <param name="seed">Fixes all mutants.</param>
internal sealed class Mutants(int seed)
{
    /// <summary>Asks for another number of mutants of each kind of file than 200.</summary>
    private const string CountVariable = "NEURAL_COLLAPSE_MUTANTS", SeedVariable = "NEURAL_COLLAPSE_MUTANTS_SEED";

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30); // of the clock, which a busy machine stretches
    private const long MostBytes = 1L << 28;

    private static readonly string[] Tokens =
    [
        "", " ", "\t", "\n", "\r\n", "\0", "\u202e", "\ufeff", "é", "\ud83d\ude00", "~", "null", "true", "nan", ".inf", "-1", "0", "1e999", "1e-400", "9999999999999999999",
        "0x10", "010", "1_0", "+1", "1.", "[", "]", "{", "}", ":", ": ", "- ", ", ", "#", "&a ", "*a", "!!int ", "<<: ", "? ", "| ", "> ", "---\n", "...\n", "%", "'", "\"", "..", "/", "\\",
    ];

    private readonly Random random = new(seed ^ Setting(SeedVariable, 0));

    /// <summary>How many of each kind of file are tried.</summary>
    public static int Count => Setting(CountVariable, 200);

    /// <summary>Tries mutants of some files, one after the other.</summary>
    /// <param name="originals">Files that are read without an error.</param>
    /// <param name="read">Reads one: what it throws but user errors is a fault.</param>
    /// <param name="isText">Whether lines and words are changed too.</param>
    public void AssertReadOrRefused(IReadOnlyList<byte[]> originals, Action<byte[]> read, bool isText = false)
    {
        var (faults, refused, longest, most) = (new List<string>(), 0, TimeSpan.Zero, 0L);
        foreach (var original in originals)
            read(original);
        for (var at = 0; at < Count; at++)
        {
            var mutant = originals[random.Next(originals.Count)];
            for (var changes = 1 + random.Next(3); changes > 0; changes--)
                mutant = isText && random.Next(3) > 0 ? OfText(mutant) : OfBytes(mutant, originals[random.Next(originals.Count)]);
            var watch = Stopwatch.StartNew();
            var reading = Task.Run(() =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread(); // of the process, those of other tests would count
                return (Fault: Outcome(read, mutant), Taken: GC.GetAllocatedBytesForCurrentThread() - before);
            });
            var (fault, taken) = reading.Wait(Hang) ? reading.Result : ($"does not end within {Hang}", 0);
            (longest, most) = (watch.Elapsed > longest ? watch.Elapsed : longest, Math.Max(most, taken));
            if (fault is not { Length: > 0 } && taken > MostBytes)
                fault = FormattableString.Invariant($"takes {taken} bytes of memory");
            refused += fault == "" ? 1 : 0;
            if (fault is { Length: > 0 })
                faults.Add($"mutant {at}: {fault}\n{Convert.ToBase64String(mutant.AsSpan(0, Math.Min(mutant.Length, 3000)))}");
        }

        Console.WriteLine(FormattableString.Invariant($"{Count} mutants: {refused} refused, {faults.Count} faults; at most {longest.TotalSeconds:0.00} s and {most / 1e6:0} MB"));
        Assert.True(faults.Count == 0, $"{faults.Count} faults of {Count}, among them\n{string.Join("\n\n", faults.Take(5))}");
        Assert.True(refused > Count / 10, $"{refused} of {Count} were refused: the mutants change too little");
    }

    /// <summary>Null where it was accepted, nothing where it was refused as it should be, else the fault.</summary>
    private static string? Outcome(Action<byte[]> read, byte[] mutant)
    {
        try
        {
            read(mutant);
            return null;
        }
        catch (UserErrorException)
        {
            return "";
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }
    }

    private byte[] OfBytes(byte[] bytes, byte[] other)
    {
        var (at, length) = Piece(bytes);
        var (from, many) = Piece(other);
        return random.Next(8) switch
        {
            0 => Changed(bytes, at, value => (byte)(value ^ (1 << random.Next(8)))),
            1 => Changed(bytes, at, _ => (byte)random.Next(256)),
            2 => Changed(bytes, at, _ => random.Next(2) == 0 ? (byte)0 : byte.MaxValue),
            3 => bytes[..at], // truncated
            4 => [.. bytes[..at], .. bytes[(at + length)..]],
            5 => [.. bytes[..(at + length)], .. bytes[at..]],
            6 => [.. bytes[..at], .. other[from..(from + many)], .. bytes[at..]],
            _ => Number(bytes, at),
        };
    }

    /// <summary>A number of four bytes that is 0, as large as can be, negative or a power of two.</summary>
    private byte[] Number(byte[] bytes, int at)
    {
        var number = BitConverter.GetBytes(random.Next(4) switch { 0 => 0, 1 => int.MaxValue, 2 => -1, _ => 1 << random.Next(31) });
        if (random.Next(2) == 0)
            Array.Reverse(number);
        var changed = bytes.ToArray();
        for (var i = 0; i < number.Length && at + i < changed.Length; i++)
            changed[at + i] = number[i];
        return changed;
    }

    private byte[] OfText(byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        var (at, to) = (random.Next(lines.Count), random.Next(lines.Count));
        var line = lines[at];
        var column = random.Next(line.Length + 1);
        switch (random.Next(8))
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(to, line); break;
            case 2: (lines[at], lines[to]) = (lines[to], line); break;
            case 3: lines[at] = new string(' ', random.Next(8)) + line.TrimStart(); break;
            case 4: lines[at] = line[..column] + Token() + line[column..]; break;
            case 5: lines[at] = line[..column] + Token(); break;
            case 6: lines[at] = (line.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? line[..(colon + 1)] + " " : "") + Token(); break;
            default: lines[at] = line[..column] + string.Concat(Enumerable.Repeat(Token(), 1 << random.Next(12))) + line[column..]; break;
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));

        string Token() => Tokens[random.Next(Tokens.Length)];
    }

    private static byte[] Changed(byte[] bytes, int at, Func<byte, byte> change)
    {
        var changed = bytes.ToArray();
        if (at < changed.Length)
            changed[at] = change(changed[at]);
        return changed;
    }

    /// <summary>A piece, mostly a short one near the beginning, where the headers of formats are.</summary>
    private (int At, int Length) Piece(byte[] bytes)
    {
        var at = random.Next(1 + (random.Next(2) == 0 ? bytes.Length : Math.Min(bytes.Length, 100)));
        return (at, random.Next(1 + Math.Min(bytes.Length - at, random.Next(4) == 0 ? bytes.Length : 8)));
    }

    private static int Setting(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } set ? int.Parse(set, CultureInfo.InvariantCulture) : otherwise;
}
