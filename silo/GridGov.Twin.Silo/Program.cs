using GridGov.Twin.Silo.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddCommandLine(args, new Dictionary<string, string>(SiloSettings.Arguments));
builder.Services.AddTwinSilo(builder.Configuration);
var app = builder.Build();
app.MapTwinSilo();
return app.RunTwin();

/// <summary>The headless host: the worlds, their API and their streams, without the screens.</summary>
public partial class Program;
