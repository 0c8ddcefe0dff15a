namespace DpsPortal.Rules.Privacy;

/// <summary>What the lists say of a word. A word has several: Grace is a first name and ordinary, Chelsea a place
/// too.</summary>
[Flags]
internal enum Traits
{
    None = 0,
    FirstName = 1,
    Surname = 2,

    /// <summary>An English word that is written small.</summary>
    Ordinary = 4,

    /// <summary>Some town or village.</summary>
    Place = 8,

    /// <summary>A borough, county, country or station: it is meant whenever it can be.</summary>
    KnownPlace = 16,

    /// <summary>Written with a capital and nobody's name: days, languages, faiths, medicines, brands, law.</summary>
    Quiet = 32,

    /// <summary>Says who somebody is and has a name after it: mum, SW, friend, called.</summary>
    Role = 64,

    /// <summary>What people do: likes, said, attends; also is, has and will.</summary>
    Verb = 128,

    Acronym = 256,

    Name = FirstName | Surname,

    /// <summary>Something else than a name.</summary>
    Other = Ordinary | Place | KnownPlace | Quiet | Role | Acronym,
}
