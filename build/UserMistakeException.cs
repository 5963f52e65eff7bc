namespace Build;

/// <summary>Something the user can put right on the command line. Shown as its message alone, with exit code 2.</summary>
public sealed class UserMistakeException(string message) : Exception(message);
