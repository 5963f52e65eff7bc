namespace Build.Tests;

public sealed class CompilingTheExecutable(TemporaryRepository repository) : IClassFixture<TemporaryRepository>
{
    [Fact]
    public void Nothing_is_compiled_where_nothing_has_changed()
    {
        Compile("one");
        repository.Write(TemporaryRepository.ProgramFile, repository.Read(TemporaryRepository.ProgramFile));
        Assert.Equal("", repository.Build("--target=Plan").Errors);
    }

    [Fact]
    public void A_changed_source_is_compiled_before_it_runs()
    {
        Compile("old");
        Compile("new");
    }

    [Fact]
    public void A_changed_output_is_compiled_anew()
    {
        Compile("one");
        repository.Write(".artifacts/bin/NeuralCollapse.Runner/release/collapse.dll", "not an assembly");
        Assert.Equal("one\n", repository.Build("--target=Plan").Output);
    }

    [Fact]
    public void What_does_not_compile_is_not_run_in_its_old_form()
    {
        Compile("one");
        repository.Write(TemporaryRepository.ProgramFile, "This is not a program");
        var ending = repository.Build("--target=Plan");
        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("error CS", ending.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("one", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_removes_what_was_compiled_and_the_checkpoints_and_keeps_the_results()
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
