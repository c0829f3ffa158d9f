using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace GridGov.Twin.Web.Hosting;

/// <summary>Serves the browser libraries that the build laid beside the host. Their version is in the address, so they are kept for good.</summary>
public static class WebLibFiles
{
    /// <summary>Serves <c>/weblib/…</c>.</summary>
    public static IApplicationBuilder UseWebLib(this IApplicationBuilder app)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".glb"] = "model/gltf-binary";
        return app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/weblib",
            FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "weblib")),
            ContentTypeProvider = types,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });
    }
}
