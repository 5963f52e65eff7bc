/// <summary>
/// Golden texts of all tests, in one place and under one convention: tests/Snapshots/NAME.verified.txt, the name with a folder before it. A
/// text that differs is left beside it as NAME.received.txt. This file is compiled into every test project.
/// </summary>
internal static class Golden
{
    public static async Task Verify(string text, string name) =>
        await Verifier.Verify(text).UseDirectory(Path.Combine("Snapshots", Path.GetDirectoryName(name)!)).UseFileName(Path.GetFileName(name));
}
