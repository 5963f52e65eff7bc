using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner.Tests;

/// <summary>What the system refuses is a sentence and exit code 2; what is wrong with the program itself is one line and exit code 1.</summary>
public sealed class MeetingTheSystem : IDisposable
{
    private readonly Collapse collapse = new Collapse().With("brief", Collapse.BriefSpec);

    public void Dispose() => collapse.Dispose();

    [Fact]
    public void AFileInThePlaceOfTheResultsIsNamed()
    {
        File.WriteAllText(collapse.At("taken"), "");

        collapse.Run("run", "--experiment=brief", "--results=taken").AssertError("taken: expected a folder, got a file\n  cause: ", "\n  remedy: move the file away");
    }

    [Fact]
    public void AFolderInThePlaceOfASpecIsNamed()
    {
        Directory.CreateDirectory(collapse.At("experiments", "folder.yaml"));

        collapse.Run("plan", "--experiment=experiments/folder.yaml").AssertError("experiments/folder.yaml: expected an experiment");
    }

    [Fact]
    public void ALinkToNothingInThePlaceOfASpecIsNamed()
    {
        File.CreateSymbolicLink(collapse.At("experiments", "link.yaml"), "/nowhere/x.yaml");

        collapse.Run("plan", "--experiment=link").AssertError("link.yaml: expected a file, got a link to nothing\n  remedy: ");
    }

    [Fact]
    public void AFullStandardOutputIsNamed()
    {
        if (!File.Exists("/dev/full"))
            return;

        Shell("\"$@\" > /dev/full", "plan", "--experiment=brief").AssertError("standard output: expected room to write, got none\n  cause: ", "\n  remedy: ");
    }

    [Fact]
    public void AClosedPipeIsNoErrorOfAnybody()
    {
        if (OperatingSystem.IsWindows())
            return;

        var outcome = Shell("\"$@\" | :", "plan", "--experiment=brief");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
    }

    [Fact]
    public void AnErrorInAWorkerIsASentenceToo()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=brief").ExitCode);
        var cells = collapse.At("results", "brief", "cells");
        Directory.Delete(cells, recursive: true);
        File.WriteAllText(cells, "");

        collapse.Run("run", "--experiment=brief").AssertError("results/brief/cells: expected a folder, got a file");
    }

    [Fact]
    public void DifferencesAreShownThoughTheReceivedSnapshotCannotBeWritten()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=brief").ExitCode);
        collapse.Run("verify", "--experiment=brief");
        var received = collapse.At("tests", "Snapshots", "results", "brief.received.txt");
        var text = File.ReadAllText(received);
        File.WriteAllText(received.Replace("received", "verified", StringComparison.Ordinal), text.Replace("test-accuracy 0", "test-accuracy 7", StringComparison.Ordinal));
        File.Delete(received);
        Directory.CreateDirectory(Path.Combine(received, "in-the-way"));

        var outcome = collapse.Run("verify", "--experiment=brief");

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("1 differ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("brief.received.txt: expected a file, got a folder\n  cause: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("test-accuracy", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(UnauthorizedAccessException), "Access to the path '/r/x' is denied.", "/r/x: expected permission to read or write it, got none")]
    [InlineData(typeof(FileNotFoundException), "Could not find file '/r/x'.", "/r/x: expected a file or folder, got nothing")]
    [InlineData(typeof(IOException), "The disk sneezed : '/r/x'", "/r/x: expected something that can be read and written, got an error of the system")]
    [InlineData(typeof(DllNotFoundException), "Unable to load libSkiaSharp", "expected a native library that can be loaded, got none")]
    [InlineData(typeof(UserErrorException), "spec.yaml:1:1: expected more", "spec.yaml:1:1: expected more")]
    public void WhatTheUserCanPutRightIsSaidWithoutATraceHoweverItIsWrapped(Type type, string message, string sentence)
    {
        var thrown = (Exception)Activator.CreateInstance(type, message)!;

        Assert.All((Exception[])[thrown, new TypeInitializationException("Images", thrown), new AggregateException(thrown)], exception =>
        {
            var failure = Failure.Of(exception);
            Assert.Equal(2, failure.ExitCode);
            Assert.StartsWith(sentence, failure.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ADefectIsOneLineThatNamesAFileWithTheTrace()
    {
        Failure failure;
        try
        {
            throw new InvalidOperationException("nobody thought of this\nand of this");
        }
        catch (InvalidOperationException defect)
        {
            failure = Failure.Of(defect);
        }

        Assert.Equal(1, failure.ExitCode);
        Assert.Matches(@"\Aa defect of collapse: InvalidOperationException: nobody thought of this; please report it with the trace in \S+\z", failure.Message);
        var file = failure.Message.Split(' ')[^1];
        Assert.Contains($"   at {typeof(MeetingTheSystem)}", File.ReadAllText(file), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public void WhatIsRecordedHasTheNamesThatSpecsMayVerify()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=brief").ExitCode);
        var cell = Assert.Single(ExperimentSpec.Load(collapse.At("experiments", "brief.yaml")).Expand().Cells);

        var header = File.ReadLines(collapse.At("results", "brief", "cells", cell.Id, "metrics.csv")).First();

        Assert.Equal(RecordedMetrics.Of(cell.Spec).Prepend("epoch"), header.Split(','));
    }

    [Fact]
    public void APlanThatNamesAPlaceOutsideWritesNothingThere()
    {
        Assert.Equal(0, collapse.Run("run", "--experiment=brief", "--results=theirs/results").ExitCode);
        var plan = collapse.At("theirs", "results", "brief", "plan.json");
        File.WriteAllText(plan, Sealing.Sealed(File.ReadAllText(plan).Replace("\"brief\"", "\"../evil\"", StringComparison.Ordinal)));

        collapse.Run("report", "--results=theirs/results").AssertError("brief/plan.json: experiment: expected the name of its directory, brief");

        Assert.Equal(["results"], Directory.GetFileSystemEntries(collapse.At("theirs")).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void TwoClassesHaveNoProjectionOfThree()
    {
        foreach (var place in (string[])["a/1", "a/2", "b/1", "b/2"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(collapse.At("data", "set", place))!);
            File.WriteAllBytes(collapse.At("data", "set", $"{place}.png"), Convert.FromBase64String(OnePixel));
        }

        collapse.With("brief", Collapse.BriefSpec.Replace("kind: glyphs, train: 40, test: 20, validation: 20", "kind: image-folder, path: set, train: 2, test: 2, test-fraction: 0.5").Replace("size: 10", "size: 2"))
            .Run("run", "--experiment=brief", "--data=data")
            .AssertError("measure.projection-classes: expected at most the 2 classes of the data, got 3", "remedy: write projection-classes: 0");
    }

    private const string OnePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgBwAACQAIICPDjAAAAABJRU5ErkJggg==";

    /// <summary>Runs the executable as the positional parameters of a shell's script.</summary>
    private Outcome Shell(string script, params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("sh", ["-c", script, "sh", "dotnet", Path.Combine(AppContext.BaseDirectory, "collapse.dll"), .. arguments])
        {
            WorkingDirectory = collapse.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.Result);
    }
}
