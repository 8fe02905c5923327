using System.Linq.Expressions;
using Crm.Localization;
using Kernel.Handovers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Crm.Leads;

/// <summary>Open leads.</summary>
public class LeadWorkHandover(IRepository<Lead, Guid> leads, IAsyncQueryableExecuter executer) : WorkHandover<Lead>(leads, executer), ITransientDependency
{
    public override string Kind => "Leads";
    public override ILocalizableString DisplayName => LocalizableString.Create<CrmResource>("Handover:Leads");

    protected override Expression<Func<Lead, bool>> OpenOf(Guid userId) => lead => lead.OwnerId == userId && lead.Status != LeadStatus.Junk && lead.Status != LeadStatus.Lost && lead.Status != LeadStatus.Converted;

    protected override void Give(Lead record, Guid toUserId) => record.SetOwner(toUserId, record.UnitId);

    protected override string NameOf(Lead record) => record.Name;
}
