using ConferenceBot.Sandbox;
using Microsoft.Playwright;
using Xunit;

namespace ConferenceBot.Tests.Browser;

/// <summary>The main job with the real host, done by hand on the sandbox page, as each kind of user would do it.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageStoryTests(ITestOutputHelper output, PageBrowser browser) : IAsyncLifetime
{
    private const string HealthVisitor = "Gita Demoworth", Administrator = "Cleo Placeholder";
    private const string SafeguardingLead = "Kit Sampleby";
    private const string Headteacher = "Lena Mockingham";
    private const string Sergeant = "Nell Madeupson";
    private const string Chair = "Ada Sampleton";
    private const string Manager = "Hugo Trialby";
    private const string Seen = "Shouting at the last meeting made two people leave.";

    private SandboxServer _sandbox = null!;
    private Complaints _complaints = null!;
    private Screen _screen = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        _complaints = new Complaints(_sandbox.Address);
        _screen = await OpenAsync("light", ColorScheme.Light);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_does_their_part_on_the_page()
    {
        await _screen.PictureAsync("01-welcome");
        await PrepareAsync();
        await WarnAsync();
        await EscalateAsync();
        await LookAroundAsync();
        output.WriteLine(await MeasureAsync());
        await MoveAndCancelAsync();

        Assert.Empty(_complaints.All);
    }

    private async Task PrepareAsync()
    {
        await _screen.StepAsync("nextDue");
        await _screen.UnreadAsync(Administrator);
        await _screen.UnreadAsync(HealthVisitor);
        await _screen.LookAsAsync(HealthVisitor);
        var card = _screen.Message("You have a preparation task.");
        await Screen.ShowsAsync(card, "Send your report to the chair");
        await _screen.PictureAsync("02-prompt");
        await _screen.PictureAsync("02-prompt-card", card);
        await card.GetByLabel("I have sent my report to the chair").CheckAsync();
        await card.GetByLabel("Yes, with all of them").CheckAsync();
        card = await _screen.PressAsync(card, "Save");
        await Screen.ShowsAsync(card, "Nothing more due.");
        await Screen.ShowsAsync(card, "gone through with family");
        await Screen.HasNoButtonAsync(card, "Save");
        await _screen.PictureAsync("03-settled");
        await _screen.PressAsync(card, "Correct this");
        await Screen.ShowsAsync(card, "Your preparation task. Nothing is due.");
        await Assertions.Expect(card.GetByLabel("Yes, with all of them")).ToBeCheckedAsync();
        await _screen.PressAsync(card, "Save");
        await Screen.ShowsAsync(card, "Nothing more due.");
        await Screen.HasButtonAsync(card, "Correct this");
    }

    private async Task WarnAsync()
    {
        await _screen.LookAsAsync(SafeguardingLead);
        var form = await _screen.PressAsync(_screen.Message("You have a preparation task."), "Tell the chair about a safety concern");
        await Screen.ShowsAsync(form, "Please check that nobody can see your screen.");
        await form.GetByLabel("What was seen or heard, when?").FillAsync(Seen);
        await form.GetByLabel("Violence to people or things").CheckAsync();
        await form.GetByLabel("The family has been told").CheckAsync();
        await _screen.PictureAsync("04-concern-form", form);
        await _screen.PressAsync(form, "Send to the chair");
        await Screen.ShowsAsync(form, "Safety concern sent");
        await Screen.HasButtonAsync(_screen.Message("not yet read.", "it is passed on by"), "Take this back");
        await _screen.PictureAsync("05-concern-sent");

        await _screen.LookAsAsync(Chair);
        var alert = _screen.Message("one item");
        await Screen.ShowsAsync(alert, "A colleague from Sampleshire schools reports a possible conflict or safety concern.");
        await Assertions.Expect(alert).Not.ToContainTextAsync(Seen);
        await _screen.PictureAsync("06-alert");
        alert = await _screen.PressAsync(alert, "Show what was written");
        await Screen.ShowsAsync(alert, Seen);
        await _screen.PictureAsync("07-alert-text", alert);
        await _screen.PressAsync(alert, "Hide");
        await Assertions.Expect(alert).Not.ToContainTextAsync(Seen);
        await alert.GetByLabel("Separate arrival and waiting").CheckAsync();
        await alert.GetByLabel("Speak to the colleague who sent this").CheckAsync();
        await _screen.PressAsync(alert, "Record the plan");
        await Screen.ShowsAsync(alert, "your plan is recorded");
        await Screen.ShowsAsync(alert, "Separate arrival and waiting");
        await Screen.HasNoButtonAsync(alert, "Record the plan");
        await _screen.PictureAsync("08-plan");

        await _screen.LookAsAsync(SafeguardingLead);
        await Screen.ShowsAsync(_screen.Message("there is a plan."), "The chair has read it and has a plan.");
        await _screen.PictureAsync("09-sender-knows");
    }

    private async Task EscalateAsync()
    {
        await _screen.LookAsAsync(HealthVisitor);
        await _screen.Page.GetByTestId("composer").FillAsync("escalate");
        await _screen.Page.GetByTestId("send").ClickAsync();
        var form = _screen.Message("Ask a manager to put something right.");
        await form.GetByLabel("Which conference?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.GetByLabel("What is not working?").SelectOptionAsync(new SelectOptionValue { Label = "Reports are not shared in time" });
        await form.GetByLabel("What has been tried?").FillAsync("Asked the lead worker twice.");
        await form.GetByLabel("What would put it right?").FillAsync("Reports shared before the day.");
        await _screen.PictureAsync("10-escalation-form", form);
        await _screen.PressAsync(form, "Send to the manager");
        await Screen.ShowsAsync(_screen.Message("A manager has been asked for a decision by"), "You will hear either way.");

        await _screen.LookAsAsync(Manager);
        var ask = _screen.Message("A colleague asks for your decision by");
        await _screen.PictureAsync("11-decision", ask);
        ask = await _screen.PressAsync(ask, "Take this on");
        await Screen.ShowsAsync(ask, "You took this on");
        await Screen.HasNoButtonAsync(ask, "Take this on");
        await _screen.PictureAsync("12-taken-on");

        await _screen.LookAsAsync(HealthVisitor);
        await Screen.ShowsAsync(_screen.Message("Taken on"), "A manager has taken it on and acts by that day.");
        await _screen.PictureAsync("13-requester-knows");
    }

    private async Task LookAroundAsync()
    {
        var dark = await OpenAsync("dark", ColorScheme.Dark);
        await dark.LookAsAsync(Chair);
        await dark.PictureAsync("chair");
        await dark.LookAsAsync(Headteacher);
        await dark.PictureAsync("headteacher");
        await dark.Page.Context.CloseAsync();
        foreach (var (name, scheme) in new[] { ("phone-light", ColorScheme.Light), ("phone-dark", ColorScheme.Dark) })
        {
            var phone = await OpenAsync(name, scheme, phone: true);
            await phone.PictureAsync("people");
            await phone.LookAsAsync(Headteacher);
            await phone.PictureAsync("headteacher");
            if (scheme == ColorScheme.Dark)
            await phone.LookAsAsync(Chair);
            await phone.PictureAsync("chair");
            await phone.Page.GetByRole(AriaRole.Navigation).GetByText("Clock").ClickAsync();
            await phone.PictureAsync("clock");
            await phone.Page.Context.CloseAsync();
        }
    }

    private async Task<string> MeasureAsync()
    {
        await _screen.LookAsAsync(HealthVisitor);
        var settled = _screen.Message("Nothing more due.");
        var id = await settled.GetAttributeAsync("data-testid");
        return await Settling.MeasureAsync(_screen.Page.GetByTestId(id!), "Correct this", "Save", () => _sandbox.Walk.SettleAsync(TestContext.Current.CancellationToken));
    }

    private async Task MoveAndCancelAsync()
    {
        await _screen.WalkToAsync("2026-05-13T12:30");
        await _screen.LookAsAsync(Headteacher);
        await Screen.HasNoButtonAsync(_screen.Message("Nothing to do here: a newer card has this."), "Save");
        await Screen.HasButtonAsync(_screen.Message("The date has changed."), "Save");
        await _screen.PictureAsync("14-moved");

        await _screen.WalkToAsync("2026-05-15T12:00");
        await _screen.LookAsAsync(Sergeant);
        await Screen.HasNoButtonAsync(_screen.Message("This was cancelled."), "Save");
        await Assertions.Expect(_screen.Page.GetByTestId("calendar")).ToContainTextAsync("cancelled", new() { IgnoreCase = true });
        await _screen.PictureAsync("15-cancelled");
    }

    private Task<Screen> OpenAsync(string name, ColorScheme scheme, bool phone = false) =>
        Screen.OpenAsync(browser.Browser, _complaints, _sandbox.Address, name, scheme, phone);
}
