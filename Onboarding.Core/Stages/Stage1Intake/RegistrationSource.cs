using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>
/// How a registration that staff records reached the company (SOP stage 1: "formulir online, offline, atau kanal komunikasi
/// resmi"): who called or wrote, from where and when, or which paper form was handed in. Kept encrypted in the case.
/// </summary>
public sealed record RegistrationSource
{
    /// <summary>A paper form was handed in, rather than the form being filled in at the counter.</summary>
    public bool OnPaper { get; init; }

    /// <summary>Number on the paper form.</summary>
    public string? FormNumber { get; init; }

    /// <summary>Who called or wrote; the applicant or somebody who speaks for a business.</summary>
    public string? ContactName { get; init; }

    /// <summary>The telephone number in E.164, or the e-mail address, from which it came.</summary>
    public string? ContactAddress { get; init; }

    /// <summary>When it came (UTC), which may be earlier than its entry.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>What else there is to say of it.</summary>
    public string? Remark { get; init; }

    /// <summary>Printing would leak personal data into logs.</summary>
    public override string ToString() => nameof(RegistrationSource);
}

/// <summary>What has to be known of the source over a channel.</summary>
/// <param name="ContactName">Who called or wrote.</param>
/// <param name="ContactAddress">From which number or address.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="FormNumber">Number of the paper form.</param>
/// <param name="Remark">A remark, where nothing else can be shown afterwards.</param>
/// <param name="Evidence">A file that shows it: the scan, the exported e-mail, the screenshot ("Bukti pendaftaran").</param>
public sealed record SourceNeeds(
    FieldNeed ContactName, FieldNeed ContactAddress, FieldNeed ReceivedAt, FieldNeed FormNumber, FieldNeed Remark, FieldNeed Evidence);

/// <summary>Whether a field is asked for.</summary>
public enum FieldNeed
{
    /// <summary>It makes no sense here.</summary>
    Absent = 1,

    /// <summary>It may stay empty.</summary>
    Optional,

    /// <summary>It must be filled.</summary>
    Required,
}

/// <summary>The rules about the source of a registration: one table for the form, the checklist and every other door.</summary>
public static class SourceRules
{
    /// <summary>What the paths of its fields begin with.</summary>
    public const string PathPrefix = "Source.";

    /// <summary>Greatest length of the remark.</summary>
    public const int MaxRemarkLength = 1000;

    /// <summary>Greatest length of a form number.</summary>
    public const int MaxFormNumberLength = 40;

    /// <summary>What a channel needs.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="onPaper">Whether a paper form was handed in; it can be only at the counter.</param>
    public static SourceNeeds Needs(Channel channel, bool onPaper) => channel switch
    {
        Channel.Online or Channel.Partner => new(FieldNeed.Absent, FieldNeed.Absent, FieldNeed.Absent, FieldNeed.Absent, FieldNeed.Absent, FieldNeed.Absent),
        Channel.Offline when onPaper => new(FieldNeed.Absent, FieldNeed.Absent, FieldNeed.Optional, FieldNeed.Required, FieldNeed.Optional, FieldNeed.Required),
        Channel.Offline => new(FieldNeed.Absent, FieldNeed.Absent, FieldNeed.Absent, FieldNeed.Absent, FieldNeed.Optional, FieldNeed.Optional),
        Channel.Telephone => new(FieldNeed.Required, FieldNeed.Required, FieldNeed.Required, FieldNeed.Absent, FieldNeed.Required, FieldNeed.Optional),
        Channel.Email or Channel.WhatsApp => new(FieldNeed.Optional, FieldNeed.Required, FieldNeed.Required, FieldNeed.Absent, FieldNeed.Optional, FieldNeed.Required),
    };

    /// <summary>True when a case of this channel is not complete without its evidence.</summary>
    public static bool NeedsEvidence(Channel channel, bool onPaper) => Needs(channel, onPaper).Evidence == FieldNeed.Required;

    /// <summary>Checks and normalises. Field paths begin with <c>Source.</c></summary>
    /// <param name="channel">The channel.</param>
    /// <param name="source">As typed, or null for nothing.</param>
    /// <param name="now">The present instant: nothing comes in from the future.</param>
    /// <returns>The source as it is kept, or null where there is nothing to keep, and what is wrong with it.</returns>
    public static (RegistrationSource? Source, IReadOnlyList<FieldError> Errors) Check(Channel channel, RegistrationSource? source, DateTimeOffset now)
    {
        if (!Enum.IsDefined(channel))
        {
            // The door says so; there is no rule to judge by.
            return (null, []);
        }

        var given = source ?? new RegistrationSource();
        var onPaper = given.OnPaper && channel == Channel.Offline;
        var needs = Needs(channel, onPaper);
        var reader = new FieldReader();
        var kept = new RegistrationSource
        {
            OnPaper = onPaper,
            FormNumber = Text(reader, needs.FormNumber, nameof(RegistrationSource.FormNumber), given.FormNumber, MaxFormNumberLength),
            ContactName = Text(reader, needs.ContactName, nameof(RegistrationSource.ContactName), given.ContactName, ApplicantData.MaxTextLength),
            ContactAddress = Address(reader, needs.ContactAddress, channel, given.ContactAddress),
            ReceivedAt = Instant(reader, needs.ReceivedAt, given.ReceivedAt, now),
            Remark = Text(reader, needs.Remark, nameof(RegistrationSource.Remark), given.Remark, MaxRemarkLength),
        };
        return (kept == new RegistrationSource() ? null : kept, reader.Errors);
    }

    /// <summary>The path of a field of the source.</summary>
    public static string Path(string field) => PathPrefix + field;

    private static string? Text(FieldReader reader, FieldNeed need, string field, string? text, int maxLength) => need switch
    {
        FieldNeed.Absent => null,
        FieldNeed.Optional => reader.OptionalText(Path(field), FreeText.CleanOrNull(text), maxLength),
        FieldNeed.Required => reader.Text(Path(field), FreeText.CleanOrNull(text), maxLength) is { Length: > 0 } filled ? filled : null,
    };

    private static string? Address(FieldReader reader, FieldNeed need, Channel channel, string? text)
    {
        var path = Path(nameof(RegistrationSource.ContactAddress));
        if (need == FieldNeed.Absent)
        {
            return null;
        }

        var read = channel == Channel.Email ? reader.Value(path, EmailAddress.Read(text), text) : reader.Value(path, PhoneNumber.Read(text), text);
        return read.Length == 0 ? null : read;
    }

    private static DateTimeOffset? Instant(FieldReader reader, FieldNeed need, DateTimeOffset? at, DateTimeOffset now)
    {
        var path = Path(nameof(RegistrationSource.ReceivedAt));
        if (need == FieldNeed.Absent)
        {
            return null;
        }

        if (at is null && need == FieldNeed.Required)
        {
            reader.Fail(path, InputProblem.Required);
        }
        else if (at > now)
        {
            reader.Fail(path, InputProblem.DateInFuture);
        }

        return at;
    }
}
