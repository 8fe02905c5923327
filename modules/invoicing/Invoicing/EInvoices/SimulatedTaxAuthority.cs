using System.Collections.Concurrent;
using Volo.Abp.DependencyInjection;

namespace Invoicing.EInvoices;

/// <summary>
/// Stands in for the tax system until a host registers its own <see cref="ITaxAuthority"/>. It keeps what it was sent in memory, takes each
/// tax id once, accepts what has a right check digit and a known predecessor, and rejects the rest with a reason.
/// </summary>
[Dependency(TryRegister = true)]
public class SimulatedTaxAuthority : ITaxAuthority, ISingletonDependency
{
    private readonly ConcurrentDictionary<string, TaxMessage> _taken = new();

    /// <summary>What arrived, each tax id once.</summary>
    public IReadOnlyCollection<TaxMessage> Taken => [.. _taken.Values];

    public Task<string> SendAsync(TaxMessage message) => Task.FromResult("SIM-" + _taken.GetOrAdd(message.TaxId, message).TaxId);

    public Task<TaxVerdict> AskAsync(string reference) => Task.FromResult(_taken.TryGetValue(reference["SIM-".Length..], out var message)
        ? Judge(message)
        : new TaxVerdict(false, "Unknown reference"));

    private TaxVerdict Judge(TaxMessage message) =>
        !TaxId.IsValid(message.TaxId) ? new TaxVerdict(false, "The check digit of the tax id is wrong")
        : message.Subject != EInvoiceSubject.Original && message.Corrects is null ? new TaxVerdict(false, "The invoice that it corrects is missing")
        : new TaxVerdict(true);
}
