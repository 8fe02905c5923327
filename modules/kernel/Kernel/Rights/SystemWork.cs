using Volo.Abp;

namespace Kernel.Rights;

/// <summary>
/// Work that must see the truth whoever set it off: numbering, posting, metrics, seeding. Within it record and field rights
/// do not narrow; the tenant's filter does.
/// </summary>
public static class SystemWork
{
    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>Null outside.</summary>
    public static string? Reason => Ambient.Value;

    /// <param name="reason">Why rights must not narrow here; for whoever reads the code or a trace.</param>
    public static IDisposable Begin(string reason)
    {
        var outer = Ambient.Value;
        Ambient.Value = Check.NotNullOrWhiteSpace(reason, nameof(reason));
        return new DisposeAction(() => Ambient.Value = outer);
    }
}
