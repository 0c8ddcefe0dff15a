namespace DpsPortal.Organisations.People;

public enum OrganisationKind
{
    Authority,
    Provider,
}
