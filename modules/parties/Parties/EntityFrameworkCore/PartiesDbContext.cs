using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace Parties.EntityFrameworkCore;

[ConnectionStringName(PartiesDbProperties.ConnectionStringName)]
public interface IPartiesDbContext : IEfCoreDbContext
{
    DbSet<Party> Parties { get; }
    DbSet<PartyIdentifier> PartyIdentifiers { get; }
    DbSet<PartyContactPoint> PartyContactPoints { get; }
    DbSet<PartyAddress> PartyAddresses { get; }
}

[ConnectionStringName(PartiesDbProperties.ConnectionStringName)]
public class PartiesDbContext(DbContextOptions<PartiesDbContext> options)
    : AbpDbContext<PartiesDbContext>(options), IPartiesDbContext
{
    public DbSet<Party> Parties { get; set; } = null!;
    public DbSet<PartyIdentifier> PartyIdentifiers { get; set; } = null!;
    public DbSet<PartyContactPoint> PartyContactPoints { get; set; } = null!;
    public DbSet<PartyAddress> PartyAddresses { get; set; } = null!;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureParties();
    }
}

public static class PartiesModelBuilderExtensions
{
    public static void ConfigureParties(this ModelBuilder builder)
    {
        Check.NotNull(builder, nameof(builder));
        builder.ApplyConfiguration(new PartyConfiguration());
        builder.ApplyConfiguration(new PartyIdentifierConfiguration());
        builder.ApplyConfiguration(new PartyContactPointConfiguration());
        builder.ApplyConfiguration(new PartyAddressConfiguration());
        builder.FitToDatabase();
    }
}
