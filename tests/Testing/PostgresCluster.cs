using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Testing;

/// <summary>
/// A throwaway PostgreSQL of this test run on a private loopback port, sorted by ICU's Persian so that nothing can rest on a
/// binary collation. It ends with the process.
/// </summary>
public sealed class PostgresCluster
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Lazy<PostgresCluster> Started = new(() => new PostgresCluster(""));

    private readonly string _folder;
    private readonly int _port = FreePort();

    private const string FolderPrefix = "workspace-postgres-";

    private static string? Programs { get; } = FindPrograms();

    /// <summary>Why there is no PostgreSQL to test with; null when there is one.</summary>
    public static string? Missing { get; } = FindPrograms() is null
        ? "PostgreSQL's programs are not here: install postgresql, or name the folder of initdb and pg_ctl in CRM_POSTGRES." : null;

    public static PostgresCluster Instance => Started.Value;

    private PostgresCluster(string suffix)
    {
        _folder = Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Environment.ProcessId}{suffix}");
        StopOrphans();
        Directory.CreateDirectory(_folder);
        if (IsRoot) { Run("chown", "postgres", _folder); }
        RunServerProgram("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale-provider=icu", "--icu-locale=fa", "--lc-ctype=C.UTF-8");
        RunServerProgram("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o",
            $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c max_connections=200 -c shared_buffers=64MB", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(_folder);
    }

    /// <summary>One of its own, for what would harm the databases of other tests; to be ended.</summary>
    public static PostgresCluster StartAnother() => new($".{Guid.NewGuid():N}");

    public void End() => Stop(_folder);

    private string Data => Path.Combine(_folder, "data");
    private static bool IsRoot => Environment.UserName == "root";

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Database={database};Username=postgres;Maximum Pool Size=20";

    /// <summary>A new database, empty or a copy of one that nobody is connected to.</summary>
    /// <returns>Its connection string.</returns>
    public string Create(string? template = null)
    {
        var name = $"t{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}");
        return ConnectionString(name);
    }

    /// <summary>A new database whose tables lie in a folder of the server's user.</summary>
    /// <returns>Its connection string.</returns>
    public string CreateIn(string folder)
    {
        var name = $"t{Guid.NewGuid():N}";
        Execute($"CREATE TABLESPACE s{name} LOCATION '{folder}'");
        Execute($"CREATE DATABASE {name} TEMPLATE template0 TABLESPACE s{name}");
        return ConnectionString(name);
    }

    /// <summary>A copy of a database that is in use: who is connected is put out for a moment.</summary>
    /// <returns>The copy's name.</returns>
    public string Copy(string connectionString)
    {
        var name = DatabaseOf(connectionString);
        Execute($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        Disconnect(connectionString);
        var copy = DatabaseOf(Create(name));
        Execute($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        return copy;
    }

    public void Drop(string connectionString)
    {
        using (var connection = new NpgsqlConnection(connectionString)) { NpgsqlConnection.ClearPool(connection); }
        Execute($"DROP DATABASE {DatabaseOf(connectionString)} WITH (FORCE)");
    }

    public static string DatabaseOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    /// <summary>Ends every connection to the database, as a server does that is restarted.</summary>
    public void Disconnect(string connectionString) =>
        Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{DatabaseOf(connectionString)}'");

    /// <summary>Until somebody's session is as <paramref name="condition"/> on <c>pg_stat_activity</c> says.</summary>
    /// <returns>How many there are.</returns>
    public static async Task<long> AwaitSessionAsync(string connectionString, string condition)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND {condition}", connection);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(2))
        {
            if ((long)(await command.ExecuteScalarAsync())! is > 0 and var found) { return found; }
        }
        throw new InvalidOperationException($"Nobody's session came to be as {condition} says.");
    }

    /// <summary>Takes the server away without a word; <see cref="Start"/> brings it back.</summary>
    public void Crash() => RunServerProgram("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public void Start() => RunServerProgram("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "start");

    public void Execute(string statement)
    {
        using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Of test runs that were killed.</summary>
    private static void StopOrphans()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var process = int.Parse(Path.GetFileName(folder)[FolderPrefix.Length..].Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
            if (!Directory.Exists($"/proc/{process}")) { Stop(folder); }
        }
    }

    private static void Stop(string folder)
    {
        try { RunServerProgram("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop"); }
        catch (InvalidOperationException) { /* it had ended already */ }
        try { Directory.Delete(folder, true); }
        catch (DirectoryNotFoundException) { /* another run cleans up too */ }
    }

    private static void RunServerProgram(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        if (IsRoot) { Run("runuser", ["-u", "postgres", "--", path, .. arguments]); } else { Run(path, arguments); } // it refuses to run as root
    }

    private static void Run(string program, params string[] arguments)
    {
        // pg_ctl's server inherits what it writes to: a pipe would be held open for as long as the server runs.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = Path.GetTempPath() })!;
        process.WaitForExit();
        if (process.ExitCode != 0) { throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}."); }
    }

    private static string? FindPrograms()
    {
        if (Environment.GetEnvironmentVariable("CRM_POSTGRES") is { Length: > 0 } named) { return Directory.Exists(named) ? named : null; }
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(x => x, StringComparer.Ordinal).Select(x => Path.Combine(x, "bin")) : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(x => File.Exists(Path.Combine(x, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
