using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.DistributedLocking;
using Workspace.Databases;

namespace Workspace.Nodes;

/// <summary>What nodes share that work on one database. SQLite serves one node, whose keys and locks lie in its data folder.</summary>
internal static class WorkspaceNodes
{
    public static void Add(IServiceCollection services, DatabaseProvider database, DataFolder data)
    {
        var protection = services.AddDataProtection().SetApplicationName("Workspace")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        if (database == DatabaseProvider.Sqlite)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
            services.Replace(ServiceDescriptor.Singleton<IAbpDistributedLock, FileLock>());
            return;
        }
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new KeyTable(scopes));
        services.Replace(ServiceDescriptor.Singleton<IAbpDistributedLock, DatabaseLock>());
        if (database == DatabaseProvider.PostgreSql)
        {
            services.AddSingleton<NodeSignals>();
            services.AddHostedService(provider => provider.GetRequiredService<NodeSignals>());
            services.Replace(ServiceDescriptor.Singleton<IDistributedCache, NodeCache>());
        }
    }
}
