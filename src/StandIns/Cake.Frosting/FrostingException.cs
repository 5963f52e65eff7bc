namespace Cake.Frosting;

/// <summary>A build that is put together wrongly.</summary>
public sealed class FrostingException(string message) : Exception(message);
