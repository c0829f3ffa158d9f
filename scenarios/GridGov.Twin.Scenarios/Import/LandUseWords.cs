using System.Collections.Frozen;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>The words maps use for what a building is for (OpenStreetMap's values), as land uses.</summary>
internal static class LandUseWords
{
    // The most telling key first.
    private static readonly string[] Keys =
        ["building", "kind_detail", "amenity", "shop", "office", "tourism", "building:use", "landuse", "landuse_kind", "use", "type"];

    private static readonly FrozenDictionary<string, LandUse> Words = new (LandUse Use, string Words)[]
    {
        (LandUse.Housing, "apartments residential house detached semidetached_house terrace dormitory bungalow 住宅"),
        (LandUse.Shops, "retail shop mall supermarket kiosk department_store restaurant cafe pub fast_food clothes pharmacy marketplace cinema 商业"),
        (LandUse.Offices, "commercial office bank hotel company embassy newspaper coworking 办公"),
        (LandUse.Works, "industrial warehouse factory manufacture works depot hangar fuel 工业"),
        (LandUse.Civic, "civic public government school kindergarten college university hospital clinic library museum church place_of_worship temple "
            + "synagogue mosque fire_station police theatre arts_centre sports_centre stadium station bus_station train_station transportation 公共"),
        (LandUse.VillageHouse, "farm farm_auxiliary barn village 农村"),
        (LandUse.Landmark, "attraction monument communications_tower tower"),
    }.SelectMany(entry => entry.Words.Split(' ').Select(word => KeyValuePair.Create(word, entry.Use))).ToFrozenDictionary(StringComparer.Ordinal);

    public static LandUse? Of(GeoFeature feature)
    {
        foreach (var key in Keys)
        {
            if (feature.Text(key) is { } word && Words.TryGetValue(word, out var use))
                return use;
        }

        return null;
    }
}
