namespace Onboarding.Core.Customers.Crm;

/// <summary>How the external CRM stands to a customer record. Stored as text.</summary>
public enum CrmState
{
    /// <summary>Recorded before the connector was switched on, and never sent.</summary>
    NotSent = 1,

    /// <summary>A version is on its way that the CRM has not confirmed.</summary>
    Pending,

    /// <summary>The CRM confirmed the version that the register holds.</summary>
    Sent,

    /// <summary>It was given up; the reason says why, and somebody sends it again.</summary>
    Failed,

    /// <summary>The CRM says something else than what was sent.</summary>
    Differs,
}

/// <summary>Why a record is not in the external CRM as it is in the register. Stored as text.</summary>
public enum CrmReason
{
    /// <summary>No connection came about, or it broke off before the answer was complete.</summary>
    Unreachable = 1,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>An answer came that is none.</summary>
    NonsenseAnswer,

    /// <summary>The CRM said that something is wrong with itself, or with the address.</summary>
    ServerError,

    /// <summary>The CRM asked for a pause.</summary>
    AskedToWait,

    /// <summary>The CRM did not accept the key or the signature.</summary>
    KeyNotAccepted,

    /// <summary>The CRM did not take this record: sending the same again does not help.</summary>
    RecordRefused,

    /// <summary>After failures in a row nothing is sent for a while.</summary>
    CircuitOpen,

    /// <summary>The connector was switched off before the record went out.</summary>
    SwitchedOff,

    /// <summary>The CRM does not list the customer.</summary>
    MissingThere,

    /// <summary>The CRM holds an earlier version.</summary>
    OlderThere,

    /// <summary>The CRM holds a version that the register does not know, as after the register was restored from a backup.</summary>
    NewerThere,

    /// <summary>The record was changed in the CRM.</summary>
    ChangedThere,

    /// <summary>Other fields are sent by now than when it was sent.</summary>
    MappingChanged,
}
