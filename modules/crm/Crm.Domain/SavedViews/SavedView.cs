using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.SavedViews;

/// <summary>A filter of a list that its user has given a name.</summary>
public class SavedView : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid UserId { get; private set; }
    public string List { get; private set; } = null!;
    public string Name { get; private set; } = null!;

    /// <summary>The filter as the list's address has it, such as ?Mine=true.</summary>
    public string Query { get; private set; } = "";

    private SavedView() { } // EF Core

    public SavedView(Guid id, Guid userId, string list, string name, string? query, Guid? tenantId) : base(id)
    {
        (UserId, TenantId) = (userId, tenantId);
        List = Check.NotNullOrWhiteSpace(list, nameof(list), SavedViewConsts.MaxListLength);
        Name = StoredText.Required(name, nameof(name), SavedViewConsts.MaxNameLength);
        Show(query);
    }

    /// <exception cref="BusinessException">It is too long to be kept.</exception>
    public void Show(string? query) => Query = (query ?? "").Length <= SavedViewConsts.MaxQueryLength ? query ?? "" : throw new BusinessException(CrmErrorCodes.ViewTooLong);
}
