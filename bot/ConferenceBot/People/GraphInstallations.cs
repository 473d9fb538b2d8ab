using ConferenceBot.Councils;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace ConferenceBot.People;

/// <summary>
/// Installs the bot in a person's personal scope through Graph (protocol G): look whether it is there, else add it, then look up its chat.
/// Needs <c>TeamsAppInstallation.ReadWriteSelfForUser.All</c>, which reaches this app alone.
/// </summary>
internal sealed class GraphInstallations(GraphClients clients, GraphCalls calls, CouncilsLookup councils) : IInstallations
{
    public async Task<Installation> InstallAsync(CouncilKey council, PersonId person, CancellationToken cancellationToken)
    {
        if (councils[council.Value].CatalogAppId is not { } app) return new Installation.NotOffered();
        var apps = new Apps(clients.For(council), person, app.ToString("D"));
        return await calls.AskAsync(async cancel =>
        {
            try
            {
                var id = await apps.FindAsync(cancel);
                if (id is null)
                {
                    await apps.AddAsync(cancel);
                    id = await apps.FindAsync(cancel);
                }

                return new Installation.Done(id is null ? null : await apps.ChatAsync(id, cancel));
            }
            catch (ApiException refusal) when (refusal.ResponseStatusCode is 400 or 403 or 404)
            {
                return (Installation)new Installation.Refused(GraphCalls.Code(refusal));
            }
        }, cancellationToken);
    }

    /// <summary>The three requests, for one person and one app.</summary>
    private sealed class Apps(GraphServiceClient client, PersonId person, string app)
    {
        private Microsoft.Graph.Users.Item.Teamwork.InstalledApps.InstalledAppsRequestBuilder Installed =>
            client.Users[person.ToString()].Teamwork.InstalledApps;

        public async Task<string?> FindAsync(CancellationToken cancellationToken)
        {
            var page = await Installed.GetAsync(query =>
            {
                query.QueryParameters.Expand = ["teamsApp"];
                query.QueryParameters.Filter = $"teamsApp/id eq '{app}'";
                query.Options.Add(GraphClients.Once);
            }, cancellationToken);
            return (page?.Value ?? throw new FormatException("No list.")).FirstOrDefault()?.Id;
        }

        /// <summary>Somebody may have added it in the meantime: that is what was asked for.</summary>
        public async Task AddAsync(CancellationToken cancellationToken)
        {
            var installation = new UserScopeTeamsAppInstallation
            {
                AdditionalData = new Dictionary<string, object>
                {
                    ["teamsApp@odata.bind"] = $"{client.RequestAdapter.BaseUrl}/appCatalogs/teamsApps/{app}",
                },
            };
            try
            {
                await Installed.PostAsync(installation, query => query.Options.Add(GraphClients.Once), cancellationToken);
            }
            catch (ApiException conflict) when (conflict.ResponseStatusCode == 409)
            {
            }
        }

        /// <summary>The chat comes into being a little after the installation.</summary>
        public async Task<string?> ChatAsync(string installation, CancellationToken cancellationToken)
        {
            try
            {
                return (await Installed[installation].Chat.GetAsync(query =>
                {
                    query.QueryParameters.Select = ["id"];
                    query.Options.Add(GraphClients.Once);
                }, cancellationToken))?.Id;
            }
            catch (ApiException missing) when (missing.ResponseStatusCode == 404)
            {
                return null;
            }
        }
    }
}
