using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;

namespace Onboarding.Portal.Mail;

/// <summary>Sends over SMTP with the framework's client: STARTTLS and a password where the settings say so.</summary>
/// <param name="settings">The server.</param>
/// <param name="clock">Bounds how long a slow server is waited for.</param>
internal sealed class SmtpMailSender(MailSettings settings, TimeProvider clock) : IMailSender
{
    /// <inheritdoc />
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using MailMessage message = Compose(mail);
        using SmtpClient client = new(settings.Host, settings.Port)
        {
            EnableSsl = settings.StartTls,
            UseDefaultCredentials = false,
            Credentials = string.IsNullOrEmpty(settings.UserName) ? null : new NetworkCredential(settings.UserName, settings.Password),
        };
        TimeSpan limit = TimeSpan.FromSeconds(settings.TimeoutSeconds);
        using CancellationTokenSource deadline = new(limit, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            // The client's own timeout does not bind asynchronous sending, and cancelling does not reach a connection that is being made.
            await client.SendMailAsync(message, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MailNotSentException("SmtpTimeout");
        }
        catch (SmtpException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new MailNotSentException(deadline.IsCancellationRequested ? "SmtpTimeout" : Code(failure)) { IsPermanent = IsRefusedForGood(failure) };
        }
        catch (SmtpException)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    private MailMessage Compose(OutgoingMail mail)
    {
        MailMessage message = new()
        {
            From = new MailAddress(settings.From, settings.FromName, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", MailHeaders.MessageId(mail, settings));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        foreach (string address in mail.To)
        {
            if (!MailAddress.TryCreate(address, out MailAddress? to))
            {
                message.Dispose();
                throw new MailNotSentException("AddressInvalid") { IsPermanent = true };
            }

            message.To.Add(to);
        }

        return message;
    }

    // What the server says of the recipient. What it says of the sender, or of the day, may be another tomorrow.
    private static bool IsRefusedForGood(SmtpException failure) =>
        failure is SmtpFailedRecipientException and not SmtpFailedRecipientsException && (int)failure.StatusCode is >= 500 and < 600;

    private static string Code(SmtpException failure) => failure switch
    {
        SmtpFailedRecipientException => "SmtpRecipientRefused",
        { InnerException: SocketException or IOException { InnerException: SocketException } } => "SmtpUnreachable",
        { InnerException: System.Security.Authentication.AuthenticationException } => "SmtpCertificate",
        { StatusCode: SmtpStatusCode.GeneralFailure } => "SmtpUnreachable",
        _ => $"Smtp{(int)failure.StatusCode}",
    };
}
