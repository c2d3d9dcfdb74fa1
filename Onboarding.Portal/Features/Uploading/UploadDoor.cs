namespace Onboarding.Portal.Features.Uploading;

/// <summary>Through which door a file comes in. It decides who may send, and where the file goes.</summary>
public enum UploadDoor
{
    /// <summary>Into a case: staff, whom the transition table allows to add a document to it now (stages 1 and 2).</summary>
    Case = 1,

    /// <summary>Beside a registration that Customer Service types (stage 1).</summary>
    Intake,

    /// <summary>Beside a registration that an applicant fills in, or goes on with by its link (stage 1).</summary>
    Form,

    /// <summary>Beside the answer to one question, behind the link of the request (stages 1 and 2).</summary>
    Reply,
}
