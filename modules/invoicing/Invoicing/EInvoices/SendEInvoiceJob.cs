using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Invoicing.EInvoices;

[BackgroundJobName("Invoicing.SendEInvoice")]
public class SendEInvoiceArgs : IMultiTenant
{
    public Guid? TenantId { get; set; }
    public Guid DocumentId { get; set; }
}

/// <summary>
/// Sends an electronic invoice and asks for the outcome, each step committed for itself. Run again at any point it goes on there: the
/// authority answers a tax id that it has as it did the first time.
/// </summary>
public class SendEInvoiceJob(
    IRepository<EInvoice, Guid> eInvoices, ITaxAuthority authority, IPartyReader parties, IUnitOfWorkManager unitsOfWork, IBackgroundJobManager jobs, IClock clock)
    : AsyncBackgroundJob<SendEInvoiceArgs>, ITransientDependency
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(5);

    public override async Task ExecuteAsync(SendEInvoiceArgs args)
    {
        using var system = SystemWork.Begin("what was issued is reported to the tax authority, whoever issued it");
        var state = await StepAsync(args, SendAsync);
        if (state == EInvoiceState.Sent)
        {
            state = await StepAsync(args, async one => one.Judged(await authority.AskAsync(one.Reference!)));
        }
        if (state == EInvoiceState.Sent)
        {
            await jobs.EnqueueAsync(args, delay: AskAgain);
        }
    }

    private async Task SendAsync(EInvoice one)
    {
        if (one.State == EInvoiceState.Waiting)
        {
            one.Sent(await authority.SendAsync(one.ToMessage(await BuyerIdAsync(one.PartyId))), clock.Now);
        }
    }

    private async Task<EInvoiceState?> StepAsync(SendEInvoiceArgs args, Func<EInvoice, Task> act)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        if (await eInvoices.FindAsync(one => one.DocumentId == args.DocumentId) is not { } found)
        {
            return null;
        }
        await act(found);
        await unitOfWork.CompleteAsync();
        return found.State;
    }

    private async Task<string?> BuyerIdAsync(Guid partyId)
    {
        var identifiers = (await parties.FindCardAsync(partyId))?.Identifiers ?? [];
        return new[] { PartyIdentifierType.EconomicCode, PartyIdentifierType.CompanyId, PartyIdentifierType.NationalId }
            .Select(type => identifiers.FirstOrDefault(identifier => identifier.Type == type)?.Value).FirstOrDefault(value => value is not null);
    }
}
