using Microsoft.Extensions.Options;

namespace ConferenceBot.Store;

/// <summary>Section <c>Protection</c>: the keys that live outside the database.</summary>
internal sealed class ProtectionOptions
{
    public const string Section = "Protection";
    public const int ShortestAuditKey = 32;

    /// <summary>
    /// Path of a PFX file without a password, with its private RSA key, that wraps the keys of the protected text. Required outside
    /// Development; null = keys are stored in the clear.
    /// </summary>
    public string? Certificate { get; set; }

    /// <summary>Key of the audit chains: base64, at least 32 bytes. Required.</summary>
    public string AuditKey { get; set; } = "";
}

internal sealed class ProtectionOptionsValidator(IHostEnvironment environment) : IValidateOptions<ProtectionOptions>
{
    public ValidateOptionsResult Validate(string? name, ProtectionOptions options)
    {
        List<string> wrong = [];
        if (string.IsNullOrWhiteSpace(options.Certificate))
        {
            if (!environment.IsDevelopment())
                wrong.Add("Protection:Certificate is missing: outside Development the keys of the protected text must be wrapped.");
        }
        else if (!WrappingCertificate.CanBeUsed(options.Certificate))
        {
            wrong.Add("Protection:Certificate must be the path of a PFX file without a password that holds a private RSA key.");
        }

        var key = new byte[options.AuditKey.Length];
        if (!Convert.TryFromBase64String(options.AuditKey, key, out var length) || length < ProtectionOptions.ShortestAuditKey)
            wrong.Add($"Protection:AuditKey must be base64 of at least {ProtectionOptions.ShortestAuditKey} bytes.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
