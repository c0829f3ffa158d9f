using Microsoft.AspNetCore.Connections;

namespace GridGov.Twin.Web.Hosting;

/// <summary>The process: the pages, and the worlds beside them unless another host has them.</summary>
public static class TwinWebHost
{
    /// <summary>Runs until stopped. The answer is the process's exit code: 0, or 1 when it could not start.</summary>
    public static async Task<int> Run(string[] args)
    {
        var app = Build(args);
        try
        {
            await app.StartAsync();
        }
        catch (IOException busy) when (busy.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"GridGov Twin: {busy.Message} Stop what listens there, or choose another port: --urls http://localhost:5081");
            return 1;
        }

        Console.WriteLine($"GridGov Twin: {app.Services.GetRequiredService<HostAddress>().Own}  (Ctrl+C 停止 to stop)");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static WebApplication Build(string[] args)
    {
        // Settings lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (!HostAddress.IsGiven(builder.Configuration))
            builder.WebHost.UseUrls(HostAddress.Default);
        builder.Services.AddPanels();
        var app = builder.Build();
        app.UseSecurityHeaders(app.Configuration["Cesium:IonToken"]);
        app.UseErrorPages();
        app.UseWebLib();
        app.UseAntiforgery();
        app.MapPanels();
        return app;
    }
}
