using System.Reflection;

namespace GridGov.Twin.Web.Map;

/// <summary>
/// Where the browser libraries are served: <c>/weblib/&lt;library&gt;/&lt;version&gt;/…</c>, from the folder <c>weblib</c> beside the host.
/// The version is in the address, so they may be cached for good. The versions are those of package.json at build time.
/// </summary>
public static class WebLib
{
    private static readonly Dictionary<string, string?> Versions = typeof(WebLib).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(item => item.Key.StartsWith("weblib/", StringComparison.Ordinal)).ToDictionary(item => item.Key, item => item.Value);

    /// <summary>The folder of CesiumJS, with a slash at its end; it holds <c>index.js</c>.</summary>
    public static string Cesium { get; } = Folder("cesium");

    /// <summary>The SignalR client; sets <c>globalThis.signalR</c>.</summary>
    public static string SignalR { get; } = Folder("signalr") + "signalr.min.js";

    /// <summary>The ES module of ECharts.</summary>
    public static string ECharts { get; } = Folder("echarts") + "echarts.esm.min.js";

    private static string Folder(string library) => $"/weblib/{library}/{Versions["weblib/" + library]}/";
}
