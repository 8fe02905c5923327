using Microsoft.Extensions.Logging;

namespace Volo.Abp;

/// <summary>A failure whose message is shown to the user as it is.</summary>
public class UserFriendlyException(
    string message, string? code = null, string? details = null, Exception? innerException = null, LogLevel logLevel = LogLevel.Warning)
    : BusinessException(code, message, details, innerException, logLevel), IUserFriendlyException;
