using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Schemes;

/// <content>From the first draft to the last day.</content>
internal sealed partial class Scheme
{
    /// <exception cref="BusinessException">The law lets no new scheme of this regime be set up.</exception>
    public static Scheme Draft(
        Guid id, Guid hostAuthorityId, string hostAuthorityName, RecordSchemeDto terms, Officer writer)
    {
        RefuseRepealed(terms.Regime);
        var scheme = new Scheme(id, hostAuthorityId, hostAuthorityName, terms) { State = SchemeState.Draft, Writer = writer };
        scheme.ClearRecorded();
        scheme.Record("Draft", after: $"{terms.Regime}, ends on {Text(terms.EndsOn)}");
        return scheme;
    }

    /// <summary>Replaces all terms. The last writer cannot publish.</summary>
    public void Edit(RecordSchemeDto terms, Officer writer)
    {
        State = SchemeStates.Transitions.Fire(State, SchemeTrigger.Edit);
        RefuseRepealed(terms.Regime);
        Take(terms);
        Writer = writer;
        _memberAuthorities.RemoveAll(m => !terms.MemberAuthorityIds.Contains(m.AuthorityId));
        Record("Edit", after: $"{Regime}, ends on {Text(EndsOn)}");
    }

    /// <exception cref="BusinessException">The officer wrote it, or something is missing.</exception>
    public void Publish(Officer officer, DateTime now)
    {
        var to = SchemeStates.Transitions.Fire(State, SchemeTrigger.Publish);
        if (Writer?.Id == officer.Id)
        {
            throw new BusinessException(AccreditationErrorCodes.OwnDraft);
        }

        if (SchemeGaps.Of(this) is { Count: > 0 } missing)
        {
            throw new InvalidInputException([.. missing.Select(g => new FieldError(g.Field, $"{g.Message} ({g.Source})"))]);
        }

        Record("Publish", State.ToString(), to.ToString());
        (State, PublishedAt) = (to, now);
    }

    /// <summary>Nobody joins and nothing is called off from now on; what was placed carries on.</summary>
    public void Close(string reason)
    {
        var to = SchemeStates.Transitions.Fire(State, SchemeTrigger.Close);
        Record("Close", State.ToString(), to.ToString(), reason);
        State = to;
    }

    /// <summary>Announces when providers can join. A window that has opened stays as it was announced.</summary>
    public void SetWindows(IReadOnlyList<AdmissionWindowDto> windows, DateOnly today)
    {
        if (State == SchemeState.Closed)
        {
            throw new InvalidTransitionException(State.ToString(), "SetWindows", []);
        }

        SchemeLaw.RefuseWindows(windows, StartsOn, EndsOn, AdmissionMode, RegimeRules.Of(Regime));
        if (State == SchemeState.Published && Windows.Where(w => w.From <= today).Except(windows).Any())
        {
            throw new InvalidInputException("windows", "A window that has opened cannot be changed. Add a later one.");
        }

        Record("SetWindows", InWords(Windows), InWords(windows));
        Windows = windows;
    }

    private static void RefuseRepealed(Regime regime)
    {
        var rules = RegimeRules.Of(regime);
        if (!rules.MayBeCreated)
        {
            throw new BusinessException(AccreditationErrorCodes.NewSchemeForbidden)
                .WithData("regime", rules.Name).WithData("source", rules.SourceOf(RegimeSubject.NewScheme));
        }
    }

    private static string InWords(IReadOnlyList<AdmissionWindowDto> windows) =>
        windows.Count == 0 ? "none" : string.Join(", ", windows.Select(w => $"{Text(w.From)} to {Text(w.Until)}"));
}
