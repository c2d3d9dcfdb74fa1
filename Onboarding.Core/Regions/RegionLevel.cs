namespace Onboarding.Core.Regions;

/// <summary>The four levels of official regions. Places call the lower two by names of their own (distrik, gampong, nagari); the codes do not.</summary>
public enum RegionLevel
{
    /// <summary>Provinsi, two digits.</summary>
    Province = 1,

    /// <summary>Kabupaten or kota, four digits.</summary>
    Regency,

    /// <summary>Kecamatan, six digits.</summary>
    District,

    /// <summary>Kelurahan or desa, ten digits.</summary>
    Village,
}
