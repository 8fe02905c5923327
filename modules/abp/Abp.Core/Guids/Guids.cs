using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.Guids;

public class AbpGuidsModule : AbpModule;

public interface IGuidGenerator
{
    Guid Create();
}

public class SimpleGuidGenerator : IGuidGenerator
{
    public static SimpleGuidGenerator Instance { get; } = new();
    public virtual Guid Create() => Guid.NewGuid();
}

public enum SequentialGuidType
{
    SequentialAsString = 0,
    SequentialAsBinary = 1,
    SequentialAtEnd = 2
}

public class AbpSequentialGuidGeneratorOptions
{
    public SequentialGuidType? DefaultSequentialGuidType { get; set; }
    public SequentialGuidType GetDefaultSequentialGuidType() => DefaultSequentialGuidType ?? SequentialGuidType.SequentialAtEnd;
}

/// <summary>Ten random bytes and six bytes of time, laid out so that the database's order is the order of creation.</summary>
public class SequentialGuidGenerator(IOptions<AbpSequentialGuidGeneratorOptions> options) : IGuidGenerator, ITransientDependency
{
    public AbpSequentialGuidGeneratorOptions Options { get; } = options.Value;

    public Guid Create() => Create(Options.GetDefaultSequentialGuidType());

    public Guid Create(SequentialGuidType guidType)
    {
        Span<byte> random = stackalloc byte[10];
        RandomNumberGenerator.Fill(random);
        Span<byte> time = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(time, DateTime.UtcNow.Ticks / TimeSpan.TicksPerMillisecond);
        Span<byte> bytes = stackalloc byte[16];
        if (guidType == SequentialGuidType.SequentialAtEnd)
        {
            random.CopyTo(bytes);
            time[2..].CopyTo(bytes[10..]);
            return new Guid(bytes);
        }
        time[2..].CopyTo(bytes);
        random.CopyTo(bytes[6..]);
        return new Guid(bytes, bigEndian: guidType == SequentialGuidType.SequentialAsString);
    }
}
