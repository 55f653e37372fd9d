import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useDesk } from '../picture/context';
import { t } from '../text';
import { keyName } from './CommandButton';
import type { LineAct } from './lineActs';
import { COMMANDS, type CommandGroup } from './table';

const GROUPS: readonly CommandGroup[] = ['dispatch', 'case', 'view'];

/** Every command with its key, made from the command table. */
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
              {'line' in one && <LineExample act={one.line} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** How the command is written on the command line: t ENHET ÄRENDE. */
function LineExample({ act }: { act: LineAct }) {
  const takes = act.takes.map((one) => t(`parameter.${one}`));
  return <code>{[act.letter, ...takes].filter(Boolean).join(' ')}</code>;
}
