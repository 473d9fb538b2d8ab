using ConferenceBot.Councils;
using ConferenceBot.Domain.People;
using ConferenceBot.Domain;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;

namespace ConferenceBot.Delivery;

/// <summary>Whether there is a personal chat with somebody now.</summary>
internal abstract record Reached
{
    private Reached()
    {
    }

    public sealed record Open : Reached;

    /// <param name="Code">Why not: a code of the connector or of Graph, or one of the constants of <see cref="Reaching"/>.</param>
    /// <param name="Rest">When to look again; machine time from now.</param>
    public sealed record NotYet(string Code, TimeSpan Rest) : Reached;
}

/// <summary>
/// The way to somebody with whom there is no chat yet: ask the connector for the conversation by Entra object id; where the app is missing,
/// install it through Graph and ask again; where Teams is still making the chat, take its id from Graph. A person who removed the bot is left
/// alone: it would be no removal if the bot came back behind their back. What they are asked for stays open, /health and the administrators
/// are told that they are not reached, and the next turn or installation of their own opens the way again.
/// </summary>
internal sealed class Reaching(Council council, TeamsWays ways, IStore store, Calls calls)
{
    public const string RemovedByPerson = "RemovedByPerson";

    /// <summary>By the directory the account is closed, or has no licence: nobody is contacted through it.</summary>
    public const string AccountClosed = "AccountClosed", NoTeams = "NoTeams";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1), Later = TimeSpan.FromHours(1), Tomorrow = TimeSpan.FromDays(1);

    private readonly CouncilKey key = new(council.Key);

    /// <summary>Opens the chat and stores where it is.</summary>
    /// <exception cref="ConnectorException">The connector refused for another reason than a missing installation.</exception>
    public async Task<Reached> OpenAsync(PersonId person, CancellationToken cancellationToken)
    {
        var reach = await store.ReadAsync(key, session => session.People.FindAsync(person, cancellationToken), cancellationToken)
            ?? new Reach(person, null, null, null, null);
        if (reach.Removed) return new Reached.NotYet(RemovedByPerson, Tomorrow);
        if (reach.Standing != Standing.Here) return new Reached.NotYet(reach.Standing == Standing.Gone ? AccountClosed : NoTeams, Later);
        var serviceUrl = reach.ServiceUrl ?? council.ServiceUrl;
        try
        {
            return await CreateAsync(person, serviceUrl, cancellationToken);
        }
        catch (ConnectorException missing) when (missing.Advice == DeliveryAdvice.WaitForInstall)
        {
            return await InstallAsync(person, serviceUrl, missing, cancellationToken);
        }
    }

    private async Task<Reached> CreateAsync(PersonId person, string serviceUrl, CancellationToken cancellationToken)
    {
        var own = $"create/{person}";
        var chat = await calls.MakeAsync(
            own, () => ways.Messages.OpenChatAsync(calls.To(council.Key, serviceUrl, own), council, person.Value, cancellationToken), cancellationToken);
        return await KeepAsync(person, chat, serviceUrl, cancellationToken);
    }

    private async Task<Reached> InstallAsync(
        PersonId person, string serviceUrl, ConnectorException missing, CancellationToken cancellationToken)
    {
        var code = missing.SubCode ?? missing.Code ?? missing.Advice.ToString();
        try
        {
            var installed = await calls.MakeAsync(
                $"install/{person}", () => ways.Installations.InstallAsync(key, person, cancellationToken), cancellationToken);
            return installed switch
            {
                Installation.Done { ChatId: var chat } => await AfterInstallAsync(person, serviceUrl, chat, cancellationToken),
                Installation.Refused refused => new Reached.NotYet(refused.Code, Later),
                Installation.NotOffered => new Reached.NotYet(code, Later),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (CalendarAwayException away)
        {
            return new Reached.NotYet(away.Code, away.RetryAfter ?? Soon);
        }
    }

    private async Task<Reached> AfterInstallAsync(PersonId person, string serviceUrl, string? chat, CancellationToken cancellationToken)
    {
        try
        {
            return await CreateAsync(person, serviceUrl, cancellationToken);
        }
        catch (ConnectorException early) when (early.Advice == DeliveryAdvice.WaitForInstall)
        {
            return chat is null
                ? new Reached.NotYet(early.SubCode ?? early.Code ?? early.Advice.ToString(), Soon)
                : await KeepAsync(person, chat, serviceUrl, cancellationToken);
        }
    }

    /// <summary>A turn may have brought the chat meanwhile: what came from the person counts more than what was asked for.</summary>
    private async Task<Reached> KeepAsync(PersonId person, string conversation, string serviceUrl, CancellationToken cancellationToken)
    {
        await store.WriteAsync(key, async session =>
        {
            var reach = await session.People.FindAsync(person, cancellationToken) ?? new Reach(person, null, null, null, null);
            if (reach.ConversationId is null)
                await session.People.SaveAsync(reach with { ConversationId = conversation, ServiceUrl = serviceUrl }, cancellationToken);
            return true;
        }, cancellationToken);
        return new Reached.Open();
    }
}
