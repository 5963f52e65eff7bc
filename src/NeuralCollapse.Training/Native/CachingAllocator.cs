using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuralCollapse.Training;

/// <summary>
/// Memory for libtorch's tensors on the CPU: what is freed is kept for the next tensor of about its size. A training step asks for the sizes of
/// the step before; the C library gives large blocks back to the system in between, which then clears every page anew, and where it keeps
/// them cannot put aligned blocks into the holes it has, so that memory grows. It changes no bit: a block begins, like the C library's for
/// libtorch, at a multiple of 64.
/// </summary>
/// <remarks>
/// libtorch takes an allocator as an object of its C++ class c10::Allocator, so that one is laid out here by hand, as the compiler of
/// libtorch for Linux does (Itanium C++ ABI, libstdc++): a table of functions, and results of the class c10::DataPtr in memory that the
/// caller provides. That is why it serves only the version of libtorch that the build fetches.
/// </remarks>
internal static unsafe partial class CachingAllocator
{
    private const int Alignment = 64; // of blocks, and size of what is noted before each: a line of the cache
    private const int ClassesPerDoubling = 4; // so that at most a fifth of a block is unused
    private const int LeastSize = 512;
    private const int HugePage = 1 << 21;
    private const int Places = 61; // prime, so that the blocks of one size lie at different places within a page

    private static readonly Lock Gate = new();
    private static readonly Stack<nint>[] Free = [.. Enumerable.Range(0, 64 * ClassesPerDoubling).Select(_ => new Stack<nint>())];
    private static int Made;

    /// <summary>Whether it was asked for, and serves this system.</summary>
    public static bool IsUsable =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 && Environment.GetEnvironmentVariable(LibTorch.AllocatorVariable) == "1";

    /// <summary>Lets libtorch take all memory for tensors on the CPU from here, from now on.</summary>
    /// <param name="c10">The library that has libtorch's allocators.</param>
    public static void Install(nint c10)
    {
        var table = (nint*)NativeMemory.AllocZeroed(6, (nuint)sizeof(nint)); // in the order of the class's virtual functions
        table[0] = table[1] = (nint)(delegate* unmanaged<nint, void>)&Destroy;
        table[2] = (nint)(delegate* unmanaged<DataPtr*, nint, nuint, DataPtr*>)&Allocate;
        table[3] = (nint)(delegate* unmanaged<nint, DataPtr*, byte>)&IsSimple;
        table[4] = (nint)(delegate* unmanaged<nint, nint>)&Deleter;
        table[5] = (nint)(delegate* unmanaged<nint, void*, void*, nuint, void>)&Copy;
        var allocator = (nint*)NativeMemory.Alloc((nuint)sizeof(nint));
        *allocator = (nint)table;
        const string setCpuAllocator = "_ZN3c1015SetCPUAllocatorEPNS_9AllocatorEh"; // c10::SetCPUAllocator(c10::Allocator*, unsigned char)
        ((delegate* unmanaged<nint, byte, void>)NativeLibrary.GetExport(c10, setCpuAllocator))((nint)allocator, byte.MaxValue);
    }

    /// <summary>The class of a size, and the size of its blocks.</summary>
    internal static (int Class, nuint Size) ClassOf(nuint bytes)
    {
        bytes = Math.Max(bytes, LeastSize);
        var exponent = BitOperations.Log2(bytes - 1); // 2^exponent < bytes <= 2^(exponent + 1)
        var step = ((nuint)1 << exponent) / ClassesPerDoubling;
        var part = (bytes - 1 - ((nuint)1 << exponent)) / step;
        return ((exponent * ClassesPerDoubling) + (int)part, ((nuint)1 << exponent) + ((part + 1) * step));
    }

    [UnmanagedCallersOnly]
    private static DataPtr* Allocate(DataPtr* result, nint self, nuint bytes)
    {
        var block = bytes == 0 ? null : Block(bytes);
        *result = new() { Data = block, Deleter = (nint)(delegate* unmanaged<void*, void>)&Release, Context = block, Device = DataPtr.Cpu };
        return result;
    }

    [UnmanagedCallersOnly]
    private static void Release(void* block)
    {
        if (block is null)
            return;
        lock (Gate)
            Free[*(int*)((byte*)block - Alignment)].Push((nint)block);
    }

    [UnmanagedCallersOnly]
    private static nint Deleter(nint self) => (nint)(delegate* unmanaged<void*, void>)&Release;

    [UnmanagedCallersOnly]
    private static byte IsSimple(nint self, DataPtr* pointer) => pointer->Data == pointer->Context ? (byte)1 : (byte)0;

    [UnmanagedCallersOnly]
    private static void Copy(nint self, void* target, void* source, nuint bytes) => NativeMemory.Copy(source, target, bytes);

    [UnmanagedCallersOnly]
    private static void Destroy(nint self)
    {
    }

    private static void* Block(nuint bytes)
    {
        var (kind, size) = ClassOf(bytes);
        int number;
        lock (Gate)
        {
            if (Free[kind].TryPop(out var block))
                return (void*)block;
            number = Made++;
        }

        return Fresh(kind, size, number);
    }

    /// <summary>
    /// A new block, after a line that says its class. Blocks of some size are on huge pages, which are cleared and looked up five hundred small ones
    /// at a time; there they begin at different places, since blocks at the same place of their pages would contend for the same lines of
    /// the cache.
    /// </summary>
    private static void* Fresh(int kind, nuint size, int number)
    {
        try
        {
            byte* block;
            if (size < HugePage)
            {
                block = (byte*)NativeMemory.AlignedAlloc(size + Alignment, Alignment) + Alignment;
            }
            else
            {
                const int page = 4096;
                var all = size + ((Places + 1) * page);
                var memory = (byte*)NativeMemory.AlignedAlloc(all, HugePage);
                _ = Advise(memory, all, UseHugePages);
                block = memory + ((1 + (number % Places)) * page) + (number * 7 % Places * Alignment);
            }

            *(int*)(block - Alignment) = kind;
            return block;
        }
        catch (OutOfMemoryException)
        {
            // An exception cannot pass through libtorch, and it could not do without the memory.
            File.AppendAllText("/dev/stderr", $"expected memory for a tensor of {size} bytes, got none from the system\n  remedy: use a smaller batch, fewer processes at once, or a machine with more memory\n");
            Environment.Exit(1);
            return null;
        }
    }

    private const int UseHugePages = 14; // MADV_HUGEPAGE

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* memory, nuint bytes, int advice);

    /// <summary>c10::DataPtr: data, a unique_ptr of its context (the deleter comes first), and a device of two bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct DataPtr
    {
        public const short Cpu = unchecked((short)0xff00); // type 0, index -1

        public void* Data;
        public nint Deleter;
        public void* Context;
        public short Device;
    }
}
