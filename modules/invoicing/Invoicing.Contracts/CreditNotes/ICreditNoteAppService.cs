using Invoicing.Documents;
using Volo.Abp.Application.Services;

namespace Invoicing.CreditNotes;

/// <summary>Credit notes are drafted from an invoice; here they are changed and issued.</summary>
public interface ICreditNoteAppService : IApplicationService
{
    Task UpdateAsync(Guid id, DraftDocumentDto input);
    Task DeleteAsync(Guid id);

    /// <summary>Numbers it, lowers the invoice's open amount, posts it and returns its goods to stock.</summary>
    Task IssueAsync(Guid id);
}
