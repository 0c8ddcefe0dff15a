using static DpsPortal.Property.Visits.Criticality;

namespace DpsPortal.Property.Visits;

/// <param name="Id">Kept in stored answers: never reuse or rename one.</param>
/// <param name="Hint">How to check it; null when the question says it all.</param>
/// <param name="PerBedroom">Asked once for each bedroom.</param>
/// <param name="MeasuresArea">Decided by the measured area of the bedroom (domain fact 25).</param>
/// <param name="CriticalIfLicensable">Critical in a house in multiple occupation that needs a licence.</param>
internal sealed record ChecklistItem(
    string Id, Criticality Criticality, string Question, string? Hint = null, bool PerBedroom = false,
    bool MeasuresArea = false, bool CriticalIfLicensable = false);

internal sealed record ChecklistSection(string Id, string Title, IReadOnlyList<ChecklistItem> Items);

/// <summary>What a visitor looks at, as data. Sections A to J follow the alliance's inspection of homes.</summary>
internal static class Checklist
{
    public static readonly IReadOnlyList<ChecklistSection> Sections =
    [
        new("A", "Legal and certificates",
        [
            new("gas-safety", Critical, "Gas safety record is under 12 months old", "Not applicable without gas."),
            new("electrical", Critical, "Electrical report is under 5 years old and satisfactory",
                "Anything dangerous was put right within 28 days."),
            new("fire-risk", Critical, "Fire risk assessment is under 12 months old",
                "Check that its actions are closed."),
            new("fire-alarm", Critical, "Fire alarm and emergency lights are serviced", "Look at the weekly test log."),
            new("smoke-co-alarms", Critical, "Smoke alarm on every floor, carbon monoxide alarm by each boiler",
                "Press each one. Note any that do not sound."),
            new("hmo-licence", Critical, "HMO licence is held where one is needed",
                "Five or more people of two or more households; the number displayed is not exceeded."),
            new("insurance", Critical, "Buildings and liability insurance are in force"),
            new("ofsted-list", Critical, "The home is on the provider’s list at Ofsted", "Needed for ages 16 and 17."),
            new("fire-drill", Major, "Fire drill in the last 3 months"),
            new("portable-appliances", Major, "Portable appliances are tested as their risk asks"),
            new("energy", Major, "Energy certificate is E or better"),
            new("legionella", Major, "Legionella risk assessment is under 24 months old"),
            new("planning", Major, "Evidence of planning permission or lawful use"),
            new("lease", Major, "Lease or landlord allows this use"),
            new("asbestos", Minor, "Asbestos register for common parts", "Only for a building from before 2000."),
            new("waste", Minor, "Waste is stored and collected properly"),
            new("food-hygiene", Minor, "Food hygiene is registered", "Only where meals are provided."),
        ]),
        new("B", "Location",
        [
            new("location-assessment", Critical, "Location assessment is from this calendar year",
                "Police and the area authority were consulted."),
            new("area-risks", Major, "Local area risk assessment covers crime, exploitation and other risks nearby"),
            new("travel", Minor, "Transport, a doctor and a college are within reach"),
            new("neighbours", Minor, "Relations with neighbours are good"),
        ]),
        new("C", "Bedrooms",
        [
            new("bedroom-area", Major, "Bedroom is large enough",
                "Measure the floor where the ceiling is at least 1.5 m high.",
                PerBedroom: true, MeasuresArea: true, CriticalIfLicensable: true),
            new("bedroom-lock", Critical, "Door locks, and opens from inside without a key", PerBedroom: true),
            new("bedroom-damp-severe", Critical, "No severe damp or mould", PerBedroom: true),
            new("bedroom-occupancy", Major, "Used by no more people than it is meant for", PerBedroom: true),
            new("bedroom-window", Major, "Window above the ground floor has a restrictor", PerBedroom: true),
            new("bedroom-damp", Major, "Free of damp and mould", PerBedroom: true),
            new("bedroom-wifi", Major, "Wi-Fi can be used in the room", "Try it with your own telephone.",
                PerBedroom: true),
            new("bedroom-furniture", Minor, "Bed, mattress, wardrobe, desk and blind in good order", PerBedroom: true),
            new("bedroom-heating", Minor, "Heating can be controlled in the room", PerBedroom: true),
            new("bedroom-storage", Minor, "Small fridge or storage that locks", PerBedroom: true),
        ]),
        new("D", "Kitchen, bathrooms and shared rooms",
        [
            new("bathrooms", Major, "No more than five people to a bathroom"),
            new("cookers", Major, "No more than five people to a cooker"),
            new("hot-water", Major, "Hot water is no hotter than is safe"),
            new("repair", Major, "In good repair, inside and out"),
            new("food-storage", Minor, "Food storage that locks for each person"),
            new("lounge", Minor, "A shared room to sit in"),
            new("laundry", Minor, "Laundry that can be used"),
            new("decoration", Minor, "Decorated and clean"),
            new("garden", Minor, "Garden kept, bicycles can be stored"),
        ]),
        new("E", "Staff and security",
        [
            new("rota", Critical, "Rota matches the hours that are paid for", "Compare with who is there now."),
            new("cctv", Critical, "Cameras in shared rooms only, with consents and signs",
                "Not applicable without cameras."),
            new("staff-room", Major, "Staff sleep and work outside young people’s rooms"),
            new("on-call", Major, "24-hour on-call number is displayed"),
            new("visitors", Major, "Visitors are logged and sign in"),
            new("medication", Major, "Medication is stored safely"),
            new("door-entry", Minor, "Door entry works"),
            new("lone-working", Minor, "Staff who work alone have a device and a routine"),
            new("first-aid", Minor, "First aid kit and accident book are at hand"),
        ]),
        new("F", "Young people’s rights",
        [
            new("agreement", Major, "Written agreement is signed by each young person"),
            new("complaints", Major, "How to complain, advocacy and Ofsted’s details are displayed"),
            new("house-rules", Major, "House rules are fair", "Curfew and visitors above all."),
            new("key-work", Major, "Key-work session every week"),
            new("privacy", Major, "Privacy is respected", "Staff knock and wait."),
            new("welcome-guide", Minor, "Welcome guide is given on arrival"),
            new("starter-pack", Minor, "Starter pack for bedroom and kitchen is given"),
            new("entitlements", Minor, "Rights and entitlements are explained"),
        ]),
        new("G", "Records",
        [
            new("vetting", Critical, "Vetting record matches the staff on shift", "Take two names of those on shift."),
            new("support-plans", Major, "Support plans within 4 weeks of the start, and reviewed"),
            new("risk-assessments", Major, "Risk assessments are current"),
            new("missing-log", Major, "Missing episodes are logged"),
            new("incident-log", Major, "Incidents are logged and followed up"),
            new("supervision", Major, "Supervision of staff is recorded"),
            new("handover", Minor, "Handover between shifts is written"),
            new("money", Minor, "Money held for young people is accounted for"),
        ]),
        new("H", "Accessibility",
        [
            new("evacuation-plans", Major, "Evacuation plan for each person who needs help to leave",
                "Not applicable where nobody does."),
            new("step-free", Minor, "Step-free entrance and wet room as described by the provider"),
            new("adaptations", Minor, "Adaptations are in working order"),
        ]),
        new("I", "Who lives here",
        [
            new("matching", Major, "Compatibility was considered for each person who lives here"),
            new("adults", Major, "Adults over 25 or from outside care are declared"),
            new("ages-and-gender", Minor, "Ages and gender on site are as the provider describes"),
        ]),
        new("J", "Conversations",
        [
            new("young-people", Major, "Young people spoken to feel safe and listened to",
                "Not applicable where nobody lives here yet. No names in the note."),
            new("staff-interview", Major, "Staff know what to do about safeguarding and going missing"),
            new("mood", Minor, "The home feels calm and cared for"),
        ]),
    ];
}
