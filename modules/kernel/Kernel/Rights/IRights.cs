namespace Kernel.Rights;

/// <summary>What the current user may see. No user means nothing, except within <see cref="SystemWork"/>. Costs no statement once known.</summary>
public interface IRights
{
    /// <param name="entity">The permission to see records of the kind.</param>
    ValueTask<RecordScope> GetScopeAsync(string entity);

    /// <param name="field">A permission made by <see cref="RightsPermissions.Field"/>.</param>
    ValueTask<FieldAccess> GetAccessAsync(string field);
}
