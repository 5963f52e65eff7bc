namespace Build.Tests;

public sealed class CompilingTheExecutable(TemporaryRepository repository) : IClassFixture<TemporaryRepository>
{
    [Fact]
    public void NothingIsCompiledWhereNothingHasChanged()
    {
        Compile("one");
        repository.Write(TemporaryRepository.ProgramFile, repository.Read(TemporaryRepository.ProgramFile));
        Assert.Equal("", repository.Build("--target=Plan").Errors);
    }

    [Fact]
    public void AChangedSourceIsCompiledBeforeItRuns()
    {
        Compile("old");
        Compile("new");
    }

    [Fact]
    public void AChangedOutputIsCompiledAnew()
    {
        Compile("one");
        repository.Write(".artifacts/bin/NeuralCollapse.Runner/release/collapse.dll", "not an assembly");
        Assert.Equal("one\n", repository.Build("--target=Plan").Output);
    }

    [Fact]
    public void WhatDoesNotCompileIsNotRunInItsOldForm()
    {
        Compile("one");
        repository.Write(TemporaryRepository.ProgramFile, "This is not a program");
        var ending = repository.Build("--target=Plan");
        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("error CS", ending.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("one", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CleanRemovesWhatWasCompiledAndTheCheckpointsAndKeepsTheResults()
    {
        Compile("one");
        repository.Write(".runs/checkpoint", "");
        repository.Write("results/report.pdf", "");
        Assert.Equal(0, repository.Build("--target=Clean").ExitCode);
        Assert.False(repository.Has(".runs/checkpoint"));
        Assert.False(repository.Has(".artifacts/bin/NeuralCollapse.Runner/release/collapse.dll"));
        Assert.True(repository.Has("results/report.pdf"));
    }

    /// <summary>Makes the executable a program that prints a word, and runs it.</summary>
    private void Compile(string word)
    {
        repository.Write(TemporaryRepository.ProgramFile, $"System.Console.WriteLine(\"{word}\");");
        Assert.Equal($"{word}\n", repository.Build("--target=Plan").Output);
    }
}
