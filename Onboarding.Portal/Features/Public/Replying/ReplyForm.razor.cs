using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Stage1Intake.Documents;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Public.Replying;

/// <summary>Takes the answer to a question, with more documents where they help.</summary>
public sealed partial class ReplyForm : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private CaseDocuments? _documents;
    private DocumentKind _kind = DocumentKind.Other;
    private string _answer = string.Empty;
    private string? _error;
    private string? _refusal;
    private bool _isSending;

    /// <summary>The token of the reply link.</summary>
    [Parameter, EditorRequired]
    public string Token { get; set; } = string.Empty;

    /// <summary>The network address of the visitor.</summary>
    [Parameter]
    public string? Address { get; set; }

    [Inject]
    private PublicLinks Links { get; set; } = default!;

    [Inject]
    private ReplyToQuestionHandler Replies { get; set; } = default!;

    [Inject]
    private AddDocumentHandler Documents { get; set; } = default!;

    [Inject]
    private CircuitLimits Limits { get; set; } = default!;

    [Inject]
    private Visitor Visitor { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    // What an applicant can be asked for; the scanned form and what the portal issues are the office's.
    private static IEnumerable<DocumentKind> Kinds =>
        [DocumentKind.Other, .. Enum.GetValues<DocumentKind>().Where(kind => kind is not (DocumentKind.IssuedForm or DocumentKind.RegistrationForm or DocumentKind.Other))];

    /// <summary>Stops what is under way: the page is gone.</summary>
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Visitor.Use(Address);
        Result<OpenQuestion> question = await Links.FindQuestionAsync(Token, _leaving.Token);
        if (question.IsDone)
        {
            Guid caseId = question.Value.CaseId;
            _documents = new CaseDocuments(
                Documents, new CaseTarget(caseId, null), () => Task.FromResult(Actor.Applicant(caseId)), () => Limits.MayUpload(Visitor));
        }
    }

    private void ForgetError() => _error = null;

    private async Task SendAsync()
    {
        if (_isSending)
        {
            return;
        }

        _error = null;
        _refusal = Limits.MaySend(Visitor) ? null : PublicText.TooManyAttempts;
        if (_refusal is not null)
        {
            return;
        }

        _isSending = true;
        try
        {
            // Asked again: the link may have been used up or run out while the answer was written.
            Result<OpenQuestion> question = await Links.FindQuestionAsync(Token, _leaving.Token);
            Result<CaseState> result = question.IsDone
                ? await Replies.HandleAsync(
                    new ReplyToQuestion(new CaseTarget(question.Value.CaseId, null), _answer), Actor.Applicant(question.Value.CaseId), _leaving.Token)
                : question.Refusal;
            Show(result);
        }
        finally
        {
            _isSending = false;
        }
    }

    private void Show(Result<CaseState> result)
    {
        switch (result.Refusal)
        {
            case null:
                Navigation.NavigateTo(PublicUrls.Replied, forceLoad: true);
                break;
            case Invalid { Errors: [var error, ..] }:
                _error = DomainTexts.Of(error);
                break;
            case { } refusal:
                _refusal = DomainTexts.Of(refusal);
                break;
        }
    }
}
