using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;

namespace Kernel.Statements;

/// <summary>A tag of the statement, upon which acts whoever knows the database; and a number that EF leaves as it is.</summary>
public class StatementPlans : IStatementPlans, ISingletonDependency
{
    public const string OnceTag = "plan once";

    private static readonly MethodInfo InText = typeof(EF).GetMethod(nameof(EF.Constant))!.MakeGenericMethod(typeof(int));

    public IQueryable<T> Once<T>(IQueryable<T> query) => query.TagWith(OnceTag);

    public IQueryable<T> First<T>(IQueryable<T> query, int rows) => query.Provider.CreateQuery<T>(Expression.Call(TakeOf<T>.Method, query.Expression, Expression.Call(InText, Expression.Constant(rows))));

    /// <summary>To find it among Queryable's methods takes as long as much of a page.</summary>
    private static class TakeOf<T>
    {
        public static readonly MethodInfo Method = ((Func<IQueryable<T>, int, IQueryable<T>>)Queryable.Take).Method;
    }
}
