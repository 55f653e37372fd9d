import { TextInput } from '../design/Fields';
import { useDesk, useShared } from '../picture/context';
import { t } from '../text';

/** A place as it is being written: the position as text, so that half a number can stand there. */
export interface Place {
  readonly address: string;
  readonly municipality: string;
  readonly position: string;
}

interface Position {
  lat: number;
  lon: number;
}

interface Props {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
  readonly problemAt: (field: string) => string;
}

/** Address, municipality and position; the position is written, or picked on the map. */
export function PlaceFields({ place, onChange, problemAt }: Props) {
  const { region } = useShared();
  const { desk, dispatch } = useDesk();
  const at = (field: string) => problemAt(field) || problemAt(`location.${field}`);
  const position = positionIn(place, desk.picked);
  return (
    <>
      <TextInput
        label={t('form.newAddress')}
        topic="address"
        value={place.address}
        onChange={(address) => onChange({ ...place, address })}
        error={at('address')}
        required={position === null}
        maxLength={400}
      />
      <TextInput
        label={t('form.newMunicipality')}
        topic="municipality"
        value={place.municipality}
        onChange={(municipality) => onChange({ ...place, municipality })}
        error={at('municipality')}
        list={region.municipalities.map((one) => one.name)}
        maxLength={80}
      />
      <TextInput
        label={t('form.newPosition')}
        topic="position"
        value={desk.picked ? positionText(desk.picked) : place.position}
        onChange={(text) => {
          // What is written takes the place of what was picked.
          if (desk.picked) dispatch({ type: 'unpick' });
          onChange({ ...place, position: text });
        }}
        error={at('position') || (position === 'UNREADABLE' ? t('form.positionForm') : '')}
        hint={t('form.newPositionPick')}
        maxLength={60}
      />
    </>
  );
}

export function positionText({ lat, lon }: Position): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

/** Two numbers, latitude first, WGS84 degrees; a comma may stand for the decimal point. */
const NUMBERS = /^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*°?\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*$/;

/** The position written or picked: null when there is none. */
export function positionIn(
  place: Pick<Place, 'position'>,
  picked: Position | null,
): Position | 'UNREADABLE' | null {
  if (picked) return picked;
  if (place.position.trim() === '') return null;
  return readPosition(place.position) ?? 'UNREADABLE';
}

/** Latitude and longitude as people write them; null when it is something else. */
export function readPosition(text: string): Position | null {
  const [, lat, lon] = NUMBERS.exec(text) ?? [];
  if (lat === undefined || lon === undefined) return null;
  const read = (number: string) => Number.parseFloat(number.replace(',', '.'));
  return { lat: read(lat), lon: read(lon) };
}
