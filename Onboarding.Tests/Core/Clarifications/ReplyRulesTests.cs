using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Clarifications;

/// <summary>What counts as an answer, by the rules of the form, and what becomes of it when somebody has looked at it.</summary>
public sealed class ReplyRulesTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Nik = nameof(PersonData.Nik);
    private const string Address = nameof(ApplicantData.Address);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, InputProblem, FindingCode?> BadValues { get; } = new()
    {
        { Nik, "123", InputProblem.NotWellFormed, FindingCode.WrongLength },
        { Nik, "3171033102909901", InputProblem.NotWellFormed, FindingCode.NikBirthDateImpossible },
        { nameof(ApplicantData.Phone), "abc", InputProblem.NotWellFormed, null },
        { nameof(ApplicantData.Email), "tanpa-at.example", InputProblem.NotWellFormed, null },
        { nameof(PersonData.BirthDate), "2020-01-01", InputProblem.UnderAge, null },
        { nameof(PersonData.BirthDate), "kemarin", InputProblem.Required, null },
        { nameof(PersonData.Sex), "99", InputProblem.UnknownChoice, null },
    };

    [Theory, MemberData(nameof(BadValues))]
    public async Task A_value_that_the_form_would_refuse_is_refused_at_its_item(string field, string value, InputProblem problem, FindingCode? finding)
    {
        var (_, answers, state, link) = await AskedAsync(ItemSubject.General, ItemSubject.OfField(field));
        await answers.SaveAsync(link, 1, new ItemAnswer { Note = "Ya." });
        await answers.SaveAsync(link, 2, Typed(field, value));

        var error = (await answers.SendAsync(link)).ShouldBeInvalid(ClarificationItem.PartOf(2, field), problem);

        if (finding is { } code)
        {
            error.Finding!.Code.ShouldBe(code);
        }

        (await answers.FindAsync(link)).ShouldBeDone().Items[1].Draft.Values[field].ShouldBe(value, $"{state.Number} keeps what was typed");
    }

    [Fact]
    public async Task An_item_is_answered_by_a_value_a_confirmation_a_remark_or_a_file()
    {
        var (core, answers, state, link) = await AskedAsync(
            ItemSubject.OfField(nameof(ApplicantData.Phone)), ItemSubject.OfField(nameof(PersonData.FullName)), ItemSubject.OfDocument(DocumentKind.TaxCard), ItemSubject.OfDocument(DocumentKind.Other));
        await answers.SaveAsync(link, 1, Typed(nameof(ApplicantData.Phone), "0812 0000 9977"));
        await answers.SaveAsync(link, 2, new ItemAnswer { IsConfirmed = true });
        await answers.SaveAsync(link, 3, new ItemAnswer { Note = "Saya belum punya NPWP." });
        (await answers.SendAsync(link)).ShouldBeInvalid(ClarificationItem.PartOf(4, "Answer"), InputProblem.Required);
        var item = (await answers.FindAsync(link)).ShouldBeDone().Items[3];
        foreach (var page in (string[])["halaman-1.png", "halaman-2.png"])
        {
            core.Clock.Advance(TimeSpan.FromSeconds(1));
            (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(item.Id, DocumentKind.Other, page), Registrations.Picture(), Token)).ShouldBeDone();
        }

        (await answers.SendAsync(link)).ShouldBeDone();

        var items = (await ReadAsync(core, state)).Rounds.Single().Items;
        items[0].Changes.Single().After.ShouldBe("+6281200009977", "as the rules write it");
        (items[1].Answer!.IsConfirmed, items[1].Changes.Count).ShouldBe((true, 0));
        items[2].Answer!.Note.ShouldBe("Saya belum punya NPWP.");
        items[3].Sent.Select(document => (document.FileName, document.Version, document.Part)).ShouldBe([("halaman-1.png", 1, 1), ("halaman-2.png", 1, 2)]);
    }

    [Fact]
    public async Task Files_of_one_reply_are_parts_of_the_next_version_whichever_item_asked_and_a_later_reply_begins_another()
    {
        var (core, answers, state, link) = await AskedAsync(ItemSubject.OfDocument(DocumentKind.IdentityCard), ItemSubject.OfDocument(DocumentKind.Other));
        await SendFilesAsync(core, answers, link, (0, DocumentKind.IdentityCard, "depan.png"), (0, DocumentKind.IdentityCard, "belakang.png"), (1, DocumentKind.Other, "surat.png"));
        state = await answers.AcceptAsync(state, Staff.Sari);
        state = (await core.Get<AskApplicantHandler>().HandleAsync(
            new(CasesAt.Target(state), [new AskedItem(ItemSubject.OfDocument(DocumentKind.IdentityCard), "Foto ulang.")]), Staff.Sari, Token)).ShouldBeDone();
        await SendFilesAsync(core, answers, await answers.LinkAsync(state.CaseId), (0, DocumentKind.IdentityCard, "ulang.png"));

        var owner = await core.Cases.LoadAsync(state.CaseId);

        owner.Documents.OrderBy(document => document.Kind).ThenBy(document => document.Version).ThenBy(document => document.Part)
            .Select(document => (document.FileName, document.Version, document.Part))
            .ShouldBe([("IdentityCard.png", 1, 1), ("depan.png", 2, 1), ("belakang.png", 2, 2), ("ulang.png", 3, 1), ("surat.png", 1, 1)]);
        owner.CurrentDocuments(DocumentKind.IdentityCard).Select(document => document.FileName).ShouldBe(["ulang.png"]);
    }

    [Fact]
    public async Task An_answer_changes_the_data_only_when_it_is_accepted_and_leaves_before_and_after()
    {
        var (core, answers, state, link) = await AskedAsync(ItemSubject.OfField(nameof(PersonData.FullName)), ItemSubject.OfField(Address));
        await answers.SaveAsync(link, 1, Typed(nameof(PersonData.FullName), "Budi Santosa"));
        await answers.SaveAsync(link, 2, new ItemAnswer { Values = new Dictionary<string, string> { ["Address.Street"] = "Jl. Baru 7", ["Address.Rt"] = "" } });
        state = (await answers.SendAsync(link)).ShouldBeDone();
        (await ReadAsync(core, state)).Data.ShouldBeOfType<PersonData>().FullName.ShouldNotBe("Budi Santosa");
        var items = (await core.Cases.LoadAsync(state.CaseId)).Clarifications.Single().Items.OrderBy(item => item.Position).ToList();

        var verdicts = new Dictionary<Guid, AnswerVerdict> { [items[0].Id] = AnswerVerdict.NotAccepted, [items[1].Id] = AnswerVerdict.Accepted };
        (await core.Get<ReviewAnswersHandler>().HandleAsync(new(CasesAt.Target(state), verdicts), Staff.Sari, Token)).ShouldBeDone();

        var file = await ReadAsync(core, state);
        var data = file.Data.ShouldBeOfType<PersonData>();
        (data.Address.Street, data.Address.Rt, data.FullName == "Budi Santosa").ShouldBe(("Jl. Baru 7", null, false));
        var reviewed = file.Timeline[0];
        (reviewed.Action, reviewed.ActorId).ShouldBe((nameof(CaseAction.ReviewAnswers), Staff.Sari.Id));
        reviewed.Details!.ShouldContain("Address.Street");
        reviewed.Details!.ShouldNotContain("Baru");
        reviewed.ProtectedDetails.ShouldNotBeNull();
        file.Rounds.Single().Items.Select(item => item.Item.Verdict).ShouldBe([AnswerVerdict.NotAccepted, AnswerVerdict.Accepted]);
        (await core.Get<ReviewAnswersHandler>().HandleAsync(new(file.Target, verdicts), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
    }

    [Fact]
    public async Task An_accepted_number_is_found_by_the_search_for_duplicates_from_then_on()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var answers = new Answers(core.Services);
        var known = await core.Cases.ReceivedAsync(Registrations.Person(9731));
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(Registrations.Person(9732)), Staff.Dewi);
        state = (await core.Get<AskClarificationHandler>().HandleAsync(new(CasesAt.Target(state), [new AskedItem(ItemSubject.OfField(Nik), "NIK?")]), Staff.Dewi, Token)).ShouldBeDone();
        var link = await answers.LinkAsync(state.CaseId);
        await answers.SaveAsync(link, 1, Typed(Nik, Registrations.Person(9731).Nik!));
        state = (await answers.SendAsync(link)).ShouldBeDone();
        var before = await ScoreAsync();

        await answers.AcceptAsync(state, Staff.Dewi);

        (await ScoreAsync()).ShouldBeGreaterThan(before);

        async Task<int> ScoreAsync() =>
            (await core.Cases.LoadAsync(state.CaseId)).Duplicates.SingleOrDefault(match => match.OtherCaseId == known.CaseId)?.Score ?? 0;
    }

    [Fact]
    public async Task Whoever_looks_at_an_answer_sees_what_the_rules_find_odd_with_it_until_it_is_decided()
    {
        var (core, answers, state, link) = await AskedAsync(
            ItemSubject.OfField(nameof(PersonData.BirthDate)), ItemSubject.OfField(nameof(PersonData.Sex)), ItemSubject.OfField(nameof(ApplicantData.Phone)));
        await answers.SaveAsync(link, 1, Typed(nameof(PersonData.BirthDate), "1991-01-02"));
        await answers.SaveAsync(link, 2, new ItemAnswer { IsConfirmed = true });
        await answers.SaveAsync(link, 3, Typed(nameof(ApplicantData.Phone), "0812 0000 9977"));
        state = (await answers.SendAsync(link)).ShouldBeDone();

        var file = await ReadAsync(core, state);
        file.Warnings.ShouldBeEmpty("the answer is not taken over yet");
        file.Rounds.Single().Items.Select(item => item.Warnings.Select(warning => warning.Finding.Code)).ShouldBe([[FindingCode.NikBirthDateMismatch], [], []]);

        await answers.AcceptAsync(state, Staff.Sari);
        file = await ReadAsync(core, state);
        file.Rounds.Single().Items.SelectMany(item => item.Warnings).ShouldBeEmpty();
        file.Warnings.ShouldHaveSingleItem().Finding.Code.ShouldBe(FindingCode.NikBirthDateMismatch);
    }

    [Fact]
    public async Task Earlier_values_are_shown_with_identity_numbers_masked()
    {
        var (_, answers, _, link) = await AskedAsync(ItemSubject.OfField(Nik), ItemSubject.OfField(Address));

        var items = (await answers.FindAsync(link)).ShouldBeDone().Items;

        items[0].Before[Nik].ShouldStartWith("3171");
        items[0].Before[Nik].ShouldEndWith("****");
        items[1].Before["Address.Street"].ShouldStartWith("Jl. Contoh");
    }

    [Fact]
    public async Task A_word_on_a_number_that_is_shown_masked_is_no_answer_behind_the_link()
    {
        var (_, answers, _, link) = await AskedAsync(ItemSubject.OfField(Nik));
        await answers.SaveAsync(link, 1, new ItemAnswer { IsConfirmed = true });

        (await answers.SendAsync(link)).ShouldBeInvalid(ClarificationItem.PartOf(1, "Answer"), InputProblem.Required);
    }

    [Fact]
    public void Every_field_that_is_masked_counts_as_such()
    {
        string[] numbers = [Nik, nameof(PersonData.Npwp), nameof(BusinessData.Nib), nameof(BusinessData.Nitku), nameof(BusinessData.RepresentativeNik), nameof(PersonData.PassportNumber)];

        numbers.ShouldAllBe(path => ApplicantFields.IsMasked(path) && ApplicantFields.Masked(path, "9900000000001").EndsWith('*'));
        ApplicantFields.IsMasked(nameof(PersonData.FullName)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_not_asked_is_not_taken()
    {
        var (core, answers, state, link) = await AskedAsync(ItemSubject.OfField(nameof(ApplicantData.Phone)));
        await answers.SaveAsync(link, 1, new ItemAnswer { Values = new Dictionary<string, string> { [nameof(ApplicantData.Phone)] = "081200009978", [Nik] = "3171031708909955" } });
        await answers.SendAsync(link);
        await answers.AcceptAsync(state, Staff.Sari);

        var data = (await ReadAsync(core, state)).Data.ShouldBeOfType<PersonData>();
        (data.Phone, data.Nik == "3171031708909955").ShouldBe(("+6281200009978", false));
    }

    [Theory]
    [InlineData(nameof(PersonData.Citizenship))]
    [InlineData("Address.Street")]
    [InlineData(nameof(PersonData.PassportNumber))]
    [InlineData("Nothing")]
    public async Task What_cannot_be_asked_is_refused(string field)
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);

        (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), [new AskedItem(ItemSubject.OfField(field), "?")]), Staff.Sari, Token))
            .ShouldBeInvalid(ClarificationItem.PartOf(1, nameof(AskedItem.Subject)), InputProblem.UnknownChoice);
    }

    [Fact]
    public async Task The_same_thing_is_asked_once_in_a_request_and_each_question_has_words()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        AskedItem[] items = [new(ItemSubject.OfField(Nik), "Satu?"), new(ItemSubject.OfField(Nik), "Dua?"), new(ItemSubject.General, " ")];

        var result = await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), items), Staff.Sari, Token);

        result.ShouldBeInvalid(ClarificationItem.PartOf(2, nameof(AskedItem.Subject)), InputProblem.MustDiffer);
        result.ShouldBeInvalid(ClarificationItem.PartOf(3, nameof(AskedItem.Question)), InputProblem.Required);
    }

    [Fact]
    public async Task What_was_said_on_the_telephone_closes_the_round_with_its_evidence_and_is_in_the_log()
    {
        var (core, answers, state, link) = await AskedAsync(ItemSubject.OfField(nameof(ApplicantData.Email)), ItemSubject.General);
        var items = (await answers.FindAsync(link)).ShouldBeDone().Items;
        var write = core.Get<WriteDownReplyHandler>();
        var said = new Dictionary<Guid, ItemAnswer> { [items[0].Id] = Typed(nameof(ApplicantData.Email), "baru@contoh.example") };

        (await write.HandleAsync(new(CasesAt.Target(state), said, ContactChannel.Phone, "Budi", " "), Staff.Bayu, Token)).ShouldBeInvalid(nameof(WriteDownReply.Evidence), InputProblem.Required);
        (await write.HandleAsync(new(CasesAt.Target(state), new Dictionary<Guid, ItemAnswer>(), ContactChannel.Phone, "Budi", "10.15"), Staff.Bayu, Token)).ShouldBeInvalid("Answer", InputProblem.Required);
        state = (await write.HandleAsync(new(CasesAt.Target(state), said, ContactChannel.Phone, "Budi", "Telepon 10.15 WIB"), Staff.Bayu, Token)).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(state.CaseId);
        var round = owner.Clarifications.Single();
        (round.Outcome, round.RepliedByName, round.RepliedOver, round.Evidence).ShouldBe((ClarificationOutcome.WrittenDown, Staff.Bayu.Name, ContactChannel.Phone, "Telepon 10.15 WIB"));
        (owner.Status, owner.LiveWorkItem!.AssigneeId, owner.Contacts.Single().With).ShouldBe((CaseStatus.Received, Staff.Sari.Id, "Budi"));
        round.Items.OrderBy(item => item.Position).Select(item => item.AwaitsReview).ShouldBe([true, false]);
        owner.Participations.ShouldContain(entry => entry.StaffId == Staff.Bayu.Id && entry.Part == Part.Entered);
        (await answers.FindAsync(link)).ShouldBeRefused(RefusalCode.LinkNotValid);
    }

    private static async Task SendFilesAsync(CoreHost core, Answers answers, string link, params (int Item, DocumentKind Kind, string Name)[] files)
    {
        var items = (await answers.FindAsync(link)).ShouldBeDone().Items;
        foreach (var (item, kind, name) in files)
        {
            core.Clock.Advance(TimeSpan.FromSeconds(1));
            (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(items[item].Id, kind, name), Registrations.Picture(), Token)).ShouldBeDone();
        }

        (await answers.SendAsync(link)).ShouldBeDone();
    }

    private static ItemAnswer Typed(string field, string value) => new() { Values = new Dictionary<string, string> { [field] = value } };

    private static async Task<CaseFile> ReadAsync(CoreHost core, CaseState state) => (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Sari, Token)).ShouldBeDone();

    private async Task<(CoreHost Core, Answers Answers, CaseState State, string Link)> AskedAsync(params ItemSubject[] subjects)
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        AskedItem[] items = [.. subjects.Select(subject => new AskedItem(subject, "Mohon diperiksa."))];
        state = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), items), Staff.Sari, Token)).ShouldBeDone();
        var answers = new Answers(core.Services);
        return (core, answers, state, await answers.LinkAsync(state.CaseId));
    }
}
