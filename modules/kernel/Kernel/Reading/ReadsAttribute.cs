namespace Kernel.Reading;

/// <summary>
/// Says which protected records a page or a service's method shows; each time it does, the ledger takes a row: with an id a
/// view, with words a search, else a list. On a page model it stands for the page's own GET; a named handler has one of its own.
/// </summary>
/// <param name="entity">The permission to see records of the kind; <c>{name}</c> stands for a value of the route.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ReadsAttribute(string entity) : Attribute
{
    public string Entity { get; } = entity;

    /// <summary>The value of the route or query that holds the record's id.</summary>
    public string? Id { get; init; }

    /// <summary>The value of the query that holds a search's words.</summary>
    public string? Words { get; init; }

    /// <summary>The member of the page model, or of what a service answers, that holds the records shown; parts are separated by a point.</summary>
    public string? Rows { get; init; }
}
