import type { CallType, Tree, Value } from './contract';
import { isList, isTree, textAt, withPart } from './scenario';

/** Digits that say enough of a share; so many types written so still sum to 1. */
const DIGITS = 5;

/** Levels of a base without types of its own. */
const LEVELS = 3;

/** The types as they stand in the file; empty when they are as in the base. */
export function typesOf(tree: Tree): readonly Tree[] {
  const calls = tree['calls'];
  const types = isTree(calls) ? calls['types'] : undefined;
  return isList(types) ? types.filter(isTree) : [];
}

/** What stands for a share, not a number when it is none. */
export function shareOf(type: Tree): number {
  const text = textAt(type, 'share');
  return text === '' ? NaN : Number(text);
}

/** Part of all calls that the types are together. */
export function sharesOf(types: readonly Tree[]): number {
  return types.reduce((sum, type) => sum + shareOf(type), 0);
}

/** The shares of each level as they stand in the file; an empty text for one that is not there. */
export function levelsOf(type: Tree, base: readonly CallType[]): string[] {
  const levels = type['levels'];
  const known = isList(levels) ? levels : [];
  const count = Math.max(known.length, base[0]?.levels.length ?? LEVELS);
  return Array.from({ length: count }, (_, level) => {
    const one = known[level];
    return typeof one === 'string' ? one : '';
  });
}

/** The tree with these types; none takes the key away. */
export function withTypes(tree: Tree, types: readonly Tree[]): Tree {
  return withPart(tree, 'calls', 'types', types.length === 0 ? undefined : types);
}

/** The tree with the types of the base written out, to be changed. */
export function withBaseTypes(tree: Tree, base: readonly CallType[]): Tree {
  return withTypes(
    tree,
    base.map(({ name, share, levels, conveyed, scene }) => ({
      name,
      share: figure(share),
      levels: levels.map(figure),
      conveyed: figure(conveyed),
      scene: figure(scene),
    })),
  );
}

/** The tree with another value of a key of a type; what is emptied stays, to be written anew. */
export function withTypePart(tree: Tree, at: number, key: string, value: Value): Tree {
  return withTypes(
    tree,
    typesOf(tree).map((type, one) => (one === at ? { ...type, [key]: value } : type)),
  );
}

export function withoutType(tree: Tree, at: number): Tree {
  return withTypes(tree, typesOf(tree).toSpliced(at, 1));
}

/** The tree with one more type, as the last but of no call yet. */
export function withNewType(tree: Tree, name: string, base: readonly CallType[]): Tree {
  const types = typesOf(tree);
  const like = types.at(-1) ?? {};
  const levels = levelsOf(like, base).map((one, level) => one || (level === 0 ? '1' : '0'));
  const { conveyed = '1', scene = '1' } = like;
  return withTypes(tree, [...types, { name, share: '0', levels, conveyed, scene }]);
}

/** The types with the same proportions and the sum 1; as they are when one is no number. */
export function withEvenShares(tree: Tree): Tree {
  const types = typesOf(tree);
  const sum = sharesOf(types);
  if (!(sum > 0) || types.some((type) => !(shareOf(type) >= 0))) return tree;
  return withTypes(
    tree,
    types.map((type) => ({ ...type, share: figure(shareOf(type) / sum) })),
  );
}

function figure(value: number): string {
  return String(Number(value.toFixed(DIGITS)));
}
