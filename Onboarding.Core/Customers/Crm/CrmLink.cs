namespace Onboarding.Core.Customers.Crm;

/// <summary>
/// What is known of a customer record in the external CRM. It holds numbers, versions and codes, nothing of the person. Whoever writes it
/// holds the lock of the customer.
/// </summary>
public sealed class CrmLink
{
    /// <summary>Longest id that the CRM gives a customer.</summary>
    public const int ExternalIdMaxLength = 100;

    /// <summary>Length of a hash, in hexadecimal digits.</summary>
    public const int HashLength = 64;

    private CrmLink()
    {
    }

    internal CrmLink(Guid customerId, string number, DateTimeOffset now)
    {
        CustomerId = customerId;
        Number = number;
        State = CrmState.NotSent;
        StateAt = now;
    }

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>Its number, under which the CRM keeps it.</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>How the CRM stands to it.</summary>
    public CrmState State { get; private set; }

    /// <summary>Since when (UTC).</summary>
    public DateTimeOffset StateAt { get; private set; }

    /// <summary>Why it is not there as it is here, or null.</summary>
    public CrmReason? Reason { get; private set; }

    /// <summary>Status of the last answer that was a failure, or null.</summary>
    public int? HttpStatus { get; private set; }

    /// <summary>The CRM's own id of it, or null.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>The version that the CRM confirmed last, or null.</summary>
    public int? SentVersion { get; private set; }

    /// <summary>SHA-256 of what was sent then, or null.</summary>
    public string? SentHash { get; private set; }

    /// <summary>When it confirmed that (UTC), or null.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The version that the CRM named when it was last asked, or null.</summary>
    public int? ThereVersion { get; private set; }

    /// <summary>True when a person decided that the register's version wins whatever the CRM holds.</summary>
    public bool Overwrites { get; private set; }

    /// <summary>The comparison in which the CRM listed it last, or null.</summary>
    public Guid? CheckedById { get; private set; }

    /// <summary>A version is to be sent. True when none was on its way, so that one message has to be written.</summary>
    internal bool Await(bool overwrites, DateTimeOffset now)
    {
        Overwrites |= overwrites;
        if (State == CrmState.Pending)
        {
            return false;
        }

        MoveTo(CrmState.Pending, reason: null, now);
        return true;
    }

    /// <summary>The CRM confirmed a version; while that is not the one of the register any more, the newer one stays on its way.</summary>
    internal void Confirm(int version, string hash, string externalId, bool isCurrent, DateTimeOffset now)
    {
        (SentVersion, SentHash, SentAt, ExternalId, ThereVersion) = (version, hash, now, externalId, version);
        Overwrites = false;
        if (isCurrent)
        {
            MoveTo(CrmState.Sent, reason: null, now);
        }
    }

    /// <summary>An attempt failed; another one follows by itself.</summary>
    internal void Wait(CrmReason reason, int? httpStatus) => (Reason, HttpStatus) = (reason, httpStatus);

    /// <summary>It was given up.</summary>
    internal void Fail(CrmReason reason, int? httpStatus, DateTimeOffset now)
    {
        MoveTo(CrmState.Failed, reason, now);
        HttpStatus = httpStatus;
    }

    /// <summary>The CRM says something else.</summary>
    internal void Differ(CrmReason reason, int? thereVersion, DateTimeOffset now)
    {
        MoveTo(CrmState.Differs, reason, now);
        ThereVersion = thereVersion;
    }

    /// <summary>The comparison met it.</summary>
    internal void Meet(Guid runId) => CheckedById = runId;

    private void MoveTo(CrmState state, CrmReason? reason, DateTimeOffset now)
    {
        if (State != state)
        {
            StateAt = now;
        }

        (State, Reason, HttpStatus) = (state, reason, null);
    }
}
