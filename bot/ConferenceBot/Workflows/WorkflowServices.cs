namespace ConferenceBot.Workflows;

internal static class WorkflowServices
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services) => services
        .AddMetrics()
        .AddSingleton<Measures>()
        .AddSingleton<Telling>()
        .AddSingleton<GatherPrompts>()
        .AddSingleton<RaiseFlags>()
        .AddSingleton<ActOnReport>()
        .AddSingleton<ActOnFlag>()
        .AddSingleton<ActOnEscalation>()
        .AddSingleton<LookAtPeople>()
        .AddSingleton<AskDirectory>()
        .AddSingleton<ActionRoutes>()
        .AddSingleton<ActOnCard>()
        .AddSingleton<AnswerMessage>()
        .AddSingleton<TellOfRemoval>()
        .AddSingleton<NoteReach>()
        .AddSingleton<Reconsider>()
        .AddSingleton<HearCopies>()
        .AddSingleton<SeeEvent>()
        .AddSingleton<CalendarSource>()
        .AddSingleton<EventLooks>()
        .AddSingleton<WhatHappened>()
        .AddSingleton<ReadCalendar>()
        .AddSingleton<KnownSubscriptions>()
        .AddSingleton<KeepSubscription>()
        .AddSingleton<TickRoutes>()
        .AddSingleton<Tick>()
        .AddSingleton<IIds, Ids>();
}
