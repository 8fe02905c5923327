namespace Kernel.Statements;

/// <summary>What a database cannot know of a statement by itself.</summary>
public interface IStatementPlans
{
    /// <summary>Says of a statement that any values find few rows, so that one plan, by indexes, serves them all; else PostgreSQL plans it anew each time, for fear of others.</summary>
    IQueryable<T> Once<T>(IQueryable<T> query);

    /// <summary>
    /// Takes the first rows of a page, with their number in the statement's text. A plan that is kept for all values must guess a number that comes as one of
    /// them, as a tenth of the table; so in large tables PostgreSQL keeps none, and planning takes longer than reading the page.
    /// </summary>
    IQueryable<T> First<T>(IQueryable<T> query, int rows);
}
