using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;

namespace Onboarding.Core.Seeding;

/// <summary>What the staff of an invented case asks: mostly two things at once, as in life.</summary>
internal static class SeedQuestions
{
    /// <summary>What an applicant answers who was right all along.</summary>
    public static ItemAnswer Answer(ClarificationItem item) => item.Kind switch
    {
        ItemKind.Field => new ItemAnswer { IsConfirmed = true, Note = "Sudah sesuai dengan dokumen terbaru." },
        ItemKind.Document => new ItemAnswer { Note = "Foto tersebut adalah dokumen terakhir yang saya miliki." },
        ItemKind.Question => new ItemAnswer { Note = "Hari kerja setelah pukul 16.00." },
    };

    /// <summary>A call that reached nobody, before the request was sent.</summary>
    public static NewContact Call(ApplicantData data) =>
        new(ContactChannel.Phone, data.DisplayName, "Ditelepon untuk klarifikasi data, tidak diangkat.", ContactOutcome.NotReached);

    /// <summary>Items that fit this applicant.</summary>
    public static IReadOnlyList<AskedItem> Pick(OnboardingCase owner, ApplicantData data, Random random)
    {
        List<AskedItem> all =
        [
            new(ItemSubject.OfField(nameof(ApplicantData.Address)), "Alamat pada formulir berbeda dengan alamat pada dokumen. Alamat mana yang benar?", ClarificationProblem.DiffersFromDocument),
            new(ItemSubject.OfField(nameof(ApplicantData.Phone)), "Nomor ini tidak dapat kami hubungi. Mohon tuliskan nomor ponsel yang aktif.", ClarificationProblem.NotReachable),
            data is BusinessData
                ? new(ItemSubject.OfField(nameof(BusinessData.RepresentativeName)), "Nama penanda tangan berbeda dengan nama pada akta. Mohon periksa kembali.", ClarificationProblem.DiffersFromDocument)
                : new(ItemSubject.OfField(nameof(PersonData.FullName)), "Nama berbeda dengan nama pada KTP. Mohon tuliskan nama persis seperti pada KTP.", ClarificationProblem.DiffersFromDocument),
            new(ItemSubject.General, "Mohon sebutkan kapan petugas kami dapat datang ke alamat pemasangan."),
        ];
        if (owner.Documents.OrderByDescending(document => document.Version).FirstOrDefault() is { } document && DocumentKinds.ComesFromApplicants(document.Kind))
        {
            all.Insert(0, new AskedItem(ItemSubject.OfDocument(document.Kind, document.Id), "Foto buram sehingga tidak terbaca. Mohon unggah foto yang terang dan tidak terpotong.", ClarificationProblem.PictureBlurred));
        }

        return [.. all.Skip(random.Next(all.Count - 1)).Take(1 + random.Next(3))];
    }
}
