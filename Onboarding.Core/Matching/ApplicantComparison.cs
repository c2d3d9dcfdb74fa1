using Onboarding.Core.Cases;

namespace Onboarding.Core.Matching;

/// <summary>
/// Compares two applicants and says how likely they are one and the same, with the reasons. Evidence has points, what
/// speaks against it takes some away; an equal identity number decides nearly alone. Symmetric, and 100 for equal data.
/// The points are set so that 50 is where a person should look; the labelled list of the tests watches over them.
/// </summary>
internal static class ApplicantComparison
{
    private const int MostWithoutNumber = 99;
    private const int RepresentativeAlone = 55;
    private const int AlikeName = 600;
    private const int NearlySameName = 850;
    private const int ForeignName = 400;

    /// <summary>Compares two applicants.</summary>
    public static MatchResult Compare(MatchProfile one, MatchProfile other)
    {
        var sheet = new Sheet(one, other);
        if (one.Kind != other.Kind)
        {
            PersonAndBusiness(sheet);
        }
        else if (one.Kind == CustomerKind.Person)
        {
            Persons(sheet);
        }
        else
        {
            Businesses(sheet);
        }

        return sheet.Result();
    }

    private static void Persons(Sheet sheet)
    {
        var (one, other) = (sheet.One, sheet.Other);
        sheet.Number(one.Nik, other.Nik, MatchReason.SameNik, alone: 92);
        sheet.Number(one.Passport, other.Passport, MatchReason.SamePassport, alone: 92);
        sheet.Number(one.Npwp, other.Npwp, MatchReason.SameNpwp, alone: 88, against: 3);
        sheet.Name(one.Name, other.Name, most: 45, ofCommon: 38);
        sheet.Add(Evidence.OfBirth(one.BirthDate, other.BirthDate));
        sheet.Add(Evidence.OfNik(one.Nik, other.Nik));
        sheet.Contact(phone: 30, email: 30);
        sheet.Place();
        sheet.Add(one.BirthPlace.Length > 0 && one.BirthPlace == other.BirthPlace ? 3 : 0);
        sheet.Add(one.Sex is not null && other.Sex is not null && one.Sex != other.Sex ? -12 : 0);
    }

    private static void Businesses(Sheet sheet)
    {
        var (one, other) = (sheet.One, sheet.Other);
        sheet.Number(one.Nib, other.Nib, MatchReason.SameNib, alone: 94, against: 6);
        sheet.Number(one.Npwp, other.Npwp, MatchReason.SameNpwp, alone: 90, against: 4);
        sheet.Number(one.Decree, other.Decree, MatchReason.SameDecree, alone: 90, against: 2);
        sheet.Number(one.Nik, other.Nik, MatchReason.SameRepresentative, alone: RepresentativeAlone);
        sheet.Number(one.Passport, other.Passport, MatchReason.SamePassport, alone: RepresentativeAlone);
        sheet.Add(one.Deed.Length > 0 && one.Deed == other.Deed ? new Evidence(MatchReason.SameDeed, 35) : default);
        sheet.Name(one.Name, other.Name, most: 60, ofCommon: 42);
        sheet.Add(NameComparison.Compare(one.Representative, other.Representative).Likeness >= NearlySameName ? 8 : 0);
        sheet.Contact(phone: 22, email: 22);
        sheet.Place();
        sheet.Add(one.LegalForm is not null && other.LegalForm is not null && one.LegalForm != other.LegalForm ? -10 : 0);
    }

    // An owner may register too: that is somebody related, and with one tax number for both the same in law.
    private static void PersonAndBusiness(Sheet sheet)
    {
        var (person, business) = sheet.One.Kind == CustomerKind.Person ? (sheet.One, sheet.Other) : (sheet.Other, sheet.One);
        sheet.Number(person.Npwp, business.Npwp, MatchReason.SameNpwp, alone: 80);
        sheet.Number(person.Nik, business.Nik, MatchReason.SameRepresentative, alone: RepresentativeAlone);
        sheet.Number(person.Passport, business.Passport, MatchReason.SamePassport, alone: RepresentativeAlone);
        sheet.Name(person.Name, business.Representative, most: 20, ofCommon: 12);
        sheet.Contact(phone: 20, email: 20);
    }

    /// <summary>Adds up the evidence of one comparison.</summary>
    private sealed class Sheet(MatchProfile one, MatchProfile other)
    {
        private readonly List<MatchReason> _reasons = [];
        private int _points;
        private int _floor;
        private int _name;

        public MatchProfile One => one;

        public MatchProfile Other => other;

        public void Add(Evidence evidence)
        {
            _points += evidence.Points;
            if (evidence.Reason is { } reason)
            {
                _reasons.Add(reason);
            }
        }

        public void Add(int points) => _points += points;

        public void Number(string mine, string theirs, MatchReason reason, int alone, int against = 0)
        {
            if (mine.Length == 0 || theirs.Length == 0)
            {
                return;
            }

            if (mine == theirs)
            {
                _floor = Math.Max(_floor, alone);
                _reasons.Add(reason);
            }
            else
            {
                _points -= against;
            }
        }

        public void Name(MatchName mine, MatchName theirs, int most, int ofCommon)
        {
            var (likeness, kind) = NameComparison.Compare(mine, theirs);
            _name = likeness;
            most = mine.IsCommon || theirs.IsCommon ? ofCommon : most;
            Add(kind switch
            {
                NameAgreement.Same => new Evidence(MatchReason.SameName, most),
                NameAgreement.SoundsAlike => new Evidence(MatchReason.NameSoundsAlike, Scaled(likeness, most)),
                NameAgreement.Similar => new Evidence(MatchReason.NameSimilar, Scaled(likeness, most)),
                NameAgreement.None => new Evidence(null, !mine.IsEmpty && !theirs.IsEmpty && likeness < ForeignName ? -10 : 0),
            });
        }

        public void Contact(int phone, int email)
        {
            Add(Evidence.OfPhone(one.Phone, other.Phone, phone));
            Add(Evidence.OfEmail(one.Email, other.Email, email));
        }

        public void Place() => Add(Evidence.OfPlace(one, other));

        public MatchResult Result()
        {
            _reasons.Sort();
            if (one == other)
            {
                return new MatchResult(MatchResult.MostPoints, _reasons);
            }

            // With an equal number the rest only says how sure one may be: a mistyped number has another name beside it.
            var score = _floor == 0
                ? Math.Clamp(_points, 0, MostWithoutNumber)
                : Math.Clamp(_floor + (_name >= NearlySameName ? 7 : _name < AlikeName ? -7 : 0), 0, MostWithoutNumber);
            return new MatchResult(Math.Max(score, Math.Clamp(_points, 0, MostWithoutNumber)), _reasons);
        }

        // From a quarter of the points where likeness begins to count up to all of them.
        private static int Scaled(int likeness, int most) => (most / 4) + ((most - (most / 4)) * (likeness - AlikeName) / (1000 - AlikeName));
    }
}
