using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>Cases with much to tell.</summary>
internal static class ReportCases
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A business with the longest names that the form takes.</summary>
    public static BusinessData LongestBusiness() => Registrations.Business() with
    {
        LegalForm = LegalForm.PT,
        BusinessName = Fill("PT Perusahaan Penyelenggara Jaringan Telekomunikasi Nusantara Raya Sejahtera Abadi ", BusinessName.MaxLength),
        NotaryName = Fill("Raden Ajeng Siti Rahmawati Kusumaningrum, S.H., M.Kn., ", 100),
        NotaryCity = Fill("Kota Administrasi Jakarta Selatan, Daerah Khusus Jakarta ", 100),
        BeneficialOwner = Fill("Raden Mas Andi Wijayakusuma Adiningrat ", PersonName.MaxLength),
        RepresentativeName = Fill("Raden Mas Andi Wijayakusuma Adiningrat ", PersonName.MaxLength),
        RepresentativePosition = Fill("Direktur Utama Bidang Pengembangan Usaha dan Kemitraan ", 100),
    };

    /// <summary>A person whose name is one word as long as a name may be.</summary>
    public static PersonData LongestPerson() => Registrations.Person() with { FullName = new string('W', PersonName.MaxLength) };

    /// <summary>
    /// Verified with many checks that were replaced, clarified once, approved: a report of several pages.
    /// </summary>
    public static async Task<CaseState> TalkativeAsync(CoreHost core, ApplicantData data)
    {
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(data), Staff.Dewi);
        for (int round = 1; round <= 25; round++)
        {
            core.Clock.Advance(TimeSpan.FromMinutes(1));
            state = (await core.Get<RecordCheckHandler>().HandleAsync(
                new(CasesAt.Target(state), new(CheckCode.DataMatchesDocument, nameof(FieldGroup.Address)), CheckResult.Failed, new([], $"Putaran {round}: alamat pada KTP berbeda dengan formulir."), "Foto kurang jelas."),
                Staff.Dewi,
                Token)).ShouldBeDone();
        }

        state = (await core.Get<AskClarificationHandler>().HandleAsync(
            new(CasesAt.Target(state), "Mohon kirim ulang foto dokumen.\nAlamat pada KTP berbeda dengan alamat pada formulir."), Staff.Dewi, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromMinutes(30));
        var answers = new Answers(core.Services);
        state = await answers.AcceptAsync(await answers.ReplyAsync(state, "Alamat sudah benar sesuai KTP baru."), Staff.Dewi);
        state = await core.Cases.PassChecksAsync(state, Staff.Dewi);

        return (await core.Get<CompleteVerificationHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Dewi, Token)).ShouldBeDone();
    }

    /// <summary>Rejected by the supervisor on a recommendation.</summary>
    public static async Task<CaseState> RejectedAsync(CoreHost core)
    {
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        state = (await core.Get<RecordCheckHandler>().HandleAsync(
            new(CasesAt.Target(state), new(CheckCode.DocumentAuthentic, "IdentityCard"), CheckResult.Failed, new([], "Hologram tidak ada.")), Staff.Dewi, Token)).ShouldBeDone();
        state = (await core.Get<RecommendRejectionHandler>().HandleAsync(new(CasesAt.Target(state), "Dokumen tidak asli."), Staff.Dewi, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromMinutes(20));
        state = await core.Cases.ClaimAsync(state, Staff.Maya);
        return (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "DOCUMENT_INVALID", "Dokumen identitas tidak dapat diterima."), Staff.Maya, Token)).ShouldBeDone();
    }

    private static string Fill(string words, int length) =>
        string.Concat(Enumerable.Repeat(words, (length / words.Length) + 1))[..length].TrimEnd();
}
