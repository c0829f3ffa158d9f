using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Indicators;

/// <summary>A class of the catalogue (大类), as tables by kind show it: <c>E01</c> 市容环境.</summary>
public sealed record KindGroup(int Index, string Key, string Zh, string En)
{
    /// <summary>The groups of a catalogue in its order, and which group each filing condition is in.</summary>
    public static KindGroup[] Of(CaseCatalogue catalogue, out int[] groupOfKind)
    {
        List<KindGroup> groups = [];
        groupOfKind = new int[catalogue.Conditions.Length];
        foreach (var condition in catalogue.Conditions)
        {
            var key = (condition.Class == CaseClass.Component ? "C" : "E") + condition.BigCode;
            var group = groups.Find(g => g.Key == key);
            if (group is null)
            {
                group = new KindGroup(groups.Count, key, condition.BigZh, condition.BigEn);
                groups.Add(group);
            }

            groupOfKind[condition.Index] = group.Index;
        }

        return [.. groups];
    }
}
