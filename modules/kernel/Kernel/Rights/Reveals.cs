using Kernel.Reading;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;

namespace Kernel.Rights;

/// <summary>Uncovers a masked field of one record for one reading, once that is written in the read ledger.</summary>
public class Reveals(IReadLedger ledger, IRights rights, IPermissionDefinitionManager definitions) : ITransientDependency
{
    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>The permission of the field that is uncovered at this moment; null mostly.</summary>
    internal static string? Field => Ambient.Value;

    /// <param name="field">A permission made by <see cref="RightsPermissions.Field"/>.</param>
    /// <param name="read">Reads the record as always. It is asked twice: what is out of sight is refused before anything is written.</param>
    public virtual async Task<T> ShowAsync<T>(string field, Guid id, Func<Task<T>> read)
    {
        if (await definitions.GetOrNullAsync(field) is not { } known || known[RightsPermissions.PropertyName] is not FieldAccess
            || await rights.GetAccessAsync(field) == FieldAccess.Hidden)
        {
            throw new BusinessException(KernelErrorCodes.FieldHidden);
        }
        await read();
        await ledger.WriteAsync(new ReadEntry(ReadKind.Reveal, RightsPermissions.EntityOf(field), id.ToString(), field));
        var outer = Ambient.Value;
        Ambient.Value = field;
        try
        {
            return await read();
        }
        finally
        {
            Ambient.Value = outer;
        }
    }
}
