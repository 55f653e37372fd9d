import type { Tree } from './contract';
import { isList, isTree, withPart } from './scenario';

const MONTHS = 12;

/** Digits that say enough of a month beside the year's mean. */
const DIGITS = 3;

/** The months as they stand in the file; an empty text for one that is not there. */
export function monthsOf(tree: Tree): string[] {
  const calls = tree['calls'];
  const months = isTree(calls) ? calls['months'] : undefined;
  const known = isList(months) ? months : [];
  return Array.from({ length: MONTHS }, (_, month) => {
    const one = known[month];
    return typeof one === 'string' ? one : '';
  });
}

/** The tree with another figure of a month; the first that is given makes the others 1. */
export function withMonth(tree: Tree, month: number, figure: string): Tree {
  const was = monthsOf(tree);
  const none = was.every((one) => one === '');
  const now = was.map((one, at) => (at === month ? figure : none ? '1' : one));
  const empty = now.every((one) => one === '');
  return withPart(tree, 'calls', 'months', empty ? undefined : now);
}

/** The tree without a season. */
export function withoutSeason(tree: Tree): Tree {
  return withPart(withPart(tree, 'calls', 'months', undefined), 'calls', 'begins', undefined);
}

/** The months with the same proportions and the mean 1; as they are when one is no number. */
export function withEvenMonths(tree: Tree): Tree {
  const figures = monthsOf(tree).map((one) => (one === '' ? NaN : Number(one)));
  const sum = figures.reduce((all, one) => all + one, 0);
  if (!(sum > 0) || figures.some((one) => one < 0)) return tree;
  const even = figures.map((one) => String(Number(((one * MONTHS) / sum).toFixed(DIGITS))));
  return withPart(tree, 'calls', 'months', even);
}
