using ConferenceBot.Domain;
using ConferenceBot.Store;
using ConferenceBot.Workflows;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConferenceBot.Tests.Store;

/// <summary>A real store over a real file in a folder of its own, with the host's own registration.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    public static readonly CouncilKey Here = new("sampleshire");
    public static readonly CouncilKey Elsewhere = new("otherton");
    public static readonly DateTimeOffset Now = new(2026, 5, 11, 8, 0, 0, TimeSpan.Zero);

    private readonly IHost _host;
    private readonly bool _ownsFolder;

    private StoreHost(string folder, IHost host, bool ownsFolder) => (Folder, _host, _ownsFolder) = (folder, host, ownsFolder);

    public string Folder { get; }
    public string File => FileIn(Folder);
    public IServiceProvider Services => _host.Services;
    public IStore Store => Services.GetRequiredService<IStore>();

    public static string NewFolder() => Directory.CreateTempSubdirectory("store-").FullName;

    public static string FileIn(string folder) => Path.Combine(folder, "data", "bot.db");

    /// <param name="folder">A folder to share; null makes one that goes with the host.</param>
    public static async Task<StoreHost> StartAsync(string? folder = null, string environment = "Development", string? certificate = null)
    {
        var host = Build(folder ?? NewFolder(), out var path, environment, certificate);
        await host.StartAsync();
        return new StoreHost(path, host, ownsFolder: folder is null);
    }

    public static IHost Build(string folder, out string path, string environment = "Development", string? certificate = null,
        params (string Key, string? Value)[] changes)
    {
        path = folder;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        var settings = new Dictionary<string, string?>
        {
            ["Store:ConnectionString"] = $"Data Source={FileIn(folder)};Default Timeout=1",
            ["Protection:AuditKey"] = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()),
            ["Protection:Certificate"] = certificate,
        };
        foreach (var (key, value) in changes) settings[key] = value;
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddStore(builder.Configuration);
        return builder.Build();
    }

    public Task WriteAsync(Func<IStoreSession, Task> work) => WriteAsync(Here, work);

    public Task WriteAsync(CouncilKey council, Func<IStoreSession, Task> work) => Store.WriteAsync(
        council,
        async session =>
        {
            await work(session);
            return true;
        },
        default);

    public Task<T> ReadAsync<T>(Func<IStoreSession, Task<T>> work) => Store.ReadAsync(Here, work, default);

    public Task<T> ReadAsync<T>(CouncilKey council, Func<IStoreSession, Task<T>> work) => Store.ReadAsync(council, work, default);

    /// <summary>Changes the file behind the store's back.</summary>
    public int Tamper(string sql) => Tamper(File, sql);

    public static int Tamper(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public static T? Ask<T>(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T?)command.ExecuteScalar();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }
}
