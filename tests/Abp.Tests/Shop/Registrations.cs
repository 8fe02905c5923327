using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Services;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Uow;

namespace Abp.Tests.Shop;

public interface IFooService;
public interface IBarService;
public interface IService;

public class MyFooService : IFooService, IBarService, IService, ITransientDependency;
public class Derived1 : MyFooService;

public interface IPlainThing;
[ExposeServices(typeof(IPlainThing))]
public class OddlyNamed : IPlainThing, ITransientDependency;

public interface ISharedCounter;
public class SharedCounter : ISharedCounter, ISingletonDependency;

public interface IScopedCounter;
public class ScopedCounter : IScopedCounter, IScopedDependency;

[Dependency(ServiceLifetime.Singleton)]
public class LifetimeByAttribute : ITransientDependency;

public interface IGreeter { string Greet(); }
public class Greeter : IGreeter, ITransientDependency { public string Greet() => "Good day"; }
[Dependency(ReplaceServices = true)]
public class FriendlyGreeter : IGreeter, ITransientDependency { public string Greet() => "Hello"; }

public interface IManyParts;
public class FirstManyParts : IManyParts, ITransientDependency;
public class SecondManyParts : IManyParts, ITransientDependency;

[DisableConventionalRegistration]
public class NotRegistered : ITransientDependency;

public class WithProperties : ITransientDependency
{
    public IFooService? Known { get; set; }
    public IBarService? Unknown { get; set; }
}

/// <summary>Resolved as a class, so only its virtual methods can be intercepted.</summary>
public class ClassProbe(IUnitOfWorkManager units) : ITransientDependency
{
    [UnitOfWork]
    public virtual Task<bool> VirtualAsync() => Task.FromResult(units.Current is not null);
    [UnitOfWork]
    public Task<bool> PlainAsync() => Task.FromResult(units.Current is not null);
    public virtual Task<bool> UnmarkedAsync() => Task.FromResult(units.Current is not null);
}

/// <summary>Uses what its base class is given as properties.</summary>
public class BaseUser : ApplicationService
{
    public virtual Guid NewId() => GuidGenerator.Create();
    public bool HasProvider => LazyServiceProvider is not null;
}
