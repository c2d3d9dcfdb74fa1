using Onboarding.Core.Workflow;

namespace Onboarding.Tests.Support;

/// <summary>The people of the tests, one or two for each role.</summary>
public static class Staff
{
    /// <summary>Customer Service.</summary>
    public static readonly Actor Sari = Person("sari", "Sari Wulandari", ActorRole.CustomerService);

    /// <summary>A second one in Customer Service.</summary>
    public static readonly Actor Bayu = Person("bayu", "Bayu Pratama", ActorRole.CustomerService);

    /// <summary>Administrasi.</summary>
    public static readonly Actor Dewi = Person("dewi", "Dewi Lestari", ActorRole.Administration);

    /// <summary>A second one in Administrasi.</summary>
    public static readonly Actor Agus = Person("agus", "Agus Salim", ActorRole.Administration);

    /// <summary>IT.</summary>
    public static readonly Actor Rudi = Person("rudi", "Rudi Hartono", ActorRole.InformationTechnology);

    /// <summary>Supervisor Layanan.</summary>
    public static readonly Actor Maya = Person("maya", "Maya Anggraini", ActorRole.Supervisor);

    /// <summary>A second supervisor.</summary>
    public static readonly Actor Hendra = Person("hendra", "Hendra Gunawan", ActorRole.Supervisor);

    /// <summary>Kepatuhan.</summary>
    public static readonly Actor Ratna = Person("ratna", "Ratna Sari", ActorRole.Compliance);

    /// <summary>Administrator.</summary>
    public static readonly Actor Yusuf = Person("yusuf", "Yusuf Ibrahim", ActorRole.Administrator);

    /// <summary>A person with these roles.</summary>
    public static Actor Person(string id, string name, params ActorRole[] roles) => new(id, name, new HashSet<ActorRole>(roles), "test");
}
