import { UNIT_STATUSES, type RegionPack } from '../api/contract';
import { LETTERS } from '../fleet/letters';
import { Meanings, PageHelp } from '../help/PageHelp';
import { ruleOf, ruleTitle } from '../help/rules';
import { t } from '../text';
import { span } from '../text/format';
import { useCrew, useCrewPicture } from './context';

/** What the page is, what the rule says of the assignment's priority, and what the letters mean. */
export function CrewHelp() {
  const { region } = useCrew();
  const { read } = useCrewPicture();
  return (
    <PageHelp view="crew">
      <Meanings of={[...rules(region, read?.assignment.priority), ...statuses(region)]} />
    </PageHelp>
  );
}

function rules(region: RegionPack, priority: string | undefined): [string, string][] {
  return region.priorities
    .filter((one) => one.code === priority)
    .map((one) => [ruleTitle(one), ruleOf(one, region.rules).join(' ')]);
}

function statuses(region: RegionPack): [string, string][] {
  const retask = span(region.rules.retaskAfterHandoverSeconds);
  return UNIT_STATUSES.map((one) => [
    `${LETTERS[one]} ${t(`status.${one}`)}`,
    t(`statusHelp.${one}`, { retask }),
  ]);
}
