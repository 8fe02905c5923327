using System.Threading.Channels;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Npgsql;
using Volo.Abp.Data;

namespace Workspace.Nodes;

/// <summary>
/// Tells the other nodes by PostgreSQL's NOTIFY which key was removed from the cache, and removes what they tell. A node that
/// could not listen for a while forgets everything, since it may have missed something.
/// </summary>
public sealed class NodeSignals(IOptions<AbpDbConnectionOptions> connections, ILogger<NodeSignals> logger) : BackgroundService
{
    private const string Topic = "workspace_cache";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Of a message, by PostgreSQL: 8000 bytes less the sender's name. A longer key is told as "everything".</summary>
    private const int MaxKeyLength = 2000;

    private readonly string _me = Guid.NewGuid().ToString("N");
    private readonly Channel<string> _outbox = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    internal MemoryCache Values { get; } = new(new MemoryCacheOptions());

    /// <summary>Sent at once where the database answers, else as soon as it does.</summary>
    public void Send(string key) => _outbox.Writer.TryWrite(key.Length <= MaxKeyLength ? key : "");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        TryForeverAsync(ListenAsync, stoppingToken), TryForeverAsync(TellAsync, stoppingToken));

    private async Task ListenAsync(CancellationToken stopping)
    {
        await using var session = await OpenAsync(stopping);
        session.Notification += (_, told) => Hear(told.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Topic}", session)) { await listen.ExecuteNonQueryAsync(stopping); }
        Values.Clear();
        while (true) { await session.WaitAsync(stopping); }
    }

    private void Hear(string message)
    {
        if (message.StartsWith(_me, StringComparison.Ordinal)) { return; }
        var key = message[_me.Length..];
        if (key.Length == 0) { Values.Clear(); } else { Values.Remove(key); }
    }

    private async Task TellAsync(CancellationToken stopping)
    {
        await using var session = await OpenAsync(stopping);
        while (await _outbox.Reader.WaitToReadAsync(stopping))
        {
            while (_outbox.Reader.TryPeek(out var key))
            {
                await using var tell = new NpgsqlCommand("SELECT pg_notify($1, $2)", session) { Parameters = { new() { Value = Topic }, new() { Value = _me + key } } };
                await tell.ExecuteNonQueryAsync(stopping);
                _outbox.Reader.TryRead(out _);
            }
        }
    }

    /// <remarks>Sessions of their own: the pool's are returned, and the keep-alive notices a server that went without a word.</remarks>
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken stopping)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connections.Value.ConnectionStrings.Default) { Pooling = false, KeepAlive = 10 }.ConnectionString);
        await session.OpenAsync(stopping);
        return session;
    }

    private async Task TryForeverAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or System.Net.Sockets.SocketException or TimeoutException)
            {
                Values.Clear();
                logger.LogWarning("The other nodes cannot be reached: {Message}. Trying again.", failure.Message);
                await Task.Delay(Pause, stopping);
            }
        }
    }
}
