using Invoicing.Documents;
using Volo.Abp.Application.Services;

namespace Invoicing.Quotes;

public interface IQuoteAppService : IApplicationService
{
    Task<Guid> CreateAsync(DraftDocumentDto input);
    Task UpdateAsync(Guid id, DraftDocumentDto input);
    Task DeleteAsync(Guid id);

    /// <summary>Gives it a number; from now on it no longer changes. A new version takes the place of the one before it.</summary>
    Task SendAsync(Guid id);

    /// <summary>Drafts the next version of a sent or declined quote. The old one stays what it is until the new one is sent.</summary>
    /// <returns>The new version's id.</returns>
    Task<Guid> ReviseAsync(Guid id);

    /// <summary>Where the customer reads and answers the quote without signing in; null unless it is sent.</summary>
    /// <returns>A path within the workspace, such as /Invoicing/Offer/….</returns>
    Task<string?> GetLinkAsync(Guid id);

    Task AcceptAsync(Guid id);
    Task DeclineAsync(Guid id);

    /// <summary>Accepts a sent quote and makes its draft order in one act.</summary>
    /// <returns>The order's id.</returns>
    Task<Guid> AcceptAndOrderAsync(Guid id);

    /// <summary>Makes a draft order of an accepted quote.</summary>
    /// <returns>The order's id.</returns>
    Task<Guid> CreateOrderAsync(Guid id);
}
