using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Generator;

namespace GridGov.Twin.Scenarios.Tests.Generator;

/// <summary>Plans and districts the tests share.</summary>
internal static class Districts
{
    /// <summary>Sizes, seeds and options wide enough to meet every kind of land.</summary>
    public static readonly DistrictPlan[] Several =
    [
        Plan(20, 1), Plan(20, 2) with { River = false }, Plan(37, 3), Plan(60, 4), Plan(95, 5) with { VillageEdge = false },
        Plan(240, 6), Plan(240, 7) with { Density = 1.4 }, Plan(420, 8) with { River = false }, Plan(1_000, 9) with { Density = 0.7 },
    ];

    private static readonly Lazy<CityModel>[] Generated =
        [.. Several.Select(plan => new Lazy<CityModel>(() => DistrictGenerator.Generate(plan)))];

    /// <summary>The district of one of <see cref="Several"/>, generated once.</summary>
    public static CityModel Of(int plan) => Generated[plan].Value;

    public static DistrictPlan Plan(int cells, ulong seed) =>
        new() { Name = "试验区", DivisionCode = "990101", Seed = seed, Cells = cells };

    /// <summary>Every number and letter of a model, as a hash.</summary>
    public static string HashOf(CityModel city) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(city))));

    /// <summary>What a failing test prints, so that the district can be made again.</summary>
    public static string Names(DistrictPlan plan) =>
        string.Create(CultureInfo.InvariantCulture, $"cells {plan.Cells}, seed {plan.Seed}, river {plan.River}, density {plan.Density}");
}
