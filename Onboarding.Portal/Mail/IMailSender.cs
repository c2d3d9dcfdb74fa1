namespace Onboarding.Portal.Mail;

/// <summary>Sends mail. The seam behind which SMTP can be replaced.</summary>
public interface IMailSender
{
    /// <summary>Hands the mail over to the mail system.</summary>
    /// <exception cref="MailNotSentException">It was not taken.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellation);
}

/// <summary>A mail was not taken. It carries a code only: what a mail server says can hold an address.</summary>
public sealed class MailNotSentException : Exception
{
    /// <summary>With the code of the failure.</summary>
    /// <param name="code">One word, for the outbox and the administrator.</param>
    public MailNotSentException(string code)
        : base(code) => Code = code;

    /// <summary>Why.</summary>
    public string Code { get; }

    /// <summary>True when the address itself was refused for good (RFC 5321: 5yz), so that another attempt would be refused too.</summary>
    public bool IsPermanent { get; init; }
}
