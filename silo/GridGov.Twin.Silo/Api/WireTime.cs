using System.Globalization;

namespace GridGov.Twin.Silo.Api;

/// <summary>A moment of wall time as the API spells it: UTC, to the second.</summary>
internal static class WireTime
{
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
