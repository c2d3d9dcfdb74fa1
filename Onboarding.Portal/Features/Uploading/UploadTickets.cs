using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Onboarding.Portal.Features.Uploading;

/// <summary>
/// Gives the page a ticket that names where its files go. Only the portal can make or read one, so keys and tokens stand in no
/// address and no log, and nobody reaches a form whose page was never opened. A ticket gives no right by itself: each door asks
/// again who comes.
/// </summary>
public sealed class UploadTickets
{
    /// <summary>How long a page can send with its ticket. An open page of yesterday has to be loaded again.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector;
    private readonly TimeProvider _clock;

    /// <summary>Prepares it.</summary>
    /// <param name="protection">The keys of the portal.</param>
    /// <param name="clock">Clock.</param>
    public UploadTickets(IDataProtectionProvider protection, TimeProvider clock)
    {
        _protector = protection.CreateProtector("Onboarding.Uploads");
        _clock = clock;
    }

    /// <summary>A ticket for a place.</summary>
    public string Issue(UploadPlace place) =>
        _protector.Protect(JsonSerializer.Serialize(new Ticket(place, _clock.GetUtcNow() + Lifetime)));

    /// <summary>The place of a ticket; null when it is none of ours, too old, or for another door.</summary>
    public UploadPlace? Read(string? ticket, UploadDoor door)
    {
        if (string.IsNullOrEmpty(ticket))
        {
            return null;
        }

        try
        {
            Ticket? read = JsonSerializer.Deserialize<Ticket>(_protector.Unprotect(ticket));
            return read is not null && read.Place.Door == door && read.Until > _clock.GetUtcNow() ? read.Place : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record Ticket(UploadPlace Place, DateTimeOffset Until);
}
