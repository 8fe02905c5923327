using System.Linq.Expressions;
using Kernel.Handovers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Parties.Parties;

/// <summary>The parties somebody is in charge of.</summary>
public class PartyWorkHandover(IRepository<Party, Guid> parties, IAsyncQueryableExecuter executer) : WorkHandover<Party>(parties, executer), ITransientDependency
{
    public override string Kind => "Parties";
    public override ILocalizableString DisplayName => LocalizableString.Create<PartiesResource>("Handover:Parties");

    protected override Expression<Func<Party, bool>> OpenOf(Guid userId) => party => party.OwnerId == userId;

    protected override void Give(Party record, Guid toUserId) => record.SetOwner(toUserId, record.UnitId);

    protected override string NameOf(Party record) => $"{record.Name} ({record.Number})";
}
