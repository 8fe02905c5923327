using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace Parties;

public static class PartiesPermissions
{
    public const string GroupName = "Parties";

    public static class Parties
    {
        public const string Default = GroupName + ".Parties";
        /// <summary>Take parties out of the workspace as a file.</summary>
        public const string Export = Default + ".Export";
        public const string Create = Default + ".Create";
        public const string Edit = Default + ".Edit";
        public const string Delete = Default + ".Delete";
        public const string SetOwner = Default + ".SetOwner";

        /// <summary>What not everybody sees or changes of a party.</summary>
        public static class Fields
        {
            /// <summary>Mobiles and landlines.</summary>
            public const string Phone = Default + ".Fields." + nameof(PartyField.Phone);
            public const string Email = Default + ".Fields." + nameof(PartyField.Email);
            public const string Identifiers = Default + ".Fields." + nameof(PartyField.Identifiers);
            public const string BirthDate = Default + ".Fields." + nameof(PartyField.BirthDate);
            public const string Address = Default + ".Fields." + nameof(PartyField.Address);

            public static string Of(PartyField field) => $"{Default}.Fields.{field}";
        }
    }
}

public class PartiesPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var parties = context.AddGroup(PartiesPermissions.GroupName, L("Permission:Parties"))
            .AddPermission(PartiesPermissions.Parties.Default, L("Permission:Parties.Parties"))
            .AddRecordScopes();
        foreach (var field in Enum.GetValues<PartyField>())
        {
            parties.AddField(field.ToString(), L($"Field:{field}"));
        }
        parties.AddChild(PartiesPermissions.Parties.Create, L("Permission:Parties.Parties.Create"));
        parties.AddChild(PartiesPermissions.Parties.Edit, L("Permission:Parties.Parties.Edit"));
        parties.AddChild(PartiesPermissions.Parties.Export, L("Permission:Parties.Parties.Export"));
        parties.AddChild(PartiesPermissions.Parties.Delete, L("Permission:Parties.Parties.Delete"));
        parties.AddChild(PartiesPermissions.Parties.SetOwner, L("Permission:Parties.Parties.SetOwner"));
    }

    private static LocalizableString L(string name) => LocalizableString.Create<PartiesResource>(name);
}
