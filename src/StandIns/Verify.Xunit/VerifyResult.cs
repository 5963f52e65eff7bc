namespace VerifyTests;

/// <summary>What awaiting a verification yields when the text matched. It carries nothing: a mismatch is an exception.</summary>
public class VerifyResult
{
    internal VerifyResult()
    {
    }
}
