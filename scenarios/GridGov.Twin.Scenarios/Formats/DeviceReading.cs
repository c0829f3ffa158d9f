using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>Reads how devices behave.</summary>
internal static class DeviceReading
{
    public static readonly MapShape Shape = new("devices", ["notices", "notice-delay", "false-alarms-per-year", "between-failures", "repair"], []);

    public static DeviceRules Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new DeviceRules(
            fields["notices"].Share(), fields["notice-delay"].Distribution(), fields["false-alarms-per-year"].Real(0, 1e6),
            fields["between-failures"].DistributionOr(KindSettings.Never), fields["repair"].Distribution());
    }
}
