namespace ConferenceBot.Sandbox.Faults;

/// <summary>Breaks parts and puts them right, and notes both for whoever watches the recovery.</summary>
internal sealed class FaultActs(SandboxServer sandbox, DatabaseLock database)
{
    private TenantServices Services => sandbox.Services;

    /// <summary>The mode of every part that stays in one.</summary>
    public string Mode(string part) => part == "database" ? database.IsHeld ? "off" : FaultCatalogue.On : Services.Faults[part];

    /// <returns>False when part or mode is unknown, or the fault could not be set; nothing changes then.</returns>
    public async Task<bool> SetAsync(string part, string mode, CancellationToken cancellationToken)
    {
        if (FaultCatalogue.Find(part, mode) is not { } fault)
            return false;
        var before = await sandbox.Health.ReadAsync(cancellationToken);
        var waited = await sandbox.Walk.LookAsync(cancellationToken);
        if (!await DoAsync(part, mode, cancellationToken))
            return false;
        Services.Log.Add("fault", null, $"{FaultCatalogue.PartLabel(part)}: {fault.Label}.");
        if (part == "tokens" || (part == "notices" && FaultCatalogue.IsOnce(part, mode)) || (part == "host" && mode == "restart" && !IsBroken("host")))
            sandbox.Recovery.Once(part, mode, before);
        else if (mode is FaultCatalogue.On or "restart")
            sandbox.Recovery.PutRight(part);
        else
            sandbox.Recovery.Broken(part, mode, before);
        sandbox.Recovery.Look(0, waited, before, _ => false);
        sandbox.RecoveryWatch.Wake();
        return true;
    }

    private bool IsBroken(string part) => sandbox.Recovery.All().Any(one => one.Part == part && one.State == RecoveryState.Broken);

    private async Task<bool> DoAsync(string part, string mode, CancellationToken cancellationToken)
    {
        switch (part)
        {
            case "tokens":
                Services.Keys.Rotate(keepOld: mode == "rotate");
                return true;
            case "notices" when FaultCatalogue.IsOnce(part, mode):
                Tell(mode);
                return true;
            case "host" when mode == "kill":
                await sandbox.KillHostAsync();
                return true;
            case "host":
                await sandbox.RestartHostAsync(cancellationToken);
                return true;
            case "database" when mode == FaultCatalogue.On:
                database.Release();
                return true;
            case "database":
                return database.TryHold();
            default:
                var earlier = Services.Faults[part];
                return Services.Faults.TrySet(part, mode) && await AfterAsync(part, mode, earlier, cancellationToken);
        }
    }

    private void Tell(string mode)
    {
        if (mode == "expired")
            Services.Notices.Expire();
        else
            Services.Notices.Lifecycle(mode switch { "removed" => "subscriptionRemoved", "reauthorize" => "reauthorizationRequired", _ => "missed" });
    }

    /// <summary>Where only an installation helps, the administrator installs the app again when the refusals end.</summary>
    private async Task<bool> AfterAsync(string part, string mode, string earlier, CancellationToken cancellationToken)
    {
        if (part == "notices" && mode == FaultCatalogue.On)
            Services.Notices.TellMissed();
        if (part != "connector" || Services.Faults[part] == earlier)
            return true;
        foreach (var id in Services.Faults.Refused.Take())
        {
            if (earlier == "BotNotInConversationRoster" && Services.Chats.ByConversation(id) is { } chat)
                await sandbox.Bot.InstallAsync(chat, "add", cancellationToken);
        }
        return true;
    }
}
