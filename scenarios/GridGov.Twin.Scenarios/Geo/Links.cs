using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>What hangs together in a net of places, and the shortest links that would join what does not.</summary>
internal static class Links
{
    /// <summary>The component of every place, numbered from 0 in the order of their first places.</summary>
    public static int[] Components(IReadOnlyList<IReadOnlyList<int>> neighbours)
    {
        var component = new int[neighbours.Count];
        Array.Fill(component, -1);
        var count = 0;
        var open = new Stack<int>();
        for (var first = 0; first < component.Length; first++)
        {
            if (component[first] >= 0)
                continue;
            component[first] = count;
            open.Push(first);
            while (open.TryPop(out var at))
            {
                foreach (var next in neighbours[at].Where(next => component[next] < 0))
                {
                    component[next] = count;
                    open.Push(next);
                }
            }

            count++;
        }

        return component;
    }

    /// <summary>Links that make the net one: the smallest component is linked to the nearest place outside it, until there is one.</summary>
    public static List<(int A, int B)> Missing(IReadOnlyList<Place> places, int[] components)
    {
        var links = new List<(int A, int B)>();
        var of = (int[])components.Clone();
        while (of.Distinct().Skip(1).Any())
        {
            var smallest = of.CountBy(component => component).OrderBy(c => c.Value).ThenBy(c => c.Key).First().Key;
            var link = Nearest(places, of, smallest);
            links.Add(link);
            var into = of[link.B];
            for (var i = 0; i < of.Length; i++)
                of[i] = of[i] == smallest ? into : of[i];
        }

        return links;
    }

    private static (int A, int B) Nearest(IReadOnlyList<Place> places, int[] of, int component)
    {
        var best = (A: -1, B: -1);
        var bestM = double.PositiveInfinity;
        for (var a = 0; a < of.Length; a++)
        {
            if (of[a] != component)
                continue;
            for (var b = 0; b < of.Length; b++)
            {
                if (of[b] == component || places[a].MetresTo(places[b]) >= bestM)
                    continue;
                best = (a, b);
                bestM = places[a].MetresTo(places[b]);
            }
        }

        return best;
    }
}
