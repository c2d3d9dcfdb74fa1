namespace Onboarding.Core.Results;

/// <summary>What can be wrong with one input field, beyond the findings of the identity numbers. Each value has a text in both languages.</summary>
public enum InputProblem
{
    /// <summary>The field must be filled.</summary>
    Required = 1,

    /// <summary>The text is too long. Argument: the greatest length.</summary>
    TooLong,

    /// <summary>The value is not one of the choices.</summary>
    UnknownChoice,

    /// <summary>The date lies in the future.</summary>
    DateInFuture,

    /// <summary>The date lies in the past.</summary>
    DateInPast,

    /// <summary>The date cannot be right (before 1900).</summary>
    DateNotPlausible,

    /// <summary>The applicant is under 18; a minor cannot register alone (UU PDP Pasal 25).</summary>
    UnderAge,

    /// <summary>Consent to the privacy policy is required to process the registration (UU PDP Pasal 20-22).</summary>
    ConsentRequired,

    /// <summary>The privacy policy changed meanwhile; the new text has to be read.</summary>
    ConsentTextOutdated,

    /// <summary>The product's brochure changed meanwhile; price, terms and requirements have to be read again.</summary>
    BrochureOutdated,

    /// <summary>The value is out of range. Arguments: least and greatest value.</summary>
    OutOfRange,

    /// <summary>The value does not have the right form; the finding of the field says what is wrong.</summary>
    NotWellFormed,

    /// <summary>The value must be different.</summary>
    MustDiffer,

    /// <summary>The consent was given too long ago to be relied on. Argument: the greatest age in days.</summary>
    ConsentTooOld,

    /// <summary>Something with this value exists already, and is not overwritten.</summary>
    AlreadyThere,

    /// <summary>A template leaves something open that is not known when its message is sent. Arguments: the placeholder, and those that are known.</summary>
    PlaceholderUnknown,

    /// <summary>A template leaves out what its message is for. Argument: the placeholder.</summary>
    PlaceholderMissing,
}
