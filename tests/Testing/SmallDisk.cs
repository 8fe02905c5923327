using System.Diagnostics;
using Xunit;

namespace Testing;

/// <summary>A file system of some megabytes of its own, to be filled to the last byte.</summary>
public sealed class SmallDisk : IDisposable
{
    private const string BallastName = "ballast";

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? Missing { get; } = FindMissing();

    public string Folder { get; } = Directory.CreateTempSubdirectory("workspace-disk-").FullName;

    private string Ballast => Path.Combine(Folder, BallastName);

    public SmallDisk(int megabytes)
    {
        if (!TryRun("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0777", "workspace-tests", Folder)) { throw new InvalidOperationException("A small disk could not be mounted."); }
    }

    /// <summary>A folder on it that its owner alone may enter.</summary>
    public string CreateFolder(string name, string owner)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        return TryRun("chown", owner, folder) ? folder : throw new InvalidOperationException($"{folder} could not be given to {owner}.");
    }

    /// <summary>Also what was set free meanwhile.</summary>
    public void Fill()
    {
        foreach (var size in (int[])[1 << 20, 1 << 12, 1])
        {
            try
            {
                using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
                while (true) { ballast.Write(new byte[size]); }
            }
            catch (IOException) { /* not one more of this size */ }
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        TryRun("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static string? FindMissing()
    {
        if (!OperatingSystem.IsLinux()) { return "Small disks are made on Linux only."; }
        var folder = Directory.CreateTempSubdirectory("workspace-disk-").FullName;
        var isMounted = TryRun("mount", "-t", "tmpfs", "-o", "size=1m", "workspace-tests", folder);
        if (isMounted) { TryRun("umount", folder); }
        Directory.Delete(folder);
        return isMounted ? null : "A small disk cannot be mounted: that needs root and the right to mount.";
    }

    private static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program
        }
    }
}

/// <summary>A test on a small disk; says so where it was skipped.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute(bool postgres = false) => Skip = SmallDisk.Missing ?? (postgres ? PostgresCluster.Missing : null);
}
