using Xunit;

namespace Testing;

/// <summary>A test on a real PostgreSQL; says so where it was skipped.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresCluster.Missing;
}
