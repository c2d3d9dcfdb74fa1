using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Messages;

/// <summary>Which message a template writes.</summary>
/// <param name="Kind">The message.</param>
/// <param name="ProductCode">The product, or empty for every product that has no template of its own.</param>
/// <param name="Language">The language of the applicant.</param>
public sealed record TemplateKey(OutboxKind Kind, string ProductCode, Language Language)
{
    /// <summary>Stands for every product.</summary>
    public const string EveryProduct = "";
}

/// <summary>What a template says, with placeholders such as <c>{{nama}}</c>.</summary>
/// <param name="SubjectLine">The subject, one line.</param>
/// <param name="Body">The text; Markdown.</param>
public sealed record TemplateContent(string SubjectLine, string Body)
{
    /// <summary>Greatest length of the subject.</summary>
    public const int MaxSubjectLength = 200;

    /// <summary>Greatest length of the text.</summary>
    public const int MaxBodyLength = 8000;
}

/// <summary>One version of the template of a message. It is never changed: what was sent can be told by its version and its day.</summary>
public sealed class MessageTemplate
{
    private MessageTemplate()
    {
    }

    internal MessageTemplate(TemplateKey key, int version, TemplateContent? content, Actor actor, DateTimeOffset at)
    {
        Kind = key.Kind;
        ProductCode = key.ProductCode;
        Language = key.Language;
        Version = version;
        Subject = content?.SubjectLine;
        Body = content?.Body;
        ById = actor.Id;
        ByName = actor.Name;
        At = at;
    }

    /// <summary>The message.</summary>
    public OutboxKind Kind { get; private set; }

    /// <summary>The product, or empty for every product.</summary>
    public string ProductCode { get; private set; } = string.Empty;

    /// <summary>The language.</summary>
    public Language Language { get; private set; }

    /// <summary>1 for the first that was saved, then counting up.</summary>
    public int Version { get; private set; }

    /// <summary>The subject, or null when this version goes back to the portal's own words.</summary>
    public string? Subject { get; private set; }

    /// <summary>The text, or null when this version goes back to the portal's own words.</summary>
    public string? Body { get; private set; }

    /// <summary>Who wrote it.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When it was written (UTC); from then on it holds.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What it says, or null when it goes back to the portal's own words.</summary>
    public TemplateContent? Content => Subject is not null && Body is not null ? new TemplateContent(Subject, Body) : null;
}
