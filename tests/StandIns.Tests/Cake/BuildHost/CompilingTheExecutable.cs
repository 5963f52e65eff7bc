namespace StandIns.Tests.Cake.BuildHost;

public sealed class CompilingTheExecutable : IDisposable
{
    private const string Compiling = "Compiling collapse";
    private readonly TemporaryRepository _repository = new();

    public CompilingTheExecutable() => Assert.Contains(Compiling, _repository.Build("--target=Plan").Errors, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_compiled_where_nothing_has_changed()
    {
        _repository.Write(TemporaryRepository.ProgramFile, _repository.Read(TemporaryRepository.ProgramFile));
        Assert.Equal("", _repository.Build("--target=Plan").Errors);
    }

    [Fact]
    public void A_changed_source_is_compiled_before_it_runs()
    {
        _repository.Write(TemporaryRepository.ProgramFile, "Console.WriteLine(\"new\");");
        Assert.Equal("new\n", _repository.Build("--target=Plan").Output);
    }

    [Fact]
    public void A_changed_output_is_compiled_anew()
    {
        _repository.Write(".artifacts/bin/NeuralCollapse.Runner/release/collapse.dll", "not an assembly");
        Assert.Contains("collapse plan", _repository.Build("--target=Plan").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_compile_is_not_run_in_its_old_form()
    {
        _repository.Write(TemporaryRepository.ProgramFile, "This is not a program");
        var ending = _repository.Build("--target=Plan");
        Assert.Equal(1, ending.ExitCode);
        Assert.Contains("error CS", ending.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("collapse plan", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_removes_what_was_compiled_and_the_checkpoints_and_keeps_the_results()
    {
        _repository.Write(".runs/checkpoint", "");
        _repository.Write("results/report.pdf", "");
        Assert.Equal(0, _repository.Build("--target=Clean").ExitCode);
        Assert.False(_repository.Has(".runs/checkpoint"));
        Assert.False(_repository.Has(".artifacts/bin/NeuralCollapse.Runner/release/collapse.dll"));
        Assert.True(_repository.Has("results/report.pdf"));
    }

    public void Dispose() => _repository.Dispose();
}
