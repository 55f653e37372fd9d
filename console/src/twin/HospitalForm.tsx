import { t } from '../text';
import { closedHospitals, withHospital } from './changes';
import type { FormProps } from './Forms';

/** Which hospitals receive no emergencies. */
export function HospitalForm({ tree, base, onChange, errorAt }: FormProps) {
  const closed = closedHospitals(tree);
  const wrong = closed
    .map((_, at) => errorAt(`hospitals.${at}`) || errorAt(`hospitals.${at}.close`))
    .find((text) => text !== '');
  return (
    <fieldset className="twin-hospitals">
      <legend>{t('change.hospitals')}</legend>
      {base?.hospitals.map(({ id, name }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={closed.includes(id)}
            onChange={({ target }) => onChange(withHospital(tree, id, target.checked))}
          />
          {t('change.closed', { name })}
        </label>
      ))}
      {wrong && <p className="error">{wrong}</p>}
    </fieldset>
  );
}
