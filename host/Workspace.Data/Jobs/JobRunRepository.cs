using Kernel.Rights;
using Volo.Abp.EntityFrameworkCore;

namespace Workspace.Data.Jobs;

/// <summary>Over the interface that belongs to no tenant: the records are in the host's database whoever asks.</summary>
public class JobRunRepository(IDbContextProvider<IJobsDbContext> contexts) : RightsRepository<IJobsDbContext, JobRun, Guid>(contexts);
