import { MILESTONES, type Assignment, type Milestone } from '../api/contract';
import type { Kept, StatusPress } from './outbox';

const ORDER: readonly string[] = ['ASSIGNED', ...MILESTONES.map(([milestone]) => milestone)];

/** Statuses of assignments that the server has not refused. */
function statuses(kept: readonly Kept[]): readonly StatusPress[] {
  return kept.filter((one) => 'milestone' in one).filter((one) => one.state !== 'REFUSED');
}

/** The milestones still ahead, counting those pressed but not yet taken by the server. */
export function stepsAhead(
  { id, milestone }: Pick<Assignment, 'id' | 'milestone'>,
  kept: readonly Kept[],
): Milestone[] {
  const pressed = statuses(kept).filter((one) => one.assignment === id);
  const reached = [milestone, ...pressed.map((one) => one.milestone)];
  const last = Math.max(...reached.map((one) => ORDER.indexOf(one)));
  return MILESTONES.map(([one]) => one).filter((one) => ORDER.indexOf(one) > last);
}

/** Whether the patient has been on board: then "clear" means conveyed and asks no question. */
export function hasConveyed(milestone: Assignment['milestone'], kept: readonly Kept[]): boolean {
  const loaded = ORDER.indexOf('LOADED');
  return (
    ORDER.indexOf(milestone) >= loaded ||
    statuses(kept).some((one) => ORDER.indexOf(one.milestone) >= loaded)
  );
}
