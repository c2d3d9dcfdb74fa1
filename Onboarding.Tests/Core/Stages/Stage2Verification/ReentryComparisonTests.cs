using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Tests.Core.Stages.Stage2Verification;

/// <summary>When what was typed counts as the same, and where it differs when it does not.</summary>
public sealed class ReentryComparisonTests
{
    [Theory]
    [InlineData(ReentryField.FullName, "Budi Santoso", "BUDI  santoso")]
    [InlineData(ReentryField.FullName, "Dr. H. Budi Santoso, S.H., M.Kn.", "Budi Santoso")]
    [InlineData(ReentryField.FullName, "M. Yusuf", "M.Yusuf")]
    [InlineData(ReentryField.FullName, "Siti Ma’rifah", "SITI MA'RIFAH")]
    [InlineData(ReentryField.FullName, "Suharto", "SUHARTO")]
    [InlineData(ReentryField.RepresentativeName, "Andi Wijaya, SE", "ANDI WIJAYA")]
    [InlineData(ReentryField.BusinessName, "PT Contoh Sejahtera Tbk.", "CONTOH SEJAHTERA")]
    [InlineData(ReentryField.BusinessName, "CV. Maju", "MAJU, CV")]
    [InlineData(ReentryField.Nik, "3171031708909901", "3171.0317-0890 9901")]
    [InlineData(ReentryField.Npwp, "0123456782999000", "12.345.678.2-999.000")]
    [InlineData(ReentryField.PassportNumber, "X1234567", "x 1234567")]
    [InlineData(ReentryField.RepresentativePassportNumber, "X1234567", "x 1234567")]
    public void The_same_in_another_way_of_writing_is_equal(ReentryField field, string applicant, string typed) =>
        ReentryComparison.Compare(field, applicant, typed).Positions.ShouldBeEmpty();

    [Theory]
    [InlineData(ReentryField.FullName, "Budi Santoso", "Budi Santosa", "12")]
    [InlineData(ReentryField.FullName, "Muhammad Yusuf", "Mohammad Yusuf", "2")]
    [InlineData(ReentryField.FullName, "Haji", "Budi", "1,2,3")]
    [InlineData(ReentryField.BusinessName, "Koperasi Maju", "Maju", "1,2,3,4,5,6,7,8,9")]
    [InlineData(ReentryField.Nik, "3171031708909901", "3171031708909910", "15,16")]
    [InlineData(ReentryField.Nik, "3171031708909901", "317103170890991", "15")]
    [InlineData(ReentryField.Nik, "3171031708909901", "31710317089099012", "17")]
    [InlineData(ReentryField.Npwp, "0123456782999000", "0123456782999001", "16")]
    public void A_difference_is_marked_where_it_is(ReentryField field, string applicant, string typed, string positions)
    {
        var difference = ReentryComparison.Compare(field, applicant, typed);

        string.Join(',', difference.Positions).ShouldBe(positions);
    }

    [Fact]
    public void What_was_typed_can_be_put_together_again_from_its_runs()
    {
        foreach (var (left, right) in new[] { ("KITTEN", "SITTING"), ("", "A"), ("A", ""), ("ABC", "ABC"), ("AAB", "ABB") })
        {
            var difference = TextDifference.Between(left, right);
            string.Concat(difference.Typed.Select(run => run.Text)).ShouldBe(right);
            (difference.Positions.Count == 0).ShouldBe(left == right);
        }
    }
}
