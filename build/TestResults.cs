using System.Xml.Linq;

namespace Build;

/// <summary>The results of a test run, read from the file it leaves.</summary>
internal sealed class TestResults
{
    private static readonly XNamespace Schema = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private readonly ILookup<string, XElement> byOutcome;

    private TestResults(XDocument document) =>
        byOutcome = document.Descendants(Schema + "UnitTestResult").ToLookup(result => result.Attribute("outcome")!.Value switch
        {
            "Passed" => "passed",
            "NotExecuted" => "skipped",
            _ => "failed",
        });

    public static TestResults Read(string file) => new(XDocument.Load(file));

    public int Count => byOutcome.Sum(results => results.Count());

    public bool AnyFailed => byOutcome["failed"].Any();

    /// <summary>Name and reason of every test that was left out.</summary>
    public IEnumerable<string> Skipped => byOutcome["skipped"].Select(result =>
        $"skipped: {result.Attribute("testName")!.Value}: {result.Descendants(Schema + "Message").FirstOrDefault()?.Value.Trim()}");

    /// <summary>The closing line.</summary>
    public string Summary => string.Join(", ", new[] { "passed", "failed", "skipped" }.Select(outcome => $"{byOutcome[outcome].Count()} {outcome}"));
}
