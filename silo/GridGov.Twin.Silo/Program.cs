using GridGov.Twin.Silo.Hosting;
#if ORLEANS_HOST
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Worlds;
#endif

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddCommandLine(args, new Dictionary<string, string>(SiloSettings.Arguments));
builder.Services.AddTwinSilo(builder.Configuration);
#if ORLEANS_HOST
try
{
    OrleansCluster.Join(builder);
}
catch (StartRefusedException refused)
{
    Console.Error.WriteLine($"gridgov: {refused.Message}");
    return 1;
}
#endif
var app = builder.Build();
app.MapTwinSilo();
return app.RunTwin();

/// <summary>The headless host: the worlds, their API and their streams, without the screens.</summary>
public partial class Program;
