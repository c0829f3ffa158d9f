using GridGov.Twin.Silo.Hosting;

namespace GridGov.Twin.Web.Hosting;

/// <summary>The process: the pages, and the worlds beside them, or the way through to the host that has them.</summary>
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
        var elsewhere = HostAddress.Elsewhere(builder.Configuration);
        builder.Services.AddPanels();
        if (elsewhere is null)
            builder.Services.AddTwinSilo(builder.Configuration);
        else if (IsAddress(elsewhere))
            builder.Services.AddHttpForwarder();
        else
            return Refuse(elsewhere);

        var app = builder.Build();
        app.UseSecurityHeaders(app.Configuration["Cesium:IonToken"]);
        app.UseErrorPages();
        app.UseRouting();
        app.UseWebLib();
        app.UseAntiforgery();
        if (elsewhere is null)
            app.MapTwinSilo();
        else
            app.MapPassThrough(new Uri(elsewhere));
        app.MapPanels();
        return app.RunTwin();
    }

    private static bool IsAddress(string host) => Uri.TryCreate(host, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static int Refuse(string host)
    {
        Console.Error.WriteLine($"gridgov: GridGov:Host '{host}': expected the address of a twin host, such as http://localhost:5200");
        return 1;
    }
}
