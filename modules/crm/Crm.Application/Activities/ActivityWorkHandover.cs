using System.Linq.Expressions;
using Crm.Localization;
using Kernel.Handovers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Crm.Activities;

/// <summary>What somebody has still to do.</summary>
public class ActivityWorkHandover(IRepository<Activity, Guid> activities, IAsyncQueryableExecuter executer) : WorkHandover<Activity>(activities, executer), ITransientDependency
{
    public override string Kind => "Activities";
    public override ILocalizableString DisplayName => LocalizableString.Create<CrmResource>("Handover:Activities");

    protected override Expression<Func<Activity, bool>> OpenOf(Guid userId) => activity => activity.OwnerId == userId && activity.DoneAt == null;

    protected override void Give(Activity record, Guid toUserId) => record.HandOver(toUserId);

    protected override string NameOf(Activity record) => record.IsPrivate ? record.Id.ToString() : record.Subject ?? record.Id.ToString();
}
