using Onboarding.Core.Cases;
using Onboarding.Core.Partners;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Onboarding.Portal.Api.Problems;
using Onboarding.Portal.Api.Requests;
using Onboarding.Portal.Api.Security;

namespace Onboarding.Portal.Api.Registrations;

/// <summary>Takes registrations and says how they stand.</summary>
/// <param name="register">The core's use case.</param>
/// <param name="repeated">Names requests that come again.</param>
/// <param name="cases">Reads the partner's cases.</param>
/// <param name="clock">Clock.</param>
internal sealed class RegistrationEndpoints(
    RegisterForPartnerHandler register, RepeatedRequests repeated, PartnerCases cases, TimeProvider clock)
{
    private const string Operation = "registrations";

    /// <summary>Takes a registration.</summary>
    public async Task<IResult> PostAsync(HttpContext context)
    {
        CancellationToken cancellation = context.RequestAborted;
        PartnerCaller caller = context.Caller();
        (string? key, ProblemAnswer? noKey) = IdempotencyKey.Read(context.Request);
        (byte[] body, ProblemAnswer? noBody) = await JsonBody.ReadAsync(context.Request, cancellation);
        if (noBody is not null || key is null)
        {
            return noBody ?? noKey ?? new ProblemAnswer(ApiProblemKind.IdempotencyKeyRequired);
        }

        // Before anything is judged: what was taken once is answered as it was then, whatever the rules say today.
        RepeatKey repeat = repeated.For(caller.PartnerId, Operation, key, body);
        Result<PartnerAnswer?> given = await register.FindAnswerAsync(repeat, cancellation);
        if (!given.IsDone || given.Value is not null)
        {
            return given.IsDone ? new JsonAnswer(new GivenAnswer(given.Value!, IsReplay: true)) : RefusalAnswers.Of(given.Refusal);
        }

        (ReadBody<RegistrationRequest>? read, ProblemAnswer? noJson) = JsonBody.Parse<RegistrationRequest>(body);
        return noJson ?? await ReviewAsync(read!, caller, cancellation) ?? await RegisterAsync(read!.Value!, repeat, caller, cancellation);
    }

    /// <summary>Says how a registration stands.</summary>
    public async Task<IResult> GetAsync(HttpContext context, string number)
    {
        Result<PartnerCase> found = await cases.FindAsync(context.Caller().PartnerId, number, context.RequestAborted);
        return found.IsDone ? Results.Json(RegistrationStatus.Of(found.Value), ApiJson.Options) : RefusalAnswers.Of(found.Refusal);
    }

    // Everything that is wrong is told in one answer: fields that cannot be read, and what the rules say of the others.
    private async Task<ProblemAnswer?> ReviewAsync(ReadBody<RegistrationRequest> read, PartnerCaller caller, CancellationToken cancellation)
    {
        if (read.Value is not { } request)
        {
            return RegistrationErrors.Of(read.Errors, []);
        }

        RegistrationParts parts = new(request.Product ?? "", request.Applicant?.ToData(), Consent(request.Consent), Details(request));
        List<Refusal> refusals = [.. await register.ReviewAsync(parts, caller.ToActor(), cancellation)];
        if (request.Applicant is null)
        {
            refusals.Add(new Invalid(nameof(ApplicantData.Kind), InputProblem.Required));
        }

        return RegistrationErrors.Of(read.Errors, refusals);
    }

    private async Task<IResult> RegisterAsync(RegistrationRequest request, RepeatKey repeat, PartnerCaller caller, CancellationToken cancellation)
    {
        RegisterCase command = new(
            SequentialId.New(clock), request.Product ?? "", Channel.Partner, Language(request.Language), request.Applicant!.ToData(), Consent(request.Consent),
            Details: Details(request));
        Result<GivenAnswer> taken = await register.HandleAsync(command, repeat, Compose, caller.ToActor(), cancellation);
        return taken.IsDone ? new JsonAnswer(taken.Value) : RefusalAnswers.Of(taken.Refusal);
    }

    private static PartnerAnswer Compose(Registered made)
    {
        return JsonAnswer.Compose(StatusCodes.Status201Created, ApiPaths.Of(made.State.Number), new RegistrationCreated
        {
            Number = made.State.Number,
            Status = made.State.Status,
            ReceivedAt = made.ReceivedAt,
            MissingDocuments = made.NeededDocuments,
            Warnings = [.. made.Warnings.Select(RefusalAnswers.Of)],
        });
    }

    private static IntakeDetails Details(RegistrationRequest request) => new(BrochureVersion: request.BrochureVersion);

    private static Language Language(ApiLanguage? language) => (language ?? ApiLanguage.Id) switch
    {
        ApiLanguage.Id => Core.Cases.Language.Indonesian,
        ApiLanguage.En => Core.Cases.Language.English,
    };

    private static GivenConsent? Consent(ConsentRequest? consent) => consent is null
        ? null
        : new GivenConsent(consent.PolicyVersion ?? "", consent.Registration ?? false, consent.Marketing ?? false)
        {
            GivenAt = consent.GivenAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()) : null,
        };
}
