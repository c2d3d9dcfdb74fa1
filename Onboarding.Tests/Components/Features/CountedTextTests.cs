using Onboarding.Core.Results;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Stage1Intake.Imports;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features;

/// <summary>Texts that say how many.</summary>
public sealed class CountedTextTests
{
    [Theory]
    [InlineData(1, "1 clarification round")]
    [InlineData(0, "0 clarification rounds")]
    [InlineData(2, "2 clarification rounds")]
    [InlineData(21, "21 clarification rounds")]
    public void English_has_a_word_for_one_and_another_for_many(int count, string expected) => InLanguage.Read("en", () => CaseText.Rounds.With(count)).ShouldBe(expected);

    [Fact]
    public void The_verb_follows_the_number_and_a_number_that_is_written_already_counts_as_well()
    {
        InLanguage.Read("en", () => DomainTexts.Of(new NotAllowed(RefusalCode.AnswersNotReviewed, "1"))).ShouldStartWith("1 answer of the applicant has not been reviewed.");
        InLanguage.Read("en", () => DomainTexts.Of(new NotAllowed(RefusalCode.AnswersNotReviewed, "3"))).ShouldStartWith("3 answers of the applicant have not been reviewed.");
        InLanguage.Read("en", () => ImportText.Start.With(ImportWording.Number(1))).ShouldBe("Register 1 row");
        InLanguage.Read("en", () => ImportText.Start.With(ImportWording.Number(1001))).ShouldBe("Register 1.001 rows");
        InLanguage.Read("en", () => PublicText.ReplyLead.With(1)).ShouldStartWith("Answer the 1 point below.");
    }

    [Fact]
    public void Indonesian_has_one_word_for_both()
    {
        InLanguage.Read("id", () => CaseText.Rounds.With(1))[1..].ShouldBe(InLanguage.Read("id", () => CaseText.Rounds.With(2))[1..]);
        "{0:N0} {1:dd/MM/yyyy} {2}".With(1234, new DateOnly(2026, 11, 23), null).ShouldBe("1.234 23/11/2026 ");
    }
}
