using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Documents.Viewing;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Imports;
using Onboarding.Core.Partners;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Drafts;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Tools;
using Onboarding.Core.Workflow;
using Onboarding.Core;
using Onboarding.Portal.Features;

namespace Onboarding.Tests.Components.Features;

public sealed partial class DomainTextsTests
{
    // What no person ever reads: the words for programs of partners, names of guards (their refusals are read), the clock's rule, causes of technical failures, whether a field is asked for,
    // the fields that are typed again or read from a card, which are read by the names of the fields, how finely a page is drawn, what settings ask for before a decision, how a search found a row, of which only the surprising ways are said, what a draft is about, and the figures, which the dashboard names.
    private static readonly HashSet<Type> Unspoken =
    [
        typeof(GuardName), typeof(SlaClock), typeof(ProtectionFailure), typeof(DatabaseProvider), typeof(ReentryField),
        typeof(ExternalTool), typeof(ToolEnding), typeof(ScanResult), typeof(VirusScan), typeof(FieldNeed), typeof(FieldShape), typeof(StatusReason),
        typeof(PageDetail), typeof(CardField), typeof(CellShape), typeof(ColumnDemand), typeof(FoundBy), typeof(StepUpMode),
        typeof(IssuedFormState), typeof(PrintItemState), typeof(FigureKind), typeof(DraftSubjectKind),
    ];

    private static readonly string[] Events =
        ["Register", "WorkItem.Claim", "WorkItem.Release", "WorkItem.Assign", "WorkItem.Escalate", "WorkItem.Snooze", "WorkItem.Wake", "Document.Open", "Document.Check", "Document.DeleteQuarantined", "Document.Restore", "Documents.Prove", "Keys.Rotate", "Keys.Retire", "Question.Remind", "Holiday.Save", "Holiday.Remove", "Report.Issue", "Form.Reserve", "Form.Issue", "Form.GiveUp", "Print.Start", "Print.Open", "Outbox.Retry",
            "Product.Create", "Product.PublishBrochure", "Product.Offer", "Product.Withdraw", "CheckNeeds.Save", "FollowUpPlan.Save", "Message.Resend", "MessageTemplate.Save", "RejectionReason.Save", "EscalationPlan.Save", "Figures.Rebuild"];

    public static TheoryData<string> Languages { get; } = ["id", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_value_of_every_spoken_enum_has_a_text(string language)
    {
        var texts = Texts(language);
        var missing = typeof(CoreServices).Assembly.GetExportedTypes()
            .Where(type => type.IsEnum && !Unspoken.Contains(type))
            .SelectMany(type => Enum.GetNames(type).Select(value => $"{type.Name}_{value}"))
            .Where(key => !texts.ContainsKey(key));
        missing.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_event_of_the_audit_trail_has_a_text(string language)
    {
        var texts = Texts(language);
        Enum.GetNames<CaseAction>().Concat(Events).Select(action => $"Event_{action.Replace('.', '_')}").Where(key => !texts.ContainsKey(key)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_field_of_the_registration_has_a_name(string language)
    {
        var texts = Texts(language);
        var fields = new[] { typeof(PersonData), typeof(BusinessData), typeof(AddressData) }
            .SelectMany(type => type.GetProperties())
            .Where(property => property.CanWrite)
            .Select(property => $"Field_{property.Name}");
        fields.Where(key => !texts.ContainsKey(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_placeholders()
    {
        var indonesian = Texts("id");
        var english = Texts("en");
        english.Keys.Order(StringComparer.Ordinal).ShouldBe(indonesian.Keys.Order(StringComparer.Ordinal));
        indonesian.Where(entry => Placeholders(entry.Value) != Placeholders(english[entry.Key])).ShouldBeEmpty();
    }

    [Fact]
    public void A_refusal_names_the_person_who_was_faster() =>
        DomainTexts.Of(new Conflict(RefusalCode.WorkedByAnother, "Sari Wulandari")).ShouldContain("Sari Wulandari");

    [Fact]
    public void A_refusal_without_a_name_speaks_of_a_colleague() =>
        DomainTexts.Of(new Conflict(RefusalCode.WorkedByAnother, string.Empty)).ShouldContain(DomainText.Colleague);

    [Fact]
    public void A_refused_file_says_what_is_wrong_with_it() =>
        DomainTexts.Of(DocumentRejection.TooLarge.ToRefusal()).ShouldContain(DomainText.DocumentRejection_TooLarge);

    [Fact]
    public void An_input_refusal_with_one_problem_says_which_field_it_is() =>
        DomainTexts.Of(new Invalid("Address.PostalCode", InputProblem.Required)).ShouldContain(DomainText.Field_PostalCode);

    [Fact]
    public void A_field_of_the_domicile_is_told_from_that_of_the_address() =>
        DomainTexts.Field("Domicile.PostalCode").ShouldNotBe(DomainTexts.Field("Address.PostalCode"));

    [Fact]
    public void A_finding_names_every_length_that_would_be_right() =>
        DomainTexts.Of("Npwp", Npwp.Read("123").Findings[0]).ShouldContain($"15 {DomainText.Or} 16");

    [Fact]
    public void An_event_of_a_newer_version_is_shown_as_it_is() => DomainTexts.Event("Case.Archive").ShouldBe("Case.Archive");

    private static Dictionary<string, string> Texts(string language)
    {
        // Without its parents: a text that is missing in English must not be answered in Indonesian. The set is the manager's own.
        var culture = language == "id" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        ResourceSet set = DomainText.ResourceManager.GetResourceSet(culture, createIfNotExists: true, tryParents: false).ShouldNotBeNull();
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
