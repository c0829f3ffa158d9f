using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

[GrainType(GridKey.Scene)]
internal sealed class SceneGridGrain([PersistentState(GridKey.Scene, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Cell)]
internal sealed class CellGridGrain([PersistentState(GridKey.Cell, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Building)]
internal sealed class BuildingGridGrain([PersistentState(GridKey.Building, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Device)]
internal sealed class DeviceGridGrain([PersistentState(GridKey.Device, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Officer)]
internal sealed class OfficerGridGrain([PersistentState(GridKey.Officer, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Team)]
internal sealed class TeamGridGrain([PersistentState(GridKey.Team, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Desk)]
internal sealed class DeskGridGrain([PersistentState(GridKey.Desk, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Case)]
internal sealed class CaseGridGrain([PersistentState(GridKey.Case, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.Incident)]
internal sealed class IncidentGridGrain([PersistentState(GridKey.Incident, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);

[GrainType(GridKey.CallStream)]
internal sealed class CallStreamGridGrain([PersistentState(GridKey.CallStream, GridKey.Storage)] IPersistentState<KeptGrain> kept, Homes homes, ILogger<GridGrain> log)
    : GridGrain(kept, homes, log);
