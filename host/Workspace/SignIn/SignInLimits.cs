using System.Net;
using System.Threading.RateLimiting;
using Volo.Abp.DependencyInjection;

namespace Workspace.SignIn;

/// <param name="Address">Where it comes from.</param>
public record SignInAttempt(string Address, string Organisation, string UserName);

/// <summary>
/// Failed attempts to sign in, counted for each address and for each name, known or not. Names and addresses fall into a fixed
/// number of buckets, so that nobody can fill the memory with invented ones.
/// </summary>
public sealed class SignInLimits : ISingletonDependency, IDisposable
{
    public const int FailuresPerName = 20;
    public const int FailuresPerAddress = 100;
    private const int Buckets = 1 << 16;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<int> _names = Limiter(FailuresPerName);
    private readonly PartitionedRateLimiter<int> _addresses = Limiter(FailuresPerAddress);

    public bool MayTry(SignInAttempt attempt) =>
        Take(_names, NameOf(attempt), 0) && Take(_addresses, BucketOf(attempt.Address), 0);

    public void NoteFailure(SignInAttempt attempt)
    {
        Take(_names, NameOf(attempt), 1);
        Take(_addresses, BucketOf(attempt.Address), 1);
    }

    /// <summary>An IPv6 address counts as its network: whoever has one address has the other 2⁶⁴ as well.</summary>
    public static int BucketOf(string address)
    {
        if (IPAddress.TryParse(address, out var parsed) && parsed is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            address = Convert.ToHexString(parsed.GetAddressBytes().AsSpan(0, 8));
        }
        return Bucket(address);
    }

    /// <summary>.NET seeds a text's hash anew in each process: nobody can aim at somebody else's bucket.</summary>
    public static int Bucket(string key) => key.GetHashCode() & (Buckets - 1);

    private static int NameOf(SignInAttempt attempt) => Bucket($"{attempt.Organisation}\n{attempt.UserName}".ToUpperInvariant());

    /// <summary>Asking for no permit tells whether one is left.</summary>
    private static bool Take(PartitionedRateLimiter<int> limiter, int bucket, int permits)
    {
        using var lease = limiter.AttemptAcquire(bucket, permits);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<int> Limiter(int failures) => PartitionedRateLimiter.Create<int, int>(bucket =>
        RateLimitPartition.GetFixedWindowLimiter(bucket, _ => new FixedWindowRateLimiterOptions { PermitLimit = failures, Window = Window }));

    public void Dispose()
    {
        _names.Dispose();
        _addresses.Dispose();
    }
}
