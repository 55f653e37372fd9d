import { useState, type SubmitEvent } from 'react';
import { Button } from 'react-aria-components';
import type { IncomingTransport, RegionPack } from '../api/contract';
import { TextInput } from '../design/Fields';
import { t, tCode } from '../text';
import { when } from '../text/format';
import { answersOf } from './acts';
import { Asked, Latest } from './RowLines';
import { stopText } from './words';
import { useRowForm } from './useRowForm';

interface Props {
  readonly order: IncomingTransport;
  readonly region: RegionPack;
  /** Name of the region that has the order. */
  readonly of: string;
  /** Whether the reader answers for the ward: then it is said so. */
  readonly command: boolean;
  readonly now: number;
  /** Sends the answer; gives what the server said, empty when it was done. */
  readonly answer: (body: unknown) => Promise<string>;
}

/** One order of another region, as the ward that receives needs it. */
export function IncomingRow({ order, region, of, command, now, answer }: Props) {
  const [declining, setDeclining] = useState(false);
  const [refused, setRefused] = useState('');
  const { ride, reception, care, expectedAt } = order;
  const from = order.from ? stopText(order.from, region) : t('transport.fromHome');
  const title = `${from} → ${stopText(order.to, region)}`;
  const until = when(order.pickupUntil, Date.parse(order.pickupFrom));
  const window = `${t('rides.promised')} ${when(order.pickupFrom, now)}–${until}`;
  const textOf = (act: 'accept' | 'decline') =>
    command
      ? t(act === 'accept' ? 'transportReception.ACCEPTED' : 'transportReception.DECLINED')
      : t(`transportAct.${act}`);
  return (
    <li className="order-item stack" data-ride={ride}>
      <div className="order-line">
        <b>{expectedAt ? t('transport.there', { at: when(expectedAt, now) }) : window}</b>
        <span>{title}</span>
      </div>
      <div className="order-line">
        <span className="order-chip">{t(`ride.${ride}`)}</span>
        <span className={`order-chip ${reception === 'DECLINED' ? 'warn-ink' : ''}`}>
          {tCode('transportReception', reception)}
        </span>
        <span>{tCode('mode', order.mode)}</span>
      </div>
      {care && <Asked request={care} />}
      <p className="order-said">{t('transport.orderedBy', { careUnit: order.careUnit, of })}</p>
      <Latest changes={order.changes} now={now} />
      <div className="choices">
        {answersOf(order).map((act) => (
          <Button
            key={act}
            className={`button small ${act === 'accept' ? 'first' : ''}`}
            aria-label={`${textOf(act)}: ${title}`}
            onPress={() => {
              setRefused('');
              if (act === 'decline') setDeclining(true);
              else void answer({ accepted: true }).then(setRefused);
            }}
          >
            {textOf(act)}
          </Button>
        ))}
      </div>
      {declining && (
        <Decline
          onClose={() => setDeclining(false)}
          send={(text) =>
            answer({ accepted: false, text }).then((said) => {
              if (said === '') setDeclining(false);
              return said;
            })
          }
        />
      )}
      <p role="alert" className="error">
        {refused}
      </p>
    </li>
  );
}

interface DeclineProps {
  readonly onClose: () => void;
  readonly send: (text: string) => Promise<string>;
}

/** Why the ward cannot receive: it goes back to who ordered. */
function Decline({ onClose, send }: DeclineProps) {
  const [text, setText] = useState('');
  const [refused, setRefused] = useState('');
  const frame = useRowForm(onClose);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send(text).then(setRefused);
  };
  return (
    <form
      ref={frame}
      className="stack order-act"
      noValidate
      aria-label={t('transportAct.decline')}
      onSubmit={submit}
    >
      <TextInput
        label={t('form.reason')}
        value={text}
        onChange={setText}
        error={refused}
        maxLength={300}
        required
      />
      <div className="choices">
        <Button type="submit" className="button first small">
          {t('transportAct.decline')}
        </Button>
        <Button className="button small" onPress={onClose}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
