using System.Reflection;
using Volo.Abp.Collections;

namespace Volo.Abp.BlobStoring;

/// <summary>Keeps files under names. A multi-tenant container keeps each tenant's apart.</summary>
public interface IBlobContainer
{
    /// <exception cref="BlobAlreadyExistsException">There is one of that name, and it must not be overwritten.</exception>
    Task SaveAsync(string name, Stream stream, bool overrideExisting = false, CancellationToken cancellationToken = default);

    /// <returns>Whether there was one.</returns>
    Task<bool> DeleteAsync(string name, CancellationToken cancellationToken = default);
    Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default);

    /// <exception cref="AbpException">There is none of that name.</exception>
    Task<Stream> GetAsync(string name, CancellationToken cancellationToken = default);
    Task<Stream?> GetOrNullAsync(string name, CancellationToken cancellationToken = default);
}

/// <typeparam name="TContainer">Names the container, by <see cref="BlobContainerNameAttribute"/> or by its full name.</typeparam>
public interface IBlobContainer<TContainer> : IBlobContainer where TContainer : class;

public interface IBlobContainerFactory
{
    IBlobContainer Create(string name);
}

public interface IBlobContainerConfigurationProvider
{
    BlobContainerConfiguration Get(string name);
}

public interface IBlobProviderSelector
{
    IBlobProvider Get(string containerName);
}

/// <summary>Makes names that a store can keep.</summary>
public interface IBlobNamingNormalizer
{
    string NormalizeContainerName(string containerName);
    string NormalizeBlobName(string blobName);
}

public interface IBlobProvider
{
    Task SaveAsync(BlobProviderSaveArgs args);
    Task<bool> DeleteAsync(BlobProviderDeleteArgs args);
    Task<bool> ExistsAsync(BlobProviderExistsArgs args);
    Task<Stream?> GetOrNullAsync(BlobProviderGetArgs args);
}

public abstract class BlobProviderBase : IBlobProvider
{
    public abstract Task SaveAsync(BlobProviderSaveArgs args);
    public abstract Task<bool> DeleteAsync(BlobProviderDeleteArgs args);
    public abstract Task<bool> ExistsAsync(BlobProviderExistsArgs args);
    public abstract Task<Stream?> GetOrNullAsync(BlobProviderGetArgs args);
}

public abstract class BlobProviderArgs
{
    public string ContainerName { get; }
    public BlobContainerConfiguration Configuration { get; }
    public string BlobName { get; }
    public CancellationToken CancellationToken { get; }

    protected BlobProviderArgs(string containerName, BlobContainerConfiguration configuration, string blobName, CancellationToken cancellationToken = default)
    {
        ContainerName = Check.NotNullOrWhiteSpace(containerName, nameof(containerName));
        Configuration = Check.NotNull(configuration, nameof(configuration));
        BlobName = Check.NotNullOrWhiteSpace(blobName, nameof(blobName));
        CancellationToken = cancellationToken;
    }
}

public class BlobProviderSaveArgs(
    string containerName, BlobContainerConfiguration configuration, string blobName, Stream blobStream, bool overrideExisting = false,
    CancellationToken cancellationToken = default) : BlobProviderArgs(containerName, configuration, blobName, cancellationToken)
{
    public Stream BlobStream { get; } = Check.NotNull(blobStream, nameof(blobStream));
    public bool OverrideExisting { get; } = overrideExisting;
}

public class BlobProviderDeleteArgs(
    string containerName, BlobContainerConfiguration configuration, string blobName, CancellationToken cancellationToken = default)
    : BlobProviderArgs(containerName, configuration, blobName, cancellationToken);

public class BlobProviderExistsArgs(
    string containerName, BlobContainerConfiguration configuration, string blobName, CancellationToken cancellationToken = default)
    : BlobProviderArgs(containerName, configuration, blobName, cancellationToken);

public class BlobProviderGetArgs(
    string containerName, BlobContainerConfiguration configuration, string blobName, CancellationToken cancellationToken = default)
    : BlobProviderArgs(containerName, configuration, blobName, cancellationToken);

public class BlobAlreadyExistsException : AbpException
{
    public BlobAlreadyExistsException()
    {
    }

    public BlobAlreadyExistsException(string message) : base(message)
    {
    }

    public BlobAlreadyExistsException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

public class BlobContainerNameAttribute(string name) : Attribute
{
    public string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));

    public virtual string GetName(Type type) => Name;

    public static string GetContainerName<T>() => GetContainerName(typeof(T));

    public static string GetContainerName(Type type) => type.GetCustomAttribute<BlobContainerNameAttribute>()?.GetName(type) ?? type.FullName!;
}

[BlobContainerName(Name)]
public class DefaultContainer
{
    public const string Name = "default";
}

public static class BlobContainerExtensions
{
    public static async Task SaveAsync(
        this IBlobContainer container, string name, byte[] bytes, bool overrideExisting = false, CancellationToken cancellationToken = default)
    {
        using var stream = new MemoryStream(bytes);
        await container.SaveAsync(name, stream, overrideExisting, cancellationToken);
    }

    public static async Task<byte[]> GetAllBytesAsync(this IBlobContainer container, string name, CancellationToken cancellationToken = default) =>
        await BytesAsync(await container.GetAsync(name, cancellationToken), cancellationToken);

    public static async Task<byte[]?> GetAllBytesOrNullAsync(this IBlobContainer container, string name, CancellationToken cancellationToken = default) =>
        await container.GetOrNullAsync(name, cancellationToken) is { } stream ? await BytesAsync(stream, cancellationToken) : null;

    private static async Task<byte[]> BytesAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using var source = stream;
        using var copy = new MemoryStream();
        await source.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }
}

public static class BlobContainerFactoryExtensions
{
    public static IBlobContainer Create<TContainer>(this IBlobContainerFactory blobContainerFactory) =>
        blobContainerFactory.Create(BlobContainerNameAttribute.GetContainerName<TContainer>());
}
