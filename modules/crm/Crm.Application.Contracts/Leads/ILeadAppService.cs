using Crm.Choices;
using Crm.Customers;
using Parties.Parties;
using Volo.Abp.Application.Services;

namespace Crm.Leads;

public interface ILeadAppService : IApplicationService
{
    Task<LeadDto> GetAsync(Guid id);

    /// <summary>As <see cref="GetAsync"/> with the telephones or the mail uncovered, which is written in the read ledger first.</summary>
    Task<LeadDto> RevealAsync(Guid id, PartyField field);

    /// <summary>The queue: the oldest or the most promising first, page after page; never counts.</summary>
    Task<LeadPage> GetListAsync(LeadListInput input);

    /// <summary>The organisation's lists of sources and reasons.</summary>
    Task<List<ChoiceDto>> GetChoicesAsync();

    Task<Guid> CreateAsync(CreateLeadDto input);
    Task UpdateAsync(Guid id, SaveLeadDto input);
    Task SetStatusAsync(Guid id, LeadStatusDto input);

    /// <summary>A call, message, meeting or note.</summary>
    Task TouchAsync(Guid id, LeadTouchDto input);

    /// <summary>Answers whether it is the customer we wish for. What it is converted into takes the answer along.</summary>
    Task JudgeFitAsync(Guid id, JudgeFitDto input);
    Task PlanNextStepAsync(Guid id, LeadNextStepDto input);

    /// <summary>Puts somebody else in charge; the history goes along.</summary>
    Task HandOverAsync(Guid id, HandOverLeadDto input);

    Task DisqualifyAsync(Guid id, DisqualifyLeadDto input);

    /// <summary>Back to marketing until a day.</summary>
    Task RecycleAsync(Guid id, RecycleLeadDto input);
    Task ReopenAsync(Guid id);

    /// <summary>Known parties that may be this lead, the surest first, and whether there is one out of the reader's sight; shown before it is converted.</summary>
    Task<PartyTwins> GetTwinsAsync(Guid id);

    /// <summary>Becomes a customer (a known one or a new one), a contact, and an opportunity unless none is wanted.</summary>
    Task<ConvertedLeadDto> ConvertAsync(Guid id, ConvertLeadDto input);

    /// <summary>Leads by source: how many came, how many were junk, how many were converted.</summary>
    Task<List<LeadSourceRow>> GetSourceReportAsync(LeadSourceInput input);
}
