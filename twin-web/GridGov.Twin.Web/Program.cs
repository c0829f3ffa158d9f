using GridGov.Twin.Web.Hosting;

return await TwinWebHost.Run(args);
