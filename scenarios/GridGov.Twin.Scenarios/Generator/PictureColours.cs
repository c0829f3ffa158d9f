using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>The colours of a <see cref="DistrictPicture"/>.</summary>
internal static class PictureColours
{
    private static readonly (double HeightM, int R, int G, int B)[] Heights =
        [(0, 226, 212, 190), (12, 214, 190, 158), (25, 196, 158, 128), (50, 168, 118, 104), (100, 118, 78, 96), (200, 66, 46, 82), (400, 34, 24, 58)];

    public static string Ground(GroundKind kind) => kind switch
    {
        GroundKind.Park => "#b9d7a2",
        GroundKind.Water => "#8fbcdb",
        GroundKind.Square => "#e4ddd0",
        GroundKind.Field => "#d5dca4",
        _ => "#cf8f6f",
    };

    public static string Cell(CellKind kind) => kind switch
    {
        CellKind.Residential => "#f1eadb",
        CellKind.Commercial => "#f3d9d3",
        CellKind.Mixed => "#f2e2bd",
        CellKind.Industrial => "#dcdce6",
        CellKind.Public => "#e2ead9",
        _ => "#e3e6c4",
    };

    public static string Street(StreetClass street) => street == StreetClass.Avenue ? "#ffffff" : street == StreetClass.Street ? "#fdfdfb" : "#fbfaf5";

    /// <summary>Low buildings light, tall ones dark.</summary>
    public static string Building(double heightM)
    {
        var i = 1;
        while (i < Heights.Length - 1 && heightM > Heights[i].HeightM)
        {
            i++;
        }

        var (low, high) = (Heights[i - 1], Heights[i]);
        var t = Math.Clamp((heightM - low.HeightM) / (high.HeightM - low.HeightM), 0, 1);
        return $"#{Blend(low.R, high.R, t):x2}{Blend(low.G, high.G, t):x2}{Blend(low.B, high.B, t):x2}";
    }

    private static int Blend(int low, int high, double t) => (int)(low + ((high - low) * t));
}
