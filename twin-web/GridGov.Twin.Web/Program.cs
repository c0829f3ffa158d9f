using GridGov.Twin.Web.Hosting;

return TwinWebHost.Run(args);
