using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.ValueComparers;
using Volo.Abp.EntityFrameworkCore.ValueConverters;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Volo.Abp.EntityFrameworkCore.Modeling
{
    public static class AbpEntityTypeBuilderExtensions
    {
        private static readonly ValueConverter ExtraProperties = new ExtraPropertiesValueConverter<object>();
        private static readonly ValueComparer ExtraPropertiesComparer = new ExtraPropertyDictionaryValueComparer();

        /// <summary>Columns of ABP's interfaces: stamp, extra properties, soft deletion, tenant and audit. Adds no filter and no index.</summary>
        public static void ConfigureByConvention(this EntityTypeBuilder b)
        {
            b.TryConfigureConcurrencyStamp();
            b.TryConfigureExtraProperties();
            b.TryConfigureSoftDelete();
            b.TryConfigureDeletionTime();
            b.TryConfigureDeletionAudited();
            b.TryConfigureMayHaveCreator();
            b.TryConfigureCreationTime();
            b.TryConfigureLastModificationTime();
            b.TryConfigureModificationAudited();
            b.TryConfigureMultiTenant();
        }

        public static void TryConfigureConcurrencyStamp(this EntityTypeBuilder b)
        {
            if (!Is<IHasConcurrencyStamp>(b)) { return; }
            b.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).IsConcurrencyToken().HasMaxLength(ConcurrencyStampConsts.MaxLength)
                .HasColumnName(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).IsRequired();
        }

        public static void TryConfigureExtraProperties(this EntityTypeBuilder b)
        {
            if (!Is<IHasExtraProperties>(b)) { return; }
            b.Property<ExtraPropertyDictionary>(nameof(IHasExtraProperties.ExtraProperties)).HasColumnName(nameof(IHasExtraProperties.ExtraProperties))
                .HasConversion(ExtraProperties, ExtraPropertiesComparer);
        }

        public static void TryConfigureSoftDelete(this EntityTypeBuilder b)
        {
            if (!Is<ISoftDelete>(b)) { return; }
            b.Property(nameof(ISoftDelete.IsDeleted)).IsRequired().HasDefaultValue(false).HasColumnName(nameof(ISoftDelete.IsDeleted));
        }

        public static void TryConfigureDeletionTime(this EntityTypeBuilder b)
        {
            if (Is<IHasDeletionTime>(b)) { b.Property(nameof(IHasDeletionTime.DeletionTime)).IsRequired(false).HasColumnName(nameof(IHasDeletionTime.DeletionTime)); }
        }

        public static void TryConfigureDeletionAudited(this EntityTypeBuilder b)
        {
            if (Is<IDeletionAuditedObject>(b)) { b.Property(nameof(IDeletionAuditedObject.DeleterId)).IsRequired(false).HasColumnName(nameof(IDeletionAuditedObject.DeleterId)); }
        }

        public static void TryConfigureMayHaveCreator(this EntityTypeBuilder b)
        {
            if (Is<IMayHaveCreator>(b)) { b.Property(nameof(IMayHaveCreator.CreatorId)).IsRequired(false).HasColumnName(nameof(IMayHaveCreator.CreatorId)); }
        }

        public static void TryConfigureCreationTime(this EntityTypeBuilder b)
        {
            if (Is<IHasCreationTime>(b)) { b.Property(nameof(IHasCreationTime.CreationTime)).IsRequired().HasColumnName(nameof(IHasCreationTime.CreationTime)); }
        }

        public static void TryConfigureLastModificationTime(this EntityTypeBuilder b)
        {
            if (Is<IHasModificationTime>(b)) { b.Property(nameof(IHasModificationTime.LastModificationTime)).IsRequired(false).HasColumnName(nameof(IHasModificationTime.LastModificationTime)); }
        }

        public static void TryConfigureModificationAudited(this EntityTypeBuilder b)
        {
            if (Is<IModificationAuditedObject>(b)) { b.Property(nameof(IModificationAuditedObject.LastModifierId)).IsRequired(false).HasColumnName(nameof(IModificationAuditedObject.LastModifierId)); }
        }

        public static void TryConfigureMultiTenant(this EntityTypeBuilder b)
        {
            if (Is<IMultiTenant>(b)) { b.Property(nameof(IMultiTenant.TenantId)).IsRequired(false).HasColumnName(nameof(IMultiTenant.TenantId)); }
        }

        private static bool Is<T>(EntityTypeBuilder builder) => typeof(T).IsAssignableFrom(builder.Metadata.ClrType);
    }
}

namespace Volo.Abp.EntityFrameworkCore.ValueComparers
{
    public class ExtraPropertyDictionaryValueComparer() : ValueComparer<ExtraPropertyDictionary>(
        (one, other) => ExtraPropertiesJson.Write(one!) == ExtraPropertiesJson.Write(other!),
        properties => ExtraPropertiesJson.Write(properties).GetHashCode(StringComparison.Ordinal),
        properties => new ExtraPropertyDictionary(properties));
}

namespace Volo.Abp.EntityFrameworkCore.ValueConverters
{
    public class ExtraPropertiesValueConverter<TEntityType>() : ValueConverter<ExtraPropertyDictionary, string>(
        properties => ExtraPropertiesJson.Write(properties), json => ExtraPropertiesJson.Read(json));

    internal static class ExtraPropertiesJson
    {
        public static string Write(ExtraPropertyDictionary properties) => properties.Count == 0 ? "{}" : JsonSerializer.Serialize(properties);

        public static ExtraPropertyDictionary Read(string json)
        {
            var properties = new ExtraPropertyDictionary();
            if (json is "" or "{}") { return properties; }
            using var document = JsonDocument.Parse(json);
            foreach (var property in document.RootElement.EnumerateObject()) { properties[property.Name] = Value(property.Value); }
            return properties;
        }

        private static object? Value(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDecimal(),
            _ => element.Clone()
        };
    }

    internal interface ITimeNormalizer
    {
        DateTime Write(DateTime time);
        DateTime Read(DateTime time);
    }

    internal sealed class UnspecifiedClock : ITimeNormalizer
    {
        public DateTime Write(DateTime time) => time;
        public DateTime Read(DateTime time) => time;
    }

    internal sealed class KindClock(DateTimeKind kind, IClock clock) : ITimeNormalizer
    {
        public DateTime Write(DateTime time) => clock.Normalize(time);
        public DateTime Read(DateTime time) => kind == DateTimeKind.Unspecified ? time : DateTime.SpecifyKind(time, kind);
    }

    /// <summary>Every DateTime is normalised by the clock on its way in and out.</summary>
    internal sealed class NormalizedTimesConvention(ITimeNormalizer times) : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            var converter = new ValueConverter<DateTime, DateTime>(time => times.Write(time), time => times.Read(time));
            foreach (var type in modelBuilder.Metadata.GetEntityTypes())
            {
                if (type.ClrType.IsDefined(typeof(DisableDateTimeNormalizationAttribute), true)) { continue; }
                foreach (var property in type.GetDeclaredProperties())
                {
                    if (property.ClrType != typeof(DateTime) && property.ClrType != typeof(DateTime?)) { continue; }
                    if (property.PropertyInfo?.IsDefined(typeof(DisableDateTimeNormalizationAttribute), true) == true) { continue; }
                    property.Builder.HasConversion(converter);
                }
            }
        }
    }
}
