namespace Workspace.Administration;

public static class WorkspaceErrorCodes
{
    public const string LastAdministrator = "Workspace:LastAdministrator";
    public const string MoreRights = "Workspace:MoreRights";
    public const string NotOneself = "Workspace:NotOneself";
    public const string UnitCycle = "Workspace:UnitCycle";
    public const string UnitTooDeep = "Workspace:UnitTooDeep";
    public const string SeeAsInactive = "Workspace:SeeAsInactive";
    public const string SeeAsReadOnly = "Workspace:SeeAsReadOnly";

}
