using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

[GrainType(GridKey.Scene)]
internal sealed class SceneGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Cell)]
internal sealed class CellGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Building)]
internal sealed class BuildingGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Device)]
internal sealed class DeviceGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Officer)]
internal sealed class OfficerGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Team)]
internal sealed class TeamGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Desk)]
internal sealed class DeskGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Case)]
internal sealed class CaseGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Incident)]
internal sealed class IncidentGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.CallStream)]
internal sealed class CallStreamGridGrain([PersistentState("state", GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);
