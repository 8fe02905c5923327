using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;

namespace Kernel.Statements;

/// <summary>Tags the statement; whoever knows the database acts upon it.</summary>
public class StatementPlans : IStatementPlans, ISingletonDependency
{
    public const string OnceTag = "plan once";

    public IQueryable<T> Once<T>(IQueryable<T> query) => query.TagWith(OnceTag);
}
