namespace Microsoft.AspNetCore.Routing;

public class AbpEndpointRouterOptions
{
    public List<Action<EndpointRouteBuilderContext>> EndpointConfigureActions { get; } = [];
}

public class EndpointRouteBuilderContext(IEndpointRouteBuilder endpoints, IServiceProvider scopeServiceProvider)
{
    public IEndpointRouteBuilder Endpoints { get; } = endpoints;
    public IServiceProvider ScopeServiceProvider { get; } = scopeServiceProvider;
}
