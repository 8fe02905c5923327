using System.Security.Cryptography;
using System.Text;
using Volo.Abp.DistributedLocking;

namespace Workspace.Nodes;

/// <summary>Locks between processes that share a data folder, such as the workspace and a command beside it. The system frees those of a process that dies.</summary>
public class FileLock(DataFolder data) : IAbpDistributedLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<IAbpDistributedLockHandle?> TryAcquireAsync(string name, TimeSpan timeout = default, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(Directory.CreateDirectory(data.Locks).FullName, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16]));
        for (var until = DateTime.UtcNow + timeout; ; await Task.Delay(Pause, cancellationToken))
        {
            try
            {
                return new Handle(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException held) when (held.GetType() == typeof(IOException)) // a derived one is another fault
            {
                if (DateTime.UtcNow >= until) { return null; }
            }
        }
    }

    private sealed class Handle(FileStream file) : IAbpDistributedLockHandle
    {
        public ValueTask DisposeAsync() => file.DisposeAsync();
    }
}
