using System.Globalization;
using GridGov.Twin.Engine.Grains;
using GrainType = Orleans.Runtime.GrainType;
using OrleansId = Orleans.Runtime.GrainId;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>How a district's grain is named on the cluster: its kind in words, and <c>world/number</c>. Part of what is stored: never changed.</summary>
internal static class GridKey
{
    public const string Scene = "scene";
    public const string Cell = "cell";
    public const string Building = "building";
    public const string Device = "device";
    public const string Officer = "officer";
    public const string Team = "team";
    public const string Desk = "desk";
    public const string Case = "case";
    public const string Incident = "incident";
    public const string CallStream = "callstream";

    /// <summary>The name of the grain storage.</summary>
    public const string Storage = "gridgov";

    private const byte FirstKind = Domain.Worlds.Grain.Scene;

    // By the domain's numbers of the kinds, from 1.
    private static readonly string[] Kinds = [Scene, Cell, Building, Device, Officer, Team, Desk, Case, Incident, CallStream];
    private static readonly GrainType[] Types = [.. Kinds.Select(GrainType.Create)];

    public static OrleansId Of(string world, GrainId grain) =>
        OrleansId.Create(Types[grain.Kind - FirstKind], string.Create(CultureInfo.InvariantCulture, $"{world}/{grain.Number}"));

    public static (string World, GrainId Grain) Read(OrleansId id)
    {
        var (kind, key) = (Array.IndexOf(Types, id.Type), id.Key.ToString() ?? "");
        var slash = key.LastIndexOf('/');
        return kind >= 0 && slash > 0 && long.TryParse(key.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (key[..slash], new GrainId((byte)(kind + FirstKind), number))
            : throw new FormatException($"'{id}' is no grain of a district: expected a kind and world/number");
    }
}
