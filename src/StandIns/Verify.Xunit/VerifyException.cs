namespace VerifyTests;

/// <summary>A verification failed. The message alone says what to look at, so it shows no stack.</summary>
/// <param name="message">The whole explanation.</param>
internal sealed class VerifyException(string message) : Exception(message)
{
    public override string StackTrace => "";
}
