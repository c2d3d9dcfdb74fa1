using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;

namespace Onboarding.Core.Imports;

/// <summary>A row that was read: the registration, and what was noticed about its cells.</summary>
/// <param name="Row">Which row.</param>
/// <param name="Command">The registration as it goes to the door; null when the row has no readable shape.</param>
/// <param name="Findings">What was noticed so far.</param>
internal sealed record ReadRow(int Row, RegisterCase? Command, IReadOnlyList<ImportFinding> Findings)
{
    /// <summary>True when the cells alone keep the row out.</summary>
    public bool HasErrors => Findings.Any(finding => finding.IsError);
}

/// <summary>Makes a registration of a row, the same each time: the sender's key is made of the import and the row.</summary>
/// <param name="batch">The import.</param>
/// <param name="header">The columns.</param>
/// <param name="zone">Zone of the office, in which days are meant.</param>
/// <param name="now">The present instant (UTC).</param>
internal sealed class ImportRowReader(ImportBatch batch, ImportHeader header, IndonesianTimeZone zone, DateTimeOffset now)
{
    private const byte VersionEight = 0x80;
    private const byte Variant = 0x80;

    /// <summary>The key under which a row is sent in, so that no row becomes two cases (RFC 9562, version 8).</summary>
    public static Guid KeyOf(Guid batchId, int row)
    {
        Span<byte> source = stackalloc byte[20];
        batchId.TryWriteBytes(source, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(source[16..], row);
        var key = SHA256.HashData(source).AsSpan(0, 16);
        key[6] = (byte)((key[6] & 0x0F) | VersionEight);
        key[8] = (byte)((key[8] & 0x3F) | Variant);
        return new Guid(key, bigEndian: true);
    }

    /// <summary>Reads a row.</summary>
    public ReadRow Read(ImportRecord record)
    {
        var shape = Shape(record).ToList();
        if (shape.Exists(finding => finding.IsError))
        {
            return new ReadRow(record.Row, null, shape);
        }

        var cells = new ImportCells(header.Map(record.Cells));
        var kind = cells.Choice<CustomerKind>(ImportColumns.KindPath) ?? Guess(cells);
        cells.LeaveOut(kind == CustomerKind.Person ? CustomerKind.Business : CustomerKind.Person);
        ApplicantData data = kind == CustomerKind.Person ? Person(cells) : Business(cells);
        var channel = cells.Choice<Channel>(ImportColumns.ChannelPath) ?? batch.Channel;
        if (channel == Channel.Partner && batch.PartnerId is null)
        {
            cells.Fail(ImportColumns.ChannelPath, ImportProblemCode.PartnerNotNamed);
        }

        var command = new RegisterCase(
            KeyOf(batch.Id, record.Row),
            cells.Text(ImportColumns.ProductPath)?.Trim().ToUpperInvariant() ?? batch.ProductCode ?? string.Empty,
            channel,
            cells.Choice<Language>(ImportColumns.LanguagePath) ?? Language.Indonesian,
            data,
            Consent(cells),
            Details: new IntakeDetails(Source(cells, channel))
            {
                PartnerId = channel == Channel.Partner ? batch.PartnerId : null,
                ImportId = batch.Id,
            });
        return new ReadRow(record.Row, command, [.. shape, .. cells.Findings]);
    }

    private IEnumerable<ImportFinding> Shape(ImportRecord record)
    {
        if (record.Stray is { } stray)
        {
            // Where cells end is not certain, so nothing else is said of them.
            var line = stray.Line.ToString(CultureInfo.InvariantCulture);
            return [ImportFinding.Error(header.NameAt(stray.Cell), stray.StaysOpen ? ImportProblemCode.QuoteNotClosed : ImportProblemCode.QuotesBroken, line)];
        }

        return ShapeOfCells(record);
    }

    private IEnumerable<ImportFinding> ShapeOfCells(ImportRecord record)
    {
        var found = record.Cells.Count;
        while (found > header.Count && string.IsNullOrWhiteSpace(record.Cells[found - 1]))
        {
            found--;
        }

        if (found != header.Count)
        {
            string[] counts = [header.Count.ToString(CultureInfo.InvariantCulture), found.ToString(CultureInfo.InvariantCulture)];
            yield return found > header.Count
                ? ImportFinding.Error(null, ImportProblemCode.RowTooLong, counts)
                : ImportFinding.Warning(null, ImportProblemCode.RowTooShort, counts);
        }

        if (record.Cells.Any(cell => cell.Contains('\0', StringComparison.Ordinal)))
        {
            yield return ImportFinding.Error(null, ImportProblemCode.NulCharacter);
        }
    }

    // A file of one kind need not say it in every row.
    private static CustomerKind Guess(ImportCells cells) =>
        cells.Text(nameof(BusinessData.BusinessName)) is not null && cells.Text(nameof(PersonData.FullName)) is null ? CustomerKind.Business : CustomerKind.Person;

    private static PersonData Person(ImportCells cells) => new()
    {
        Citizenship = cells.Choice<Citizenship>(nameof(PersonData.Citizenship)) ?? Citizenship.Indonesian,
        FullName = cells.Text(nameof(PersonData.FullName)) ?? string.Empty,
        Nik = cells.Text(nameof(PersonData.Nik)),
        BirthPlace = cells.Text(nameof(PersonData.BirthPlace)) ?? string.Empty,
        BirthDate = cells.Date(nameof(PersonData.BirthDate)),
        Sex = cells.Choice<IdentityNumbers.Sex>(nameof(PersonData.Sex)),
        Npwp = cells.Text(nameof(PersonData.Npwp)),
        PassportNumber = cells.Text(nameof(PersonData.PassportNumber)),
        PassportCountry = cells.Text(nameof(PersonData.PassportCountry)),
        PassportExpiry = cells.Date(nameof(PersonData.PassportExpiry)),
        Phone = cells.Telephone(nameof(ApplicantData.Phone)),
        Email = cells.Text(nameof(ApplicantData.Email)) ?? string.Empty,
        Address = Address(cells, nameof(ApplicantData.Address)),
        Domicile = Address(cells, nameof(PersonData.Domicile)) is var domicile && domicile == new AddressData() ? null : domicile,
    };

    private static BusinessData Business(ImportCells cells) => new()
    {
        LegalForm = cells.Choice<IdentityNumbers.LegalForm>(nameof(BusinessData.LegalForm)),
        BusinessName = cells.Text(nameof(BusinessData.BusinessName)) ?? string.Empty,
        Nib = cells.Text(nameof(BusinessData.Nib)) ?? string.Empty,
        Npwp = cells.Text(nameof(BusinessData.Npwp)) ?? string.Empty,
        Nitku = cells.Text(nameof(BusinessData.Nitku)),
        DeedNumber = cells.Text(nameof(BusinessData.DeedNumber)),
        DeedDate = cells.Date(nameof(BusinessData.DeedDate)),
        NotaryName = cells.Text(nameof(BusinessData.NotaryName)),
        NotaryCity = cells.Text(nameof(BusinessData.NotaryCity)),
        DecreeNumber = cells.Text(nameof(BusinessData.DecreeNumber)),
        BeneficialOwner = cells.Text(nameof(BusinessData.BeneficialOwner)),
        RepresentativeName = cells.Text(nameof(BusinessData.RepresentativeName)) ?? string.Empty,
        RepresentativePosition = cells.Text(nameof(BusinessData.RepresentativePosition)) ?? string.Empty,
        RepresentativeCitizenship = cells.Choice<Citizenship>(nameof(BusinessData.RepresentativeCitizenship)) ?? Citizenship.Indonesian,
        RepresentativeNik = cells.Text(nameof(BusinessData.RepresentativeNik)) ?? string.Empty,
        RepresentativePassportNumber = cells.Text(nameof(BusinessData.RepresentativePassportNumber)),
        RepresentativePassportCountry = cells.Text(nameof(BusinessData.RepresentativePassportCountry)),
        RepresentativePassportExpiry = cells.Date(nameof(BusinessData.RepresentativePassportExpiry)),
        Phone = cells.Telephone(nameof(ApplicantData.Phone)),
        Email = cells.Text(nameof(ApplicantData.Email)) ?? string.Empty,
        Address = Address(cells, nameof(ApplicantData.Address)),
    };

    private static AddressData Address(ImportCells cells, string path) => new()
    {
        Street = cells.Text($"{path}.{nameof(AddressData.Street)}") ?? string.Empty,
        Rt = cells.Text($"{path}.{nameof(AddressData.Rt)}"),
        Rw = cells.Text($"{path}.{nameof(AddressData.Rw)}"),
        VillageCode = cells.Text($"{path}.{nameof(AddressData.VillageCode)}") ?? string.Empty,
        PostalCode = cells.Text($"{path}.{nameof(AddressData.PostalCode)}") ?? string.Empty,
    };

    private static RegistrationSource? Source(ImportCells cells, Channel channel)
    {
        var formNumber = cells.Text(ImportColumns.FormNumberPath);
        var source = new RegistrationSource
        {
            OnPaper = channel == Channel.Offline && formNumber is not null,
            FormNumber = formNumber,
            Remark = cells.Text(ImportColumns.RemarkPath),
        };
        return source == new RegistrationSource() ? null : source;
    }

    // A day is signed within office hours; which text applied is asked for its end, or for now while it lasts.
    private GivenConsent? Consent(ImportCells cells)
    {
        var version = cells.Text(ImportColumns.ConsentVersionPath)?.Trim();
        var date = cells.Date(ImportColumns.ConsentDatePath);
        var offers = cells.Choice<bool>(ImportColumns.MarketingPath) ?? false;
        cells.Require(ImportColumns.ConsentVersionPath);
        cells.Require(ImportColumns.ConsentDatePath);
        if (version is null || date is not { } day)
        {
            return null;
        }

        var end = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), zone.Offset()).AddMilliseconds(-1).ToUniversalTime();
        var isToday = DateOnly.FromDateTime(now.ToOffset(zone.Offset()).DateTime) == day;
        return new GivenConsent(version, Registration: true, offers) { GivenAt = isToday ? now : end, IsOnPaper = true };
    }
}
