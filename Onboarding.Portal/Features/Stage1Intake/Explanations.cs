using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>How product and requirements are usually explained; the member of staff says how it was.</summary>
internal static class Explanations
{
    /// <summary>The means to suggest for a channel.</summary>
    /// <param name="channel">Over which the registration came in.</param>
    /// <param name="brochureShown">Whether the applicant was shown the brochure before sending.</param>
    public static ExplanationMeans Usual(Channel channel, bool brochureShown) => channel switch
    {
        Channel.Online when brochureShown => ExplanationMeans.ReadOnline,
        Channel.Offline => ExplanationMeans.InPerson,
        Channel.Email => ExplanationMeans.Email,
        Channel.WhatsApp => ExplanationMeans.WhatsApp,
        Channel.Online or Channel.Partner or Channel.Telephone => ExplanationMeans.Telephone,
    };
}
