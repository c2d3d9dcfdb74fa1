using Onboarding.Core.Documents;

namespace Onboarding.Tests.Core.Documents;

public sealed class RepeatedFilesTests
{
    private static readonly (DocumentKind, byte[])[] Files =
    [
        (DocumentKind.LegalDecree, [1, 2]), (DocumentKind.DeedOfEstablishment, [1, 2]), (DocumentKind.DeedOfEstablishment, [1, 2]),
        (DocumentKind.DeedOfEstablishment, [3]), (DocumentKind.TaxCard, [4]), (DocumentKind.Other, [1, 2]),
    ];

    [Theory]
    [InlineData(DocumentKind.LegalDecree, new byte[] { 1, 2 }, new[] { DocumentKind.DeedOfEstablishment, DocumentKind.Other })]
    [InlineData(DocumentKind.DeedOfEstablishment, new byte[] { 1, 2 }, new[] { DocumentKind.LegalDecree, DocumentKind.Other })]
    [InlineData(DocumentKind.DeedOfEstablishment, new byte[] { 3 }, new DocumentKind[0])]
    [InlineData(DocumentKind.TaxCard, new byte[] { 4 }, new DocumentKind[0])]
    public void Names_the_other_documents_that_are_the_same_file(DocumentKind kind, byte[] sha256, DocumentKind[] others) =>
        RepeatedFiles.OtherKinds(kind, sha256, Files).ShouldBe(others);
}
