import type { Category, SieveRules } from './contract';
import { inkOn, lookOf } from './sieve';
import { categoryName } from './words';

interface Props {
  readonly rules: SieveRules | null;
  readonly category: Category | null;
  /** Beside the name, such as a tag. */
  readonly children?: string;
}

/** A category by its word on its colour: never the colour alone, which not everybody sees. */
export function CategoryMark({ rules, category, children }: Props) {
  const name = categoryName(rules, category);
  if (category === null) return <span className="category unsieved">{children ?? name}</span>;
  const { colour } = lookOf(rules, category);
  return (
    <span className="category" style={{ background: colour, color: inkOn(colour) }}>
      {children ?? name}
    </span>
  );
}
