using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Workflows;
using Microsoft.Extensions.Options;

namespace ConferenceBot.People;

/// <summary>
/// What is known of invited addresses: first who has a part, then, for the rest, what the directory says of their account. Only the first may be
/// contacted without a confirmation.
/// </summary>
internal sealed class InvitedPeople(IPeople people, PeopleQueries queries, IOptionsMonitor<PeopleOptions> settings) : IInvitedPeople
{
    private readonly ConcurrentDictionary<CouncilKey, (ImmutableArray<Agency> All, FrozenDictionary<string, Agency> ByDomain)> agencies = new();

    public async Task<ImmutableArray<KnownAddress>> KnowAsync(CouncilKey council, ImmutableArray<string> addresses, CancellationToken cancellationToken)
    {
        var professionals = (await people.FindAsync(council, addresses, cancellationToken)).DistinctBy(p => p.Address).ToDictionary(p => p.Address);
        var open = addresses.Where(a => !professionals.ContainsKey(a) && MailDomains.Of(a) is not null).Distinct().ToList();
        List<DirectoryUser> users = open.Count == 0 ? [] : [.. (await queries.UsersAsync(council, open, cancellationToken)).SelectMany(part => part.Users.Value)];
        return [.. addresses.Select(address => professionals.TryGetValue(address, out var known) ? KnownAddress.Of(known) : Know(council, address, users))];
    }

    public ImmutableArray<Agency> Agencies(CouncilKey council) => Of(council).All;

    private KnownAddress Know(CouncilKey council, string address, List<DirectoryUser> users)
    {
        var domain = MailDomains.Of(address);
        var suggested = domain is null ? null : Of(council).ByDomain.GetValueOrDefault(domain);
        var fitting = users.Where(user => PeopleMapping.Is(user, address)).DistinctBy(user => user.Id).ToList();
        if (PeopleMapping.Match(address, fitting) is { } member)
            return new KnownAddress(address, AccountKind.Member, member.Id, member.Department, Suggested: suggested);
        var account = fitting switch
        {
            [] => domain is null || MailDomains.IsConsumer(domain) ? AccountKind.Consumer : AccountKind.Outside,
            [{ Enabled: not true }] => AccountKind.Disabled,
            [_] => AccountKind.Guest,
            _ => AccountKind.Several,
        };
        // A consumer's domain says nothing that several people have in common, whatever the settings say.
        var employer = domain is not null && !MailDomains.IsConsumer(domain) ? domain : null;
        return new KnownAddress(address, account, Employer: employer, Suggested: employer is null ? null : suggested);
    }

    private (ImmutableArray<Agency> All, FrozenDictionary<string, Agency> ByDomain) Of(CouncilKey council) => agencies.GetOrAdd(council, key =>
    {
        var given = settings.Get(key.Value).Agencies
            .Select(one => (one.Domains, Agency: new Agency(one.Key!, one.Name!, Enum.Parse<AgencyKind>(one.Kind!)))).ToList();
        return (
            [.. given.Select(one => one.Agency)],
            given.SelectMany(one => one.Domains.Select(domain => (Domain: domain.Trim().ToLowerInvariant(), one.Agency))).DistinctBy(pair => pair.Domain)
                .ToFrozenDictionary(pair => pair.Domain, pair => pair.Agency, StringComparer.Ordinal));
    });
}
