using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Imports;
using Onboarding.Core.Results;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Stage1Intake.Imports;

namespace Onboarding.Tests.Components.Features.Stage1Intake.Imports;

/// <summary>How problems of a file are said to the person who has the file.</summary>
public sealed class ImportWordingTests
{
    [Fact]
    public void A_kind_of_problem_says_what_holds_for_all_its_rows() =>
        ImportWording.Kind(Group(FindingCode.WrongLength, "nik", "16")).ShouldBe(
            "nik: " + DomainText.FindingCode_WrongLength.Replace("{0}", DomainTexts.Field("Nik"), StringComparison.Ordinal).Replace("{1}", "16", StringComparison.Ordinal));

    [Theory]
    [InlineData(ImportProblemCode.DuplicateInFile)]
    [InlineData(ImportProblemCode.KnownAlready)]
    [InlineData(ImportProblemCode.RowTooLong)]
    [InlineData(ImportProblemCode.RowTooShort)]
    [InlineData(ImportProblemCode.QuotesBroken)]
    [InlineData(ImportProblemCode.QuoteNotClosed)]
    [InlineData(ImportProblemCode.ColumnUnknown)]
    public void A_kind_of_problem_names_no_single_row(ImportProblemCode code) =>
        ImportWording.Kind(Group(code, null, "4711", "4712")).ShouldNotContain("471");

    [Fact]
    public void No_kind_of_problem_has_holes()
    {
        IEnumerable<ImportProblemGroup> groups = Enum.GetValues<ImportProblemCode>().Select(code => Group(code, "nik", "1", "2"))
            .Concat(Enum.GetValues<FindingCode>().Select(code => Group(code, "nik", "1", "2", "3")))
            .Concat(Enum.GetValues<InputProblem>().Select(code => Group(code, "nik", "1", "2")));

        groups.Select(ImportWording.Kind).Where(text => text.Contains('{', StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(InputProblem.ConsentTextOutdated)]
    [InlineData(InputProblem.UnderAge)]
    public void What_is_said_to_applicants_elsewhere_tells_the_clerk_what_to_do(InputProblem problem)
    {
        ImportFinding found = new(null, ImportFinding.CodeOf(problem), IsError: true, []);

        ImportWording.Problem(found).ShouldNotContain("Anda", Case.Sensitive);
        ImportWording.Problem(found).ShouldNotBe(DomainTexts.Of(found));
    }

    private static ImportProblemGroup Group<TEnum>(TEnum code, string? column, params string[] arguments)
        where TEnum : struct, Enum => new(column, ImportFinding.CodeOf(code), IsError: true, Count: 2, arguments);
}
