namespace Volo.Abp.AspNetCore.ExceptionHandling;

public class AbpExceptionHandlingOptions
{
    /// <summary>Sends message and type of any exception; for development only.</summary>
    public bool SendExceptionsDetailsToClients { get; set; }

    /// <summary>With the details, also the stack trace.</summary>
    public bool SendStackTraceToClients { get; set; } = true;

    /// <summary>Exceptions of these types carry their data to the client.</summary>
    public List<Type> SendExceptionDataToClientTypes { get; set; } = [typeof(IBusinessException)];
}
