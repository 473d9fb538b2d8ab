using ConferenceBot.Calendars;
using ConferenceBot.Calendars.Notifications;
using ConferenceBot.Clockwork;
using ConferenceBot.Delivery;
using ConferenceBot.Operations;
using ConferenceBot.People;
using ConferenceBot.Store;
using ConferenceBot.Teams;
using ConferenceBot.Workflows;

var command = CommandLine.Read(args);
if (command.Act is CommandLine.Act.Help or CommandLine.Act.Unknown) return CommandLine.ShowUsage(command);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = command.Settings, ContentRootPath = AppContext.BaseDirectory });
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
builder.Services
    .AddWorkflows()
    .AddStore(builder.Configuration)
    .AddCalendars(builder.Configuration)
    .AddNotifications()
    .AddPeople(builder.Configuration)
    .AddInstallations()
    .AddTeams()
    .AddSingleton<ITeamsTurns, TeamsTurns>()
    .AddDelivery(builder.Configuration)
    .AddClockwork(builder.Configuration)
    .AddOperations();

return await StartUp.RunAsync(builder, command, app => app.MapTeams().MapNotifications().MapClockwork().MapOperations());
