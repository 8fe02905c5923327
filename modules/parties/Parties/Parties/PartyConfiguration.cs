using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Parties.Parties;

public class PartyConfiguration : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.ToTable(PartiesDbProperties.Table("Parties"), PartiesDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Number).HasMaxLength(PartyConsts.MaxNumberLength).IsUnicode(false).IsOrdinal();
        builder.Property(x => x.Name).HasMaxLength(PartyConsts.MaxNameLength);
        builder.Property(x => x.FirstName).HasMaxLength(PartyConsts.MaxFirstNameLength);
        builder.Property(x => x.LastName).HasMaxLength(PartyConsts.MaxLastNameLength);
        builder.Property(x => x.SearchKey).HasMaxLength(PartyConsts.MaxSearchKeyLength).IsOrdinal()
            .IsSearchedByPart(oftenAmong: $"\"{nameof(Party.RoleTokens)}\" LIKE '%{PartyRoles.CustomerToken}%'");
        builder.Property(x => x.SortKey).HasMaxLength(PartyConsts.MaxSortKeyLength).IsOrdinal();
        builder.Property(x => x.RoleTokens).HasMaxLength(PartyConsts.MaxRoleTokensLength).IsUnicode(false).IsOrdinal();
        builder.Property(x => x.Group).HasMaxLength(PartyConsts.MaxGroupLength);
        builder.Property(x => x.GroupKey).HasMaxLength(PartyConsts.MaxGroupLength).IsOrdinal();
        builder.HasMany(x => x.Identifiers).WithOne().HasForeignKey(x => x.PartyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.ContactPoints).WithOne().HasForeignKey(x => x.PartyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Addresses).WithOne().HasForeignKey(x => x.PartyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Number }, x => x.Number);
        builder.HasIndex(x => new { x.TenantId, x.SortKey, x.Id }); // lists by name, twins of a name
        builder.HasIndex(x => new { x.TenantId, x.OwnerId, x.SortKey, x.Id }); // an owner's list
        builder.HasIndex(x => new { x.TenantId, x.GroupKey, x.SortKey, x.Id }).HasFilter("\"GroupKey\" IS NOT NULL"); // a group's list
    }
}

public class PartyIdentifierConfiguration : IEntityTypeConfiguration<PartyIdentifier>
{
    public void Configure(EntityTypeBuilder<PartyIdentifier> builder)
    {
        builder.ToTable(PartiesDbProperties.Table("Identifiers"), PartiesDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.PartyId, x.Type, x.Source });
        builder.Property(x => x.Source).HasMaxLength(PartyConsts.MaxSourceLength).IsOrdinal();
        builder.Property(x => x.Value).HasMaxLength(PartyConsts.MaxIdentifierLength).IsOrdinal();
        builder.Property(x => x.UniqueKey).HasMaxLength(PartyConsts.MaxIdentifierLength).IsOrdinal();
        builder.Ignore(x => x.IsUnique);
        builder.HasUniqueTenantIndex(
            x => new { x.TenantId, x.UniqueKey, x.Type, x.Source }, x => new { x.UniqueKey, x.Type, x.Source }); // whose is it
        builder.HasIndex(x => new { x.TenantId, x.Value }); // search by a whole identifier
    }
}

public class PartyContactPointConfiguration : IEntityTypeConfiguration<PartyContactPoint>
{
    public void Configure(EntityTypeBuilder<PartyContactPoint> builder)
    {
        builder.ToTable(PartiesDbProperties.Table("ContactPoints"), PartiesDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.PartyId, x.Type, x.Value });
        builder.Property(x => x.Value).HasMaxLength(PartyConsts.MaxContactPointLength).IsOrdinal();
        builder.Property(x => x.PhoneKey).HasMaxLength(Kernel.Identifiers.PhoneNumber.MaxLength).IsUnicode(false).IsOrdinal();
        builder.Property(x => x.Label).HasMaxLength(PartyConsts.MaxLabelLength);
        builder.HasIndex(x => new { x.TenantId, x.PhoneKey }); // search by the end of a telephone
    }
}

public class PartyAddressConfiguration : IEntityTypeConfiguration<PartyAddress>
{
    public void Configure(EntityTypeBuilder<PartyAddress> builder)
    {
        builder.ToTable(PartiesDbProperties.Table("Addresses"), PartiesDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.PartyId, x.Position });
        builder.Property(x => x.Province).HasMaxLength(PartyConsts.MaxPlaceLength);
        builder.Property(x => x.City).HasMaxLength(PartyConsts.MaxPlaceLength);
        builder.Property(x => x.Text).HasMaxLength(PartyConsts.MaxAddressLength);
        builder.Property(x => x.PostalCode).HasMaxLength(PartyConsts.PostalCodeLength).IsUnicode(false);
        builder.Property(x => x.Label).HasMaxLength(PartyConsts.MaxLabelLength);
    }
}
