import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { UNIT_STATUSES } from '../api/contract';
import { LETTERS } from '../fleet/letters';
import { ruleOf, ruleTitle } from '../help/rules';
import { useDesk, useShared } from '../picture/context';
import { t } from '../text';
import { span } from '../text/format';
import { ALARM_KINDS } from '../alarm/act';
import { keyName } from './keyName';
import { lineText } from './lineText';
import type { CommandGroup } from './groups';
import { COMMANDS } from './table';

const GROUPS: readonly CommandGroup[] = ['dispatch', 'case', 'view', 'rides', 'major'];

/** Every command with its key from the command table, and the region's rules from its pack. */
export function HelpSheet() {
  const { desk, dispatch } = useDesk();
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={desk.help}
      onOpenChange={(open) => dispatch({ type: 'help', open })}
    >
      <Modal className="help">
        <Dialog>
          {({ close }) => (
            <>
              <header>
                <Heading slot="title">{t('help.title')}</Heading>
                <Button className="button" onPress={close}>
                  {t('help.close')} <kbd>Esc</kbd>
                </Button>
              </header>
              <div className="help-groups">
                {GROUPS.map((group) => (
                  <Group key={group} group={group} />
                ))}
              </div>
              <p className="quiet">{t('help.lists')}</p>
              <p className="quiet">{t('help.forms')}</p>
              <p className="quiet">{t('help.line')}</p>
              <Rules />
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Group({ group }: { group: CommandGroup }) {
  return (
    <section>
      <h3>{t(`commandGroup.${group}`)}</h3>
      <dl>
        {COMMANDS.filter((one) => one.group === group).map((one) => (
          <div key={one.id}>
            <dt>{one.key && <kbd>{keyName(one.key)}</kbd>}</dt>
            <dd>
              {t(`command.${one.id}`)}
              {'line' in one && <code>{lineText(one.line)}</code>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the rules say: of each priority, each status and each alarm. */
function Rules() {
  const { region } = useShared();
  const retask = span(region.rules.retaskAfterHandoverSeconds);
  return (
    <div className="help-rules">
      <section>
        <h3>{t('rule.heading')}</h3>
        <dl>
          {region.priorities.map((one) => (
            <Rule key={one.code} name={ruleTitle(one)} text={ruleOf(one, region.rules).join(' ')} />
          ))}
        </dl>
      </section>
      <section>
        <h3>{t('rule.alarms')}</h3>
        <dl>
          {ALARM_KINDS.map((one) => (
            <Rule key={one} name={t(`alarm.${one}`)} text={t(`alarmHelp.${one}`)} />
          ))}
        </dl>
      </section>
      <section>
        <h3>{t('rule.statuses')}</h3>
        <dl>
          {UNIT_STATUSES.map((one) => (
            <Rule
              key={one}
              name={`${LETTERS[one]} ${t(`status.${one}`)}`}
              text={t(`statusHelp.${one}`, { retask })}
            />
          ))}
        </dl>
      </section>
    </div>
  );
}

function Rule({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
