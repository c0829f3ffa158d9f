using GridGov.Twin.Journal.Tests.Stores;
using Xunit.Abstractions;

namespace GridGov.Twin.Silo.Tests.Worlds;

/// <summary>A PostgreSQL database that is gone afterwards.</summary>
internal static class ThrowAway
{
    /// <summary>Its address; null, said in the output, where there is no PostgreSQL.</summary>
    public static string? Database(ITestOutputHelper output)
    {
        if (ThrowAwayPostgres.Shared.WhyNot is not { } why)
        {
            return ThrowAwayPostgres.Shared.Address(ThrowAwayPostgres.Shared.NewDatabase());
        }

        output.WriteLine(why);
        return null;
    }
}
