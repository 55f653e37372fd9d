import { Select, TextInput } from '../design/Fields';
import { useShared } from '../picture/context';
import { t, tCode } from '../text';
import type { Unreadable } from './paper';
import { OUTCOMES, SOURCES, type Written } from './paperBody';

export interface Part {
  readonly written: Written;
  readonly change: (part: Partial<Written>) => void;
  readonly problemAt: (field: string) => string;
}

export interface ClockPart extends Part {
  readonly unreadAt: (field: Unreadable['field']) => string;
}

export function Heading({ written, change, problemAt, unreadAt }: ClockPart) {
  return (
    <>
      <TextInput
        label={t('paper.number')}
        topic="paperNumber"
        value={written.number}
        onChange={(number) => change({ number })}
        error={problemAt('number')}
        required
        maxLength={32}
      />
      <TextInput
        label={t('paper.writtenBy')}
        topic="paperWriter"
        value={written.writtenBy}
        onChange={(writtenBy) => change({ writtenBy })}
        error={problemAt('writtenBy')}
        required
        maxLength={100}
      />
      <TextInput
        label={t('paper.day')}
        topic="paperDay"
        value={written.day}
        onChange={(day) => change({ day })}
        hint={t('paper.dayHint')}
        required
        maxLength={10}
      />
      <TextInput
        label={t('paper.opened')}
        topic="paperClock"
        value={written.opened}
        onChange={(opened) => change({ opened })}
        error={unreadAt('opened') || problemAt('openedAt') || problemAt('opening.openedAt')}
        required
        maxLength={5}
        inputMode="numeric"
      />
    </>
  );
}

export function Told({ written, change, problemAt, unreadAt }: ClockPart) {
  const { region } = useShared();
  const at = (field: string) => problemAt(field) || problemAt(`opening.${field}`);
  return (
    <>
      <TextInput
        label={t('form.newAddress')}
        topic="address"
        value={written.address}
        onChange={(address) => change({ address })}
        error={at('address') || at('location.address')}
        required
        maxLength={400}
      />
      <TextInput
        label={t('form.newMunicipality')}
        topic="municipality"
        value={written.municipality}
        onChange={(municipality) => change({ municipality })}
        error={at('municipality') || at('location.municipality')}
        list={region.municipalities.map((one) => one.name)}
        maxLength={80}
      />
      <TextInput
        label={t('form.newPosition')}
        topic="position"
        value={written.position}
        onChange={(position) => change({ position })}
        error={unreadAt('position') || at('location.position')}
        hint={t('paper.positionHint')}
        maxLength={60}
      />
      <Select
        label={t('form.newSource')}
        topic="source"
        value={written.source}
        options={SOURCES.map((one) => [one, tCode('source', one)] as const)}
        onChange={(code) =>
          change({ source: SOURCES.find((one) => one === code) ?? written.source })
        }
      />
      <TextInput
        label={t('form.newCallback')}
        topic="callback"
        value={written.callbackNumber}
        onChange={(callbackNumber) => change({ callbackNumber })}
        error={at('callbackNumber')}
        inputMode="tel"
      />
      <TextInput
        label={t('form.newDescription')}
        topic="description"
        value={written.description}
        onChange={(description) => change({ description })}
        error={at('description')}
        lines
        required
      />
      <TextInput
        label={t('paper.threats')}
        topic="paperThreats"
        value={written.threats}
        onChange={(threats) => change({ threats })}
        error={unreadAt('threats') || at('threats')}
        hint={t('paper.threatsHint')}
        lines
      />
    </>
  );
}

export function Course({ written, change, problemAt, unreadAt }: ClockPart) {
  const ended = written.outcome !== '';
  return (
    <>
      <TextInput
        label={t('paper.units')}
        topic="paperUnits"
        value={written.units}
        onChange={(units) => change({ units })}
        error={unreadAt('units') || problemAt('units')}
        hint={t('paper.unitsHint')}
        lines
      />
      <TextInput
        label={t('paper.contacts')}
        topic="paperContacts"
        value={written.contacts}
        onChange={(contacts) => change({ contacts })}
        error={unreadAt('contacts') || problemAt('contacts')}
        hint={t('paper.contactsHint')}
        lines
      />
      <TextInput
        label={t('paper.notes')}
        topic="paperNotes"
        value={written.notes}
        onChange={(notes) => change({ notes })}
        error={unreadAt('notes') || problemAt('notes')}
        hint={t('paper.notesHint')}
        lines
      />
      <Select
        label={t('paper.outcome')}
        topic="outcome"
        value={written.outcome}
        options={[
          ['', t('paper.goesOn')],
          ...OUTCOMES.map((one) => [one, tCode('outcome', one)] as const),
        ]}
        onChange={(code) => change({ outcome: OUTCOMES.find((one) => one === code) ?? '' })}
      />
      {ended && (
        <>
          <TextInput
            label={t('paper.ended')}
            topic="paperClock"
            value={written.ended}
            onChange={(value) => change({ ended: value })}
            error={unreadAt('ended') || problemAt('ending')}
            required
            maxLength={5}
            inputMode="numeric"
          />
          <TextInput
            label={t('paper.outcomeText')}
            topic="outcomeText"
            value={written.outcomeText}
            onChange={(outcomeText) => change({ outcomeText })}
            error={problemAt('text')}
            maxLength={500}
          />
        </>
      )}
    </>
  );
}
