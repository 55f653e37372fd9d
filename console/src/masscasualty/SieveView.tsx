import { useState } from 'react';
import { useCrew } from '../crew/context';
import { CasualtyCard } from './CasualtyCard';
import { CasualtyPick } from './CasualtyPick';
import type { Category, Judgement, MajorIncident, SieveRules } from './contract';
import { HandForm, SortForm } from './JudgeForms';
import { nextTag } from './sieve';
import { SievedPlate } from './SievedPlate';
import { SieveHead } from './SieveHead';
import { SieveWalk, type Asked } from './SieveWalk';
import { useMajorIncident } from './useMajor';
import { useSieved, type Judged, type Who } from './useSieved';

type Screen =
  | { at: 'WALK' }
  | ({ at: 'DONE'; category: Category } & Judged)
  | { at: 'LIST' }
  | { at: 'CASUALTY'; who: Who }
  | { at: 'SORT'; who: Who; child: boolean }
  | { at: 'HAND' };

interface Props {
  readonly major: MajorIncident;
  readonly rules: SieveRules;
  readonly onLeave: () => void;
}

/** Sieving on the phone: a question at a time, the next casualty a press away, network or none. */
export function SieveView({ major, rules, onLeave }: Props) {
  const { client, region, outbox } = useCrew();
  const [screen, setScreen] = useState<Screen>({ at: 'WALK' });
  // Casualties of others are asked for once somebody wants to see them, and then followed.
  const [opened, setOpened] = useState(false);
  const told = useMajorIncident(client, region.code, { id: opened ? major.id : null });
  const { mine, named, safe, say, tell, ...sieved } = useSieved(major);
  const [asked, setAsked] = useState<Asked>(() => ({
    tag: nextTag(mine[0]?.tag ?? ''),
    as: undefined,
    child: false,
    place: '',
  }));
  const [round, setRound] = useState(0);
  const judge = (who: Who | null, category: Category, judgement: Judgement, child = asked.child) =>
    setScreen({
      at: 'DONE',
      category,
      ...sieved.judge(who, { ...asked, child }, category, judgement),
    });
  /** The first question about somebody: one who is known, or whoever wears the next card. */
  const walk = (tag: string, as: Who | undefined, child = false) => {
    setAsked({ tag, as, child, place: asked.place });
    setRound(round + 1);
    setScreen({ at: 'WALK' });
  };
  const change = (next: Asked) => {
    // Of one who is known each thing is a fact of its own; of somebody new it is in the tag.
    if (next.as && next.as.person === asked.as?.person) {
      if (next.child !== asked.child) tell(next.as, { kind: 'CHILD', value: String(next.child) });
      if (next.place !== asked.place) tell(next.as, { kind: 'PLACE', value: next.place });
    }
    setAsked(next);
  };

  return (
    <>
      <SieveHead
        mine={mine}
        safe={safe}
        onList={() => {
          setOpened(true);
          setScreen({ at: 'LIST' });
        }}
        onLeave={onLeave}
      />
      {screen.at === 'WALK' && (
        <SieveWalk
          // Another round begins at the first question, also when it is about the same tag.
          key={round}
          major={major}
          rules={rules}
          asked={asked}
          known={named}
          onAsked={change}
          onJudged={(category, judgement) => judge(asked.as ?? null, category, judgement)}
          onHand={() => setScreen({ at: 'HAND' })}
        />
      )}
      {screen.at === 'DONE' && (
        <SievedPlate
          key={screen.press}
          rules={rules}
          tag={outbox.nameOf(screen.who.person, screen.who.tag)}
          category={screen.category}
          families={familiesOf(told.casualties)}
          onFact={(fact) => tell(screen.who, fact)}
          onUnsay={(press) => outbox.undo(press)}
          onUndo={() => {
            if (!sieved.undo(screen)) return;
            walk(screen.who.tag, screen.before ? screen.who : undefined, asked.child);
          }}
          onAgain={() => walk(screen.who.tag, screen.who, asked.child)}
          onNext={() => walk(nextTag(screen.who.tag), undefined)}
        />
      )}
      {screen.at === 'LIST' && (
        <CasualtyPick
          told={told}
          rules={rules}
          mine={named}
          onPick={(who) => setScreen({ at: 'CASUALTY', who })}
          onBack={() => setScreen({ at: 'WALK' })}
        />
      )}
      {screen.at === 'CASUALTY' && (
        <CasualtyCard
          told={told}
          rules={rules}
          who={screen.who}
          mine={named}
          onSay={(what, body) => {
            if (what !== 'FACTS') setScreen({ at: 'LIST' });
            return say(screen.who, what, body);
          }}
          onUnsay={(press) => outbox.undo(press)}
          onJudge={(how, child) => {
            if (how === 'SORT') setScreen({ at: 'SORT', who: screen.who, child });
            else walk(screen.who.tag, screen.who, child);
          }}
          onBack={() => setScreen({ at: 'LIST' })}
        />
      )}
      {screen.at === 'SORT' && (
        <SortForm
          rules={rules}
          tag={screen.who.tag}
          onJudged={(category, judgement) => judge(screen.who, category, judgement, screen.child)}
          onBack={() => setScreen({ at: 'LIST' })}
        />
      )}
      {screen.at === 'HAND' && (
        <HandForm
          rules={rules}
          tag={asked.tag}
          onJudged={(category, judgement) => judge(asked.as ?? null, category, judgement)}
          onBack={() => setScreen({ at: 'WALK' })}
        />
      )}
    </>
  );
}

/** Words of families that somebody is said to belong to. */
function familiesOf(casualties: readonly { about: { family: string } }[]): string[] {
  return [...new Set(casualties.map((one) => one.about.family))].filter((one) => one !== '');
}
