using Microsoft.Extensions.Options;

namespace ConferenceBot.Councils;

internal static class SectionReading
{
    /// <summary>Binds a section; a value that does not fit its key is a settings failure that names the key, like any other.</summary>
    public static OptionsBuilder<TOptions> ReadFrom<TOptions>(this OptionsBuilder<TOptions> builder, IConfigurationSection section)
        where TOptions : class => builder.Configure(options =>
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new OptionsValidationException(builder.Name, typeof(TOptions), [unreadable.Message]);
        }
    });
}
