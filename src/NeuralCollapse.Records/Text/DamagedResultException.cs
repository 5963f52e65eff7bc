using NeuralCollapse.Specs;

namespace NeuralCollapse.Records;

/// <summary>Files of results that are not as they were written: changed, missing, or of nobody who is known.</summary>
public sealed class DamagedResultException : UserErrorException
{
    private const int Shown = 8;

    /// <param name="faults">What is wrong; at least one thing.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    public DamagedResultException(IReadOnlyList<ResultFault> faults, string remedy)
        : base($"{string.Join('\n', faults.Take(Shown))}\n{More(faults.Count - Shown)}{remedy}") => (Faults, Remedy) = (faults, remedy);

    /// <summary>What is wrong, file by file.</summary>
    public IReadOnlyList<ResultFault> Faults { get; }

    private string Remedy { get; }

    /// <summary>Several in one message.</summary>
    /// <param name="errors">At least one.</param>
    internal static DamagedResultException Of(IReadOnlyList<DamagedResultException> errors) => errors is [var single] ? single : new(
        [.. errors.SelectMany(e => e.Faults)], string.Join('\n', errors.Select(e => e.Remedy).Distinct().Take(Shown)));

    /// <summary>What is wrong with each of some files.</summary>
    /// <param name="reads">Read them; those that are damaged throw.</param>
    internal static List<ResultFault> FaultsOf(IEnumerable<Action> reads)
    {
        var faults = new List<ResultFault>();
        foreach (var read in reads)
        {
            try
            {
                read();
            }
            catch (DamagedResultException error)
            {
                faults.AddRange(error.Faults);
            }
        }

        return faults;
    }

    private static string More(int faults) => faults > 0 ? $"And {Numbers.Format(faults)} more.\n" : "";
}

/// <summary>What is wrong with a file of results.</summary>
/// <param name="Place">The file and, where it is known, the line or key.</param>
/// <param name="Expected">What it should have been.</param>
/// <param name="Got">What it was.</param>
public sealed record ResultFault(string Place, string Expected, string Got)
{
    public override string ToString() => $"{Place}: expected {Expected}, got {Got}.";
}
