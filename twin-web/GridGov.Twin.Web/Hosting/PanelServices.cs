using GridGov.Twin.Client;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Web.Language;
using GridGov.Twin.Web.Live;
using GridGov.Twin.Web.Pages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridGov.Twin.Web.Hosting;

/// <summary>The pages: what they need, and where they are reached.</summary>
public static class PanelServices
{
    /// <summary>Adds what the pages need. A twin already added is the one they show.</summary>
    public static IServiceCollection AddPanels(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(options =>
        {
            options.DetailedErrors = false;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(2);
        });
        services.AddPlainHttp();
        services.AddSingleton<HostAddress>();
        services.TryAddSingleton<ITwin>(all => new TwinClient(new HttpClient { BaseAddress = all.GetRequiredService<HostAddress>().Twin }));
        services.AddSingleton<ChangeFeed>();
        services.AddScoped<Viewer>();
        services.AddScoped<Toasts>();
        return services;
    }

    /// <summary>Maps the pages. They set their own content security policy, so Blazor adds none.</summary>
    public static void MapPanels(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets();
        routes.MapGet("/favicon.ico", () => Results.Redirect("/favicon.svg", permanent: true)).ExcludeFromDescription();
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
