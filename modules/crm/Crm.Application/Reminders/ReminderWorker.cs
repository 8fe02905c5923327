using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Threading;

namespace Crm.Activities;

/// <summary>Looks every half minute for what is to be reminded of.</summary>
public class ReminderWorker : AsyncPeriodicBackgroundWorkerBase
{
    public ReminderWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : base(timer, serviceScopeFactory) =>
        Timer.Period = (int)TimeSpan.FromSeconds(30).TotalMilliseconds;

    protected override Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext) => workerContext.ServiceProvider.GetRequiredService<ReminderRound>().RunAsync();
}
