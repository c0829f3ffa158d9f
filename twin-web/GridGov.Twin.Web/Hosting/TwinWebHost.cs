using GridGov.Twin.Silo.Hosting;

namespace GridGov.Twin.Web.Hosting;

/// <summary>The process: the pages, and the worlds beside them unless another host has them.</summary>
public static class TwinWebHost
{
    /// <summary>Runs until stopped. The answer is the process's exit code: 0, or 1 when it could not start.</summary>
    public static int Run(string[] args)
    {
        // Settings lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!HostAddress.IsGiven(builder.Configuration))
            builder.WebHost.UseUrls(HostAddress.Default);
        var isHost = HostAddress.Elsewhere(builder.Configuration) is null;
        builder.Services.AddPanels();
        if (isHost)
            builder.Services.AddTwinSilo(builder.Configuration);

        var app = builder.Build();
        app.UseSecurityHeaders(app.Configuration["Cesium:IonToken"]);
        app.UseErrorPages();
        app.UseRouting();
        app.UseWebLib();
        app.UseAntiforgery();
        if (isHost)
            app.MapTwinSilo();
        app.MapPanels();
        return app.RunTwin();
    }
}
