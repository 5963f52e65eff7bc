using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NeuralCollapse.Training;

/// <summary>Loads a changed library from memory, so that no package folder is edited and no file is left behind (Linux only).</summary>
internal static partial class PrivateCopy
{
    /// <summary>The handle of the loaded library; the memory lives as long as its mapping.</summary>
    public static nint Load(string name, byte[] content)
    {
        using var memory = new SafeFileHandle(CreateMemoryFile(name, flags: 0), ownsHandle: true);
        if (memory.IsInvalid)
            throw new DllNotFoundException($"memfd_create failed with error {Marshal.GetLastPInvokeError()}");
        RandomAccess.Write(memory, content, fileOffset: 0);
        return NativeLibrary.Load($"/proc/self/fd/{memory.DangerousGetHandle()}");
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial nint CreateMemoryFile(string name, uint flags);
}
