namespace NeuralCollapse.Specs;

/// <summary>
/// Something the user can put right: a spec, an option, a missing file. Shown as its message alone, without a stack, with exit code 2.
/// The message says what is wrong, where, what was expected, what was found, and what to do.
/// </summary>
public class UserErrorException(string message) : Exception(message);
