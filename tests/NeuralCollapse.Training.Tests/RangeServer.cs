using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NeuralCollapse.Training.Tests;

/// <summary>A server on the loopback that offers one file under every name, and can be made to break connections.</summary>
internal sealed class RangeServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly byte[] content;
    private readonly Queue<int> breaks;

    /// <param name="content">The file.</param>
    /// <param name="breaks">For each of the first answers, after how many bytes the connection breaks.</param>
    public RangeServer(byte[] content, params int[] breaks)
    {
        (this.content, this.breaks) = (content, new(breaks));
        listener.Start();
        _ = Serve();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/files/");

    /// <summary>Whether it answers a request for a part by the whole.</summary>
    public bool IgnoresRanges { get; init; }

    /// <summary>Whether it keeps the connection and sends nothing where it would break it.</summary>
    public bool FallsSilent { get; init; }

    /// <summary>What was asked for: path, and the first byte wanted.</summary>
    public List<(string Path, int From)> Requests { get; } = [];

    public void Dispose() => listener.Dispose();

    private async Task Serve()
    {
        while (true)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                await Answer(client.GetStream());
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                if (e is not IOException)
                    return;
            }
        }
    }

    private async Task Answer(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var path = (await reader.ReadLineAsync())!.Split(' ')[1];
        var from = 0;
        for (var line = await reader.ReadLineAsync(); line is { Length: > 0 }; line = await reader.ReadLineAsync())
        {
            if (line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                from = int.Parse(line["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        }

        Requests.Add((path, from));
        if (from >= content.Length && !IgnoresRanges)
        {
            await stream.WriteAsync("HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            return;
        }

        var start = IgnoresRanges ? 0 : from;
        var head = start > 0
            ? string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes {start}-{content.Length - 1}/{content.Length}\r\n")
            : "HTTP/1.1 200 OK\r\n";
        var length = (content.Length - start).ToString(CultureInfo.InvariantCulture);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}Content-Length: {length}\r\nConnection: close\r\n\r\n"));
        var sent = breaks.TryDequeue(out var most) ? Math.Min(most, content.Length - start) : content.Length - start;
        await stream.WriteAsync(content.AsMemory(start, sent));
        if (FallsSilent && sent < content.Length - start)
            await stream.CopyToAsync(Stream.Null); // until the other side gives up
    }
}
