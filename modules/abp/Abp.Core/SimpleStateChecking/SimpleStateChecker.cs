using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Collections;

namespace Volo.Abp.SimpleStateChecking;

/// <summary>Something (a menu item, a permission) that is there only while all its checkers agree.</summary>
public interface IHasSimpleStateCheckers<TState> where TState : IHasSimpleStateCheckers<TState>
{
    List<ISimpleStateChecker<TState>> StateCheckers { get; }
}

public interface ISimpleStateChecker<TState> where TState : IHasSimpleStateCheckers<TState>
{
    Task<bool> IsEnabledAsync(SimpleStateCheckerContext<TState> context);
}

public class SimpleStateCheckerContext<TState>(IServiceProvider serviceProvider, TState state)
    where TState : IHasSimpleStateCheckers<TState>
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public TState State { get; } = state;
}

public interface ISimpleStateCheckerManager<TState> where TState : IHasSimpleStateCheckers<TState>
{
    Task<bool> IsEnabledAsync(TState state);
    Task<SimpleStateCheckerResult<TState>> IsEnabledAsync(TState[] states);
}

public class SimpleStateCheckerResult<TState> : Dictionary<TState, bool> where TState : IHasSimpleStateCheckers<TState>
{
    public SimpleStateCheckerResult()
    {
    }

    public SimpleStateCheckerResult(IEnumerable<TState> states, bool initValue = true)
    {
        foreach (var state in states)
        {
            Add(state, initValue);
        }
    }
}

public class AbpSimpleStateCheckerOptions<TState> where TState : IHasSimpleStateCheckers<TState>
{
    public ITypeList<ISimpleStateChecker<TState>> GlobalStateCheckers { get; } = new TypeList<ISimpleStateChecker<TState>>();
}

internal class SimpleStateCheckerManager<TState>(IServiceProvider serviceProvider, IOptions<AbpSimpleStateCheckerOptions<TState>> options)
    : ISimpleStateCheckerManager<TState> where TState : IHasSimpleStateCheckers<TState>
{
    public Task<bool> IsEnabledAsync(TState state) =>
        state.StateCheckers.Count == 0 && options.Value.GlobalStateCheckers.Count == 0 ? Task.FromResult(true) : CheckAsync(state);

    public async Task<SimpleStateCheckerResult<TState>> IsEnabledAsync(TState[] states)
    {
        var result = new SimpleStateCheckerResult<TState>();
        foreach (var state in states)
        {
            result[state] = await IsEnabledAsync(state);
        }

        return result;
    }

    private async Task<bool> CheckAsync(TState state)
    {
        var context = new SimpleStateCheckerContext<TState>(serviceProvider, state);
        var shared = options.Value.GlobalStateCheckers.Select(type => (ISimpleStateChecker<TState>)serviceProvider.GetRequiredService(type));
        foreach (var checker in state.StateCheckers.Concat(shared))
        {
            if (!await checker.IsEnabledAsync(context))
            {
                return false;
            }
        }

        return true;
    }
}
