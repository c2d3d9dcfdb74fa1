using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Portal.Integrations.Sources;

/// <summary>
/// "Sumber contoh": an invented source for demo mode, so that the form can be tried without a contract with anybody. The last
/// digit of the NIK decides: 7 a name that differs, 8 nobody known, 9 no answer, any other agrees.
/// </summary>
/// <param name="clock">Clock.</param>
internal sealed class DemoVerificationSource(TimeProvider clock) : IVerificationSource
{
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(600);

    /// <inheritdoc />
    public SourceInfo Info { get; } = new(
        "contoh", "Sumber contoh (demo)", "Sample source (demo)", [CustomerKind.Person],
        [nameof(PersonData.Nik), nameof(PersonData.FullName), nameof(PersonData.BirthDate)], TimeSpan.FromDays(1));

    /// <inheritdoc />
    public async Task<SourceReply> AskAsync(SourceQuestion question, CancellationToken cancellationToken)
    {
        await Task.Delay(Thinking, clock, cancellationToken);
        return question.Values[nameof(PersonData.Nik)][^1] switch
        {
            '8' => SourceReply.NotFound(),
            '9' => SourceReply.Unavailable("Timeout"),
            var last => SourceReply.Of(
                question.Values.Keys.ToDictionary(field => field, field => last != '7' || field != nameof(PersonData.FullName), StringComparer.Ordinal), "DEMO-1"),
        };
    }
}
