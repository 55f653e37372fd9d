import type { Tree, Value } from './contract';

/**
 * A scenario's file as a tree and back. The text is what is kept, shared and run; forms change the
 * tree, which is written anew. Keys that no form knows stay as they are.
 */

const ROW = 24;

/** Words that need no quotes: nothing in them that YAML or a reader could take otherwise. */
const PLAIN = /^(?:[A-Za-zÅÄÖåäö_][A-Za-zÅÄÖåäö0-9_.-]*|-?\d+(?:\.\d+)?|\d[\w-]*)$/;
const TAKEN = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/** The file's text. */
export function written(tree: Tree): string {
  return lines(tree, 0).join('\n') + '\n';
}

function lines(tree: Tree, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = `${indent}${key}:`;
    if (typeof value === 'string') return [`${name} ${scalar(value)}`];
    if (isTree(value) && Object.keys(value).length === 0) return [`${name} {}`];
    if (!isList(value)) return [name, ...lines(value, depth + 1)];
    if (value.length === 0) return [`${name} []`];
    if (value.every((one) => typeof one === 'string')) return [...row(name, value, indent)];
    return [name, ...value.flatMap((one) => item(one, depth + 1))];
  });
}

/** A list of numbers goes on a few lines: a week of hours is a row a day. */
function row(name: string, values: readonly string[], indent: string): string[] {
  if (values.length <= ROW) return [`${name} [${values.map(scalar).join(', ')}]`];
  const rows: string[] = [];
  for (let at = 0; at < values.length; at += ROW)
    rows.push(
      `${indent}  ${values
        .slice(at, at + ROW)
        .map(scalar)
        .join(', ')},`,
    );
  return [`${name} [`, ...rows, `${indent}]`];
}

function item(value: Value, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (typeof value === 'string') return [`${indent}- ${scalar(value)}`];
  if (isList(value)) return [`${indent}-`, ...value.flatMap((one) => item(one, depth + 1))];
  const [first = '{}', ...rest] = lines(value, depth + 1);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

function scalar(text: string): string {
  return PLAIN.test(text) && !TAKEN.test(text) ? text : JSON.stringify(text);
}

/** The text under another title; nothing else of it is touched. */
export function titled(text: string, title: string): string {
  const line = `title: ${scalar(title)}`;
  return /^title:.*$/m.test(text) ? text.replace(/^title:.*$/m, () => line) : `${line}\n${text}`;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isTree(value: Value | undefined): value is Tree {
  return typeof value === 'object' && !isList(value);
}

/** The text at a path, empty when there is none. */
export function textAt(tree: Tree, ...path: (string | number)[]): string {
  let value: Value | undefined = tree;
  for (const key of path) {
    if (isTree(value)) value = value[key];
    else if (isList(value)) value = value[Number(key)];
    else return '';
  }
  return typeof value === 'string' ? value : '';
}

/** The texts of a list, empty when there is none. */
export function textsAt(tree: Tree, key: string): readonly string[] {
  const value = tree[key];
  return isList(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The trees of a list, empty when there is none. */
export function itemsAt(tree: Tree, key: string): readonly Tree[] {
  const value = tree[key];
  return isList(value) ? value.filter(isTree) : [];
}

/** In this order keys stand in a file that forms have written. */
const ORDER = [
  'title',
  'region',
  'base',
  'dispatch',
  'calls',
  'driving',
  'hospitals',
  'units',
  'rides',
];

/** The tree with another value; undefined or what is empty takes the key away. */
export function withKey(tree: Tree, key: string, value: Value | undefined): Tree {
  const rest = Object.entries(tree).filter(([one]) => one !== key);
  const empty =
    value === undefined ||
    value === '' ||
    (isList(value) && value.length === 0) ||
    (isTree(value) && Object.keys(value).length === 0);
  const all = empty
    ? rest
    : key in tree
      ? Object.entries({ ...tree, [key]: value })
      : [...rest, [key, value] as const];
  return Object.fromEntries(ORDER.includes(key) ? all.toSorted(byOrder) : all);
}

function byOrder([a]: readonly [string, Value], [b]: readonly [string, Value]): number {
  return place(a) - place(b);
}

function place(key: string): number {
  const found = ORDER.indexOf(key);
  return found < 0 ? ORDER.length : found;
}

/** The tree with a part that means something when it is empty too; undefined takes it away. */
export function withTree(tree: Tree, key: string, value: Tree | undefined): Tree {
  const rest = withKey(tree, key, undefined);
  return value === undefined
    ? rest
    : Object.fromEntries([...Object.entries(rest), [key, value] as const].toSorted(byOrder));
}

/** The tree with another value of a key in a part of it, such as `calls.factor`. */
export function withPart(tree: Tree, part: string, key: string, value: Value | undefined): Tree {
  const was = tree[part];
  return withKey(tree, part, withKey(isTree(was) ? was : {}, key, value));
}

/** Keys that no form knows: they are shown as they stand. */
export function otherKeys(tree: Tree): string[] {
  return Object.keys(tree).filter((key) => !ORDER.includes(key));
}
