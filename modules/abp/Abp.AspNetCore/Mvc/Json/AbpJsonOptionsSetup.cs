using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Volo.Abp.Timing;

namespace Volo.Abp.AspNetCore.Mvc.Json;

/// <summary>Enums are numbers and may come as texts; instants are those of the clock.</summary>
internal class AbpJsonOptionsSetup(IClock clock) : IConfigureOptions<JsonOptions>
{
    public void Configure(JsonOptions options)
    {
        options.JsonSerializerOptions.Converters.Add(new EnumAsNumberConverter());
        options.JsonSerializerOptions.Converters.Add(new ClockDateTimeConverter(clock));
    }
}

internal class ClockDateTimeConverter(IClock clock) : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        clock.Normalize(reader.GetDateTime());

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(clock.Normalize(value));
}

internal class EnumAsNumberConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private class Converter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        private static readonly bool IsUnsigned = Enum.GetUnderlyingType(typeof(TEnum)) == typeof(ulong);

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String when Enum.TryParse(reader.GetString(), ignoreCase: true, out TEnum value) => value,
            JsonTokenType.Number when IsUnsigned => (TEnum)Enum.ToObject(typeof(TEnum), reader.GetUInt64()),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => (TEnum)Enum.ToObject(typeof(TEnum), number),
            _ => throw new JsonException()
        };

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
        {
            if (IsUnsigned)
            {
                writer.WriteNumberValue(Convert.ToUInt64(value));
            }
            else
            {
                writer.WriteNumberValue(Convert.ToInt64(value));
            }
        }

        public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Enum.TryParse(reader.GetString(), ignoreCase: true, out TEnum value) ? value : throw new JsonException();

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());
    }
}
