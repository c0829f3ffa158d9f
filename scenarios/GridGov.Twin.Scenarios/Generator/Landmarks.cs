using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>The named buildings everybody knows their way by.</summary>
internal sealed class Landmarks(DistrictPlan plan, OrgNames names)
{
    /// <summary>The tallest tower, near the middle of its plot.</summary>
    public void Tower(Plot plot)
    {
        var along = plot.SideDirection();
        var floors = 30 + Math.Min(38, plan.Cells / 15);
        for (var shift = 0; shift <= 20; shift = shift > 0 ? -shift : 4 - shift)
        {
            var box = new Box(Plane.Plus(plot.Middle, along, shift), along, 42, 42);
            if (plot.TryBuild(Footprint.Octagon(box), 6, LandUse.Landmark, floors, floors * 4.2, names.Next() + "中心大厦"))
            {
                return;
            }
        }
    }

    public string NameFor(PublicUse use) => names.Next() + use switch
    {
        PublicUse.Hospital => "医院",
        PublicUse.Stadium => "体育场",
        PublicUse.Station => "站",
        _ => "文化宫",
    };
}
