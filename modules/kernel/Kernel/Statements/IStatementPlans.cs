namespace Kernel.Statements;

/// <summary>What a database cannot know of a statement by itself.</summary>
public interface IStatementPlans
{
    /// <summary>Says of a statement that any values find few rows, so that one plan, by indexes, serves them all; else PostgreSQL plans it anew each time, for fear of others.</summary>
    IQueryable<T> Once<T>(IQueryable<T> query);
}
