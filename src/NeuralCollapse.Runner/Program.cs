using NeuralCollapse.Runner;
using NeuralCollapse.Specs;

if (OpenFiles.AreTooFew(out var message))
{
    Console.Error.WriteLine(message);
    return ExitCode.UserError;
}

Terminal.Guard();
Parent.EndWithIfAsked();
try
{
    return CommandTable.Parse(args) is var parsed && parsed.Errors.Count > 0
        ? throw new UserErrorException($"{string.Join('\n', parsed.Errors.Select(e => e.Message))}\n  remedy: see collapse --help")
        : parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception exception)
{
    return Failure.Of(exception).Tell();
}
