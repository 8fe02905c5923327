using System.Linq.Expressions;
using Crm.Localization;
using Kernel.Handovers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Crm.Opportunities;

/// <summary>Open opportunities.</summary>
public class OpportunityWorkHandover(IRepository<Opportunity, Guid> opportunities, IAsyncQueryableExecuter executer) : WorkHandover<Opportunity>(opportunities, executer), ITransientDependency
{
    public override string Kind => "Opportunities";
    public override ILocalizableString DisplayName => LocalizableString.Create<CrmResource>("Handover:Opportunities");

    protected override Expression<Func<Opportunity, bool>> OpenOf(Guid userId) => opportunity => opportunity.OwnerId == userId && opportunity.State == OpportunityState.Open;

    protected override void Give(Opportunity record, Guid toUserId) => record.SetOwner(toUserId, record.UnitId);

    protected override string NameOf(Opportunity record) => record.Title;
}
