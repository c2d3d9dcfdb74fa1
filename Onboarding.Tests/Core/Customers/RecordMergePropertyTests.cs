using FsCheck.Fluent;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

/// <summary>Whatever is chosen: a merge loses nothing and can be taken apart.</summary>
public sealed class RecordMergePropertyTests
{
    private static FsCheck.Gen<CustomerRecord> Persons => Records(isPerson: true);

    private static FsCheck.Gen<CustomerRecord> Businesses => Records(isPerson: false);

    private static FsCheck.Gen<(CustomerRecord Survivor, CustomerRecord Merged, HashSet<string> Taken)> Pairs =>
        from isPerson in Gen.Elements(true, false)
        from survivor in isPerson ? Persons : Businesses
        from merged in isPerson ? Persons : Businesses
        from taken in Gen.ListOf(Gen.Elements(true, false), 30)
        select (survivor, merged, RecordSheet.MainFields(survivor.Data.Kind).Where((_, index) => taken[index]).ToHashSet());

    [Fact]
    public void What_is_put_together_comes_apart_again_exactly() => Always.Holds(Pairs, pair =>
    {
        var joined = RecordMerge.Combine(pair.Survivor, pair.Merged, pair.Taken);
        var content = new MergeContent(pair.Survivor, joined, [], []);

        RecordMerge.Overwritten(content, joined).ShouldBeEmpty();
        RecordSheet.Compare(pair.Survivor, RecordMerge.Restore(content, joined)).ShouldBeEmpty();
    });

    [Fact]
    public void Each_field_has_the_value_that_was_chosen_and_no_contact_and_nobody_is_lost() => Always.Holds(Pairs, pair =>
    {
        var joined = RecordMerge.Combine(pair.Survivor, pair.Merged, pair.Taken);

        foreach (var path in RecordSheet.MainFields(joined.Data.Kind))
        {
            RecordSheet.Text(joined.Data, path).ShouldBe(RecordSheet.Text((pair.Taken.Contains(path) ? pair.Merged : pair.Survivor).Data, path), path);
        }

        var both = new[] { pair.Survivor, pair.Merged };
        joined.Phones.Append(joined.Data.Phone).ShouldBe(both.SelectMany(record => record.Phones.Append(record.Data.Phone)).Distinct(), ignoreOrder: true);
        joined.Emails.Append(joined.Data.Email).ShouldBe(both.SelectMany(record => record.Emails.Append(record.Data.Email)).Distinct(), ignoreOrder: true);
        both.SelectMany(record => record.AllParties).Except(joined.AllParties).ShouldBeEmpty();
    });

    [Fact]
    public void What_the_merge_set_is_named_when_it_says_something_else_by_now() => Always.Holds(Pairs, pair =>
    {
        var joined = RecordMerge.Combine(pair.Survivor, pair.Merged, pair.Taken);
        var later = joined with { Data = joined.Data with { Phone = "+6281299998888" } };
        var wasSet = joined.Data.Phone != pair.Survivor.Data.Phone;

        RecordMerge.Overwritten(new MergeContent(pair.Survivor, joined, [], []), later).ShouldBe(wasSet ? [nameof(ApplicantData.Phone)] : []);
    });

    private static FsCheck.Gen<CustomerRecord> Records(bool isPerson) =>
        from serial in Gen.Choose(1000, 1040)
        from phones in Gen.Choose(0, 3).ListOf()
        from people in Gen.Choose(0, 3).ListOf()
        select Record(isPerson, serial, phones, people);

    private static CustomerRecord Record(bool isPerson, int serial, IEnumerable<int> phones, IEnumerable<int> people) => new()
    {
        Data = StandardFormat.Apply(isPerson ? Registrations.Person(serial) : Registrations.Business(serial)),
        Phones = [.. phones.Distinct().Select(number => $"+628120000777{number}")],
        Parties = [.. people.Distinct().Select(number => new CustomerParty { Role = PartyRole.ContactPerson, Name = $"NARAHUBUNG {number}" })],
    };
}
