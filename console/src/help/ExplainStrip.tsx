import { CommandButton } from '../commands/CommandButton';
import { useCommands } from '../commands/useCommands';
import { useDesk, useShared } from '../picture/context';
import { t } from '../text';
import { viewFrom } from '../view/address';
import { explain, topicsOf, type Explanation } from './topics';
import { useTopics } from './useTopics';

/** With the rule of the open case there are three side by side, and the strip keeps its height. */
const HERE_MAX = 2;

/**
 * Explains what stands under the focus or the pointer, in a strip of its own below everything: it
 * covers nothing of what it speaks of, and moves no focus.
 */
export function ExplainStrip() {
  const { desk, dispatch } = useDesk();
  const { region, session } = useShared();
  const commands = useCommands();
  const here = useTopics(desk.explain === '');
  if (desk.explain === null) return null;
  const wanted =
    desk.explain === '' ? [...here.slice(0, HERE_MAX), ...ofCase(commands.incident)] : [];
  const named = desk.explain === '' ? wanted : topicsOf(desk.explain, region);
  const view = viewFrom(location.search, session) ?? 'desk';
  const topics = named.length > 0 || desk.explain !== '' ? named : [`view.${view}`];
  const found = [...new Set(topics)].flatMap((one) => explain(one, { region, commands }) ?? []);
  return (
    <section className="explanation" aria-label={t('explain.title')}>
      <div className="explained" aria-live="polite">
        {found.length === 0 && <p>{t('explain.unknown')}</p>}
        {found.map((one) => (
          <One key={one.topic} one={one} />
        ))}
      </div>
      <div className="explained-more">
        <p className="quiet">{t('explain.hint')}</p>
        <CommandButton id="help" className="button small" text={t('explain.sheet')} />
        <CommandButton id="tour" className="button small" text={t('explain.tour')} />
        <button
          type="button"
          className="button small plain"
          aria-label={t('explain.close')}
          onClick={() => dispatch({ type: 'explain', word: null })}
        >
          ✕
        </button>
      </div>
    </section>
  );
}

/** The rule of the open case is always worth its line. */
function ofCase(incident: { readonly priority: string } | null): string[] {
  return incident ? [`priority.${incident.priority}`] : [];
}

function One({ one }: { one: Explanation }) {
  return (
    <div>
      <h3>{one.title}</h3>
      <p>
        {one.text}
        {one.key !== undefined && (
          <>
            {' '}
            {t('explain.key')} <kbd>{one.key}</kbd>
          </>
        )}
        {one.line !== undefined && (
          <>
            {' '}
            {t('explain.line')} <code>{one.line}</code>
          </>
        )}
      </p>
    </div>
  );
}
