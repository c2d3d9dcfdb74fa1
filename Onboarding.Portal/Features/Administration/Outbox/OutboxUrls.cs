namespace Onboarding.Portal.Features.Administration.Outbox;

/// <summary>The address of the page of outgoing messages.</summary>
public static class OutboxUrls
{
    /// <summary>The list.</summary>
    public const string List = "/administration/outbox";
}
