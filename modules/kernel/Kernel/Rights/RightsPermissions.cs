using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace Kernel.Rights;

/// <summary>
/// Record and field rights are permissions, so that whoever manages permissions manages them: in the host's own pages, with
/// its tables, caches and audit. Beside "may see records of the kind" (the entity's own permission, which alone means
/// <see cref="RecordScope.Own"/>) stand three wider scopes; beside "sees the field masked" stand two more.
/// </summary>
public static class RightsPermissions
{
    /// <summary>A permission's property that names what it is: a <see cref="RecordScope"/> or a <see cref="FieldAccess"/>.</summary>
    public const string PropertyName = "Kernel.Rights";

    /// <param name="entity">The permission to see records of the kind, such as <c>Parties.Parties</c>.</param>
    public static string Scope(string entity, RecordScope scope) => $"{entity}.Records.{scope}";

    /// <returns>The permission of a field, which alone means <see cref="FieldAccess.Masked"/>.</returns>
    public static string Field(string entity, string field) => $"{entity}.Fields.{field}";

    /// <summary>The permission to see records of the kind that has the field.</summary>
    /// <param name="field">A permission made by <see cref="Field"/>.</param>
    public static string EntityOf(string field) => field[..field.LastIndexOf(".Fields.", StringComparison.Ordinal)];

    /// <param name="field">A permission made by <see cref="Field"/>.</param>
    public static string Access(string field, FieldAccess access) => access == FieldAccess.Masked ? field : $"{field}.{access}";

    public static PermissionDefinition AddRecordScopes(this PermissionDefinition entity)
    {
        foreach (var scope in (RecordScope[])[RecordScope.Team, RecordScope.Unit, RecordScope.All])
        {
            entity.AddChild(Scope(entity.Name, scope), L($"RecordScope.{scope}"))[PropertyName] = scope;
        }
        return entity;
    }

    public static PermissionDefinition AddField(this PermissionDefinition entity, string field, ILocalizableString displayName)
    {
        var masked = entity.AddChild(Field(entity.Name, field), displayName);
        masked[PropertyName] = FieldAccess.Masked;
        foreach (var access in (FieldAccess[])[FieldAccess.Visible, FieldAccess.Changeable])
        {
            masked.AddChild(Access(masked.Name, access), L($"FieldAccess.{access}"))[PropertyName] = access;
        }
        return entity;
    }

    private static LocalizableString L(string name) => LocalizableString.Create<KernelResource>($"Rights:{name}");
}
