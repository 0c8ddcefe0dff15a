interface Event {
  readonly actorName: string;
  readonly action: string;
  readonly refused: boolean;
}

/**
 * Whether a proposal was taken back by whoever had made it: the trail has one action for that and for a colleague's
 * sending it back.
 */
export function wasTakenBack<T extends Event>(trail: readonly T[], back: T): boolean {
  const proposal = trail
    .slice(0, trail.indexOf(back))
    .filter(({ action, refused }) => !refused && action.includes('Propose'))
    .at(-1);
  return proposal?.actorName === back.actorName;
}
