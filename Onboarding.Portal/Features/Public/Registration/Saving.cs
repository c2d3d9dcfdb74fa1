namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>Whether what was typed is kept.</summary>
public enum Saving
{
    /// <summary>Nothing was typed yet.</summary>
    None = 0,

    /// <summary>It is on its way.</summary>
    Now = 1,

    /// <summary>All of it is kept.</summary>
    Done = 2,

    /// <summary>It could not be kept: too many forms were begun from this network, or there is more of it than any form holds.</summary>
    Failed = 3,

    /// <summary>Another device or tab went on with the form; nothing of this one is kept until the person says which state is to stay.</summary>
    Elsewhere = 4,

    /// <summary>The form was sent in, thrown away or is past its date.</summary>
    Gone = 5,
}
