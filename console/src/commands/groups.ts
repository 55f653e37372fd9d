/** Those with keys of their own, which answer in the view of that name alone. */
export type OwnGroup = 'rides' | 'major';
export type CommandGroup = 'view' | 'dispatch' | 'case' | OwnGroup;

/** Whether the group has keys of its own. */
export function isOwn(group: string): group is OwnGroup {
  return group === 'rides' || group === 'major';
}
