using System.Collections.Specialized;

namespace Workspace.Databases;

/// <summary>Where the schedule of periodic work lives: in the workspace's own database, in which nodes share it; of SQLite's one process in its memory.</summary>
internal static class ScheduleStore
{
    internal const string MadeAtStart = "quartz.jobStore.schemaProvisioning";

    public static NameValueCollection Properties(DatabaseProvider provider, string? connectionString)
    {
        var properties = new NameValueCollection { ["quartz.scheduler.instanceName"] = "Workspace", ["quartz.threadPool.maxConcurrency"] = "4" };
        if (provider == DatabaseProvider.Sqlite) { return properties; }
        var (name, driver) = provider == DatabaseProvider.PostgreSql ? ("Npgsql", "PostgreSQLDelegate") : ("SqlServer", "SqlServerDelegate");
        properties["quartz.scheduler.instanceId"] = "AUTO";
        properties["quartz.jobStore.type"] = "Quartz.Impl.AdoJobStore.JobStoreTX, Quartz";
        properties["quartz.jobStore.driverDelegateType"] = $"Quartz.Impl.AdoJobStore.{driver}, Quartz";
        properties["quartz.jobStore.tablePrefix"] = "QRTZ_";
        properties["quartz.jobStore.clustered"] = "true";
        properties["quartz.scheduler.idleWaitTime"] = "2000"; // so soon a node takes over from one that stopped; 30 s else
        properties["quartz.jobStore.useProperties"] = "true";
        properties[MadeAtStart] = "CreateIfMissing";
        properties["quartz.jobStore.dataSource"] = "workspace";
        properties["quartz.dataSource.workspace.provider"] = name;
        properties["quartz.dataSource.workspace.connectionString"] = connectionString;
        return properties;
    }
}
