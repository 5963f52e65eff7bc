using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NeuralCollapse.Specs;

/// <summary>
/// Opens files that somebody else has put there. What is no file of its own size, such as a pipe, would keep a reader waiting for ever, and a
/// device such as /dev/zero has no end: neither is read.
/// </summary>
public static partial class InputFile
{
    private const int BlockSize = 1 << 16;

    /// <summary>Opens it for reading.</summary>
    /// <exception cref="UserErrorException">It is a pipe, or a link to nothing.</exception>
    /// <exception cref="IOException">The system does not open it.</exception>
    public static FileStream Open(string path)
    {
        RefuseLinkToNothing(path);
        if (IsPipe(path))
            throw new UserErrorException($"{path}: expected a file, got a pipe, which may never end\n  remedy: write its content into a file");
        return new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Its content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">More bytes are not read.</param>
    /// <exception cref="UserErrorException">As of <see cref="Open"/>; or it is longer.</exception>
    public static byte[] Read(string path, int most)
    {
        using var file = Open(path);
        using var content = new MemoryStream((int)Math.Min(file.Length, most));
        var block = new byte[BlockSize];
        while (file.Read(block) is > 0 and var got)
        {
            content.Write(block, 0, got);
            if (content.Length > most)
                throw new UserErrorException(FormattableString.Invariant($"{path}: expected a file of at most {most} bytes, got a longer one\n  remedy: name another file, or shorten it"));
        }

        return content.ToArray();
    }

    /// <exception cref="UserErrorException">It is a link to nothing.</exception>
    public static void RefuseLinkToNothing(string path)
    {
        if (new FileInfo(path) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true })
            throw new UserErrorException($"{path}: expected a file, got a link to nothing\n  remedy: put the file there that it links to, or remove the link");
    }

    /// <summary>Asked without waiting for somebody to write into it. What cannot be opened is none: the opening in earnest says why.</summary>
    private static bool IsPipe(string path)
    {
        if (OperatingSystem.IsWindows())
            return false;
        var descriptor = OpenFile(path, OperatingSystem.IsMacOS() ? 0x1000004 : 0x80800); // O_NONBLOCK | O_CLOEXEC
        if (descriptor < 0)
            return false;
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Directory.Exists(path))
            return false;
        using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        return !file.CanSeek;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);
}
