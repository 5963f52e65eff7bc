using System.Net;
using System.Net.Http.Headers;
using NeuralCollapse.Specs;

namespace NeuralCollapse.Training;

/// <summary>
/// Fetches the files of a data set. What has arrived of a file lies beside its place, as <c>.NAME.part</c>, and is continued from there,
/// after a broken connection as after an interruption; it gets its name when its checksum is right, and never before.
/// </summary>
/// <param name="client">Asks the mirrors.</param>
/// <param name="pause">How long to wait before trying a mirror again.</param>
/// <param name="patience">How long a mirror may send nothing before the connection counts as broken.</param>
public sealed class Download(HttpClient client, TimeSpan pause, TimeSpan patience)
{
    /// <summary>Attempts in a row that bring nothing, after which a mirror is given up.</summary>
    private const int Attempts = 3;

    /// <summary>Fetches one file.</summary>
    /// <param name="data">The data set it belongs to.</param>
    /// <param name="file">Which.</param>
    /// <param name="folder">Where data sets lie; the folder of this one is made.</param>
    /// <param name="progress">Told of every piece.</param>
    /// <param name="interrupt">Stops it; what has arrived stays for the next time.</param>
    /// <exception cref="UserErrorException">No mirror gives the file: the message says where to put it by hand.</exception>
    public async Task Fetch(OfficialData data, OfficialFile file, string folder, Action<Transferred> progress, CancellationToken interrupt)
    {
        var place = Path.Combine(folder, data.Name);
        Directory.CreateDirectory(place);
        var (target, part) = (Path.Combine(place, file.Name), Path.Combine(place, $".{file.Name}.part"));
        var failures = new List<string>();
        foreach (var mirror in data.Mirrors.Select(mirror => new Uri(mirror, file.Name)))
        {
            if (await TryMirror(mirror, file, part, progress, interrupt) is not { } failure)
            {
                File.Move(part, target, overwrite: true);
                return;
            }

            failures.Add($"  {mirror}: {failure}\n");
        }

        throw new UserErrorException(
            $"{file.Name} of {data.Title} cannot be fetched:\n{string.Concat(failures)}" +
            $"  remedy: where there is a connection, the same command goes on; without one, put the file (MD5 {file.Md5}) into {place}");
    }

    /// <returns>Null when the whole file has arrived and is the right one, else why not.</returns>
    private async Task<string?> TryMirror(Uri address, OfficialFile file, string part, Action<Transferred> progress, CancellationToken interrupt)
    {
        var (failure, attempts) = ("", 0);
        while (attempts < Attempts)
        {
            if (attempts > 0)
                await Task.Delay(pause, interrupt);
            var before = Length(part);
            try
            {
                await Continue(address, file, part, before, progress, interrupt);
                var md5 = FileMd5.Of(part);
                if (md5 == file.Md5)
                    return null;
                failure = $"expected MD5 {file.Md5}, got MD5 {md5}";
                File.Delete(part);
                if (before == 0)
                    return failure; // nothing of another time was in it: this mirror has another file
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !interrupt.IsCancellationRequested))
            {
                failure = e is OperationCanceledException ? "it sent nothing any more" : e.Message;
            }

            attempts = Length(part) > before ? 1 : attempts + 1;
        }

        return failure;
    }

    /// <summary>Appends what is missing; begins anew where the server cannot continue.</summary>
    private async Task Continue(
        Uri address, OfficialFile file, string part, long before, Action<Transferred> progress, CancellationToken interrupt)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(interrupt);
        silence.CancelAfter(patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (before > 0)
            request.Headers.Range = new RangeHeaderValue(before, null);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            return; // nothing is missing, or what is here is not of this file: the checksum tells
        response.EnsureSuccessStatusCode();
        var continues = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == before;
        await using var target = new FileStream(part, continues ? FileMode.Append : FileMode.Create, FileAccess.Write);
        var total = target.Length + response.Content.Headers.ContentLength;
        await using var content = await response.Content.ReadAsStreamAsync(silence.Token);
        var block = new byte[1 << 16];
        while (true)
        {
            silence.CancelAfter(patience);
            var got = await content.ReadAsync(block, silence.Token);
            if (got == 0)
                break;
            await target.WriteAsync(block.AsMemory(0, got), interrupt);
            progress(new(file.Name, target.Length, total));
        }

        target.Flush(flushToDisk: true);
    }

    private static long Length(string part) => File.Exists(part) ? new FileInfo(part).Length : 0;
}

/// <summary>How far a download is.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Bytes">How much of it is here.</param>
/// <param name="Total">How long it is, as the server says; null where it does not.</param>
public readonly record struct Transferred(string File, long Bytes, long? Total);
