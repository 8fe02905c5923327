using System.Collections;

namespace Volo.Abp.Http;

/// <summary>The body of an answer that reports a failure.</summary>
public class RemoteServiceErrorResponse(RemoteServiceErrorInfo error)
{
    public RemoteServiceErrorInfo Error { get; set; } = error;
}

public class RemoteServiceErrorInfo
{
    public RemoteServiceErrorInfo() { }

    public RemoteServiceErrorInfo(string message, string? details = null, string? code = null, IDictionary? data = null)
    {
        Message = message;
        Details = details;
        Code = code;
        Data = data;
    }

    public string? Code { get; set; }
    public string? Message { get; set; }
    public string? Details { get; set; }
    public IDictionary? Data { get; set; }
    public RemoteServiceValidationErrorInfo[]? ValidationErrors { get; set; }
}

public class RemoteServiceValidationErrorInfo
{
    public RemoteServiceValidationErrorInfo() { }

    public RemoteServiceValidationErrorInfo(string message, string[] members)
    {
        Message = message;
        Members = members;
    }

    public string Message { get; set; } = null!;
    public string[] Members { get; set; } = null!;
}
