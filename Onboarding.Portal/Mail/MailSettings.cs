using System.Net.Mail;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Mail;

/// <summary>How mail leaves the portal: section <c>Mail</c>. Without a host it is written into the folder <c>mail</c> of the data folder.</summary>
public sealed record MailSettings
{
    private const int ShortestKey = 16;

    /// <summary>The SMTP server, or null for the mail folder.</summary>
    public string? Host { get; init; }

    /// <summary>Its port; 587 is submission.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection is encrypted with STARTTLS. Off only for a server on this machine.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>The user name, or null where the server asks for none.</summary>
    public string? UserName { get; init; }

    /// <summary>The password.</summary>
    public string? Password { get; init; }

    /// <summary>How long one mail may take, in seconds.</summary>
    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>The address that mail comes from.</summary>
    public string From { get; init; } = "no-reply@onboarding.example";

    /// <summary>The name that mail comes from.</summary>
    public string FromName { get; init; } = "Portal Penerimaan Pelanggan";

    /// <summary>Common addresses of the supervisors, which are no account's: where escalations go; none for no such mails.</summary>
    public IReadOnlyList<string> Supervisors { get; init; } = [];

    /// <summary>The secret with which the mail system signs what it tells of mails that came back, or null when it tells of none.</summary>
    public string? BounceKey { get; init; }

    /// <summary>True when the mail system may tell of mails that came back.</summary>
    public bool TakesBounces => !string.IsNullOrEmpty(BounceKey);

    /// <summary>Mail goes over SMTP rather than into the folder.</summary>
    public bool UsesSmtp => !string.IsNullOrEmpty(Host);

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartupRefusedException">A setting cannot be used.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        MailSettings settings = configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
        if (!MailAddress.TryCreate(settings.From, out _))
        {
            throw new StartupRefusedException("Mail:From is no mail address.");
        }

        if (settings.Port is < 1 or > 65535 || settings.TimeoutSeconds is < 1 or > 300)
        {
            throw new StartupRefusedException("Mail:Port must be 1 to 65535 and Mail:TimeoutSeconds 1 to 300.");
        }

        if (settings.TakesBounces && settings.BounceKey!.Length < ShortestKey)
        {
            throw new StartupRefusedException($"Mail:BounceKey needs at least {ShortestKey} characters.");
        }

        return settings;
    }

    /// <inheritdoc />
    public override string ToString() => UsesSmtp ? "SMTP" : "folder";
}
