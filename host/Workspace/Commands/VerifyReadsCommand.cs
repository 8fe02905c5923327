using System.Globalization;
using Kernel.Reading;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement;

namespace Workspace.Commands;

/// <summary>
/// <c>verify-reads [--tenant=NAME] [--from=2026-11-01] [--to=2026-11-30]</c>: computes the chain of the read ledger again, of one
/// organisation or of all, and names the day and row where it differs. Exit code 1 when it does. Days are UTC, Gregorian.
/// </summary>
public static class VerifyReadsCommand
{
    public static async Task<int> RunAsync(WebApplication app, string[] words)
    {
        if (words.Length > 0) { return CommandLine.Wrong("Use: verify-reads [--tenant=NAME] [--from=YYYY-MM-DD] [--to=YYYY-MM-DD]."); }
        if (!TryReadDay(app.Configuration["from"], out var from) || !TryReadDay(app.Configuration["to"], out var to))
        {
            return CommandLine.Wrong("A day is written as 2026-11-30.");
        }
        await using var scope = app.Services.CreateAsyncScope();
        var tenants = await TenantsAsync(scope.ServiceProvider, app.Configuration["tenant"]);
        if (tenants.Count == 0) { return CommandLine.Wrong($"There is no organisation '{app.Configuration["tenant"]}'."); }
        var isSound = true;
        IReadOnlyList<ReadGap> gaps = [];
        foreach (var (id, name) in tenants)
        {
            using var change = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(id, name);
            var result = await scope.ServiceProvider.GetRequiredService<ReadLedgerVerifier>().VerifyAsync(from, to);
            Report(name, result);
            isSound &= result.IsSound;
            gaps = result.Gaps;
        }
        foreach (var gap in gaps)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Gap: node {gap.Node}, started {gap.StartedAt:u}, ended without closing after {gap.LastSeenAt:u}; views of its last second may be missing."));
        }
        return isSound ? 0 : 1;
    }

    private static async Task<List<(Guid? Id, string Name)>> TenantsAsync(IServiceProvider services, string? name)
    {
        if (name is not null)
        {
            return await services.GetRequiredService<ITenantStore>().FindAsync(name.ToUpperInvariant()) is { } tenant ? [(tenant.Id, tenant.Name)] : [];
        }
        var all = await services.GetRequiredService<ITenantRepository>().GetListAsync();
        return [(null, "(workspace)"), .. all.Select(tenant => ((Guid?)tenant.Id, tenant.Name))];
    }

    private static void Report(string tenant, ReadVerification result)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tenant}: {result.Rows} reads on {result.Days} days; {(result.IsSound ? "sound" : $"{result.Faults.Count} faults")}"));
        foreach (var fault in result.Faults)
        {
            Console.WriteLine("  " + FormattableString.Invariant(fault.Kind switch
            {
                ReadFaultKind.RowChanged => (FormattableString)$"{fault.Day:yyyy-MM-dd}, row {fault.Sequence}: this row, or the hash of the one before it, was changed",
                ReadFaultKind.RowRemoved => $"{fault.Day:yyyy-MM-dd}, row {fault.Sequence}: removed",
                ReadFaultKind.RowInserted => $"{fault.Day:yyyy-MM-dd}, row {fault.Sequence}: inserted",
                ReadFaultKind.DayChanged => $"{fault.Day:yyyy-MM-dd}: the day's seal does not fit: it was changed, or sealed with another key",
                ReadFaultKind.DayBeforeRemoved => $"{fault.Day:yyyy-MM-dd}: what this day follows on was removed or changed",
                ReadFaultKind.DayAfterRemoved => $"{fault.Day:yyyy-MM-dd}: a later day was removed",
                _ => $"{fault.Day:yyyy-MM-dd}: the day's own row was removed"
            }));
        }
    }

    private static bool TryReadDay(string? text, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = isDay ? read : null;
        return isDay || text is null;
    }
}
