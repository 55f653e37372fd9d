import { useState } from 'react';
import { useMajor } from './context';
import { CASUALTY_LIST_ID } from './CasualtyPane';
import { DepartForm, RegisterForm, SendForm, SettleForm } from './CasualtyForms';
import {
  CorrectForm,
  DescribeForm,
  IdentifyForm,
  MergeForm,
  MissingForm,
  SplitForm,
} from './PersonForms';
import { HelpForm } from './HelpForm';
import { CapacityForm, KeyForm, TypeForm } from './HospitalForms';
import { RationForm } from './RationForms';
import { ResponseForm } from './ResponseForm';
import { CollectForm, EndForm, LevelForm, MethaneForm, NoteForm, OrganiseForm } from './PlaceForms';

/** What every form of the view is given. */
export interface FormProps {
  readonly onClose: () => void;
}

/** The form that is open; closed, the keys are back in the list of casualties. */
export function MajorForms() {
  const { desk, dispatch, major } = useMajor();
  if (!major || !desk.form) return null;
  const close = () => {
    dispatch({ type: 'form', form: null });
    document.getElementById(CASUALTY_LIST_ID)?.focus();
  };
  switch (desk.form) {
    case 'methane':
      return <MethaneForm major={major} onClose={close} />;
    case 'level':
      return <LevelForm major={major} onClose={close} />;
    case 'organise':
      return <OrganiseForm major={major} onClose={close} />;
    case 'help':
      return <HelpForm major={major} onClose={close} />;
    case 'note':
      return <NoteForm major={major} onClose={close} />;
    case 'collect':
      return <CollectForm major={major} onClose={close} />;
    case 'end':
      return <EndForm major={major} onClose={close} />;
    case 'key':
      return <KeyForm major={major} onClose={close} />;
    case 'type':
      return <TypeForm major={major} onClose={close} />;
    case 'capacity':
      return <CapacityForm major={major} onClose={close} />;
    case 'register':
      return <RegisterForm major={major} onClose={close} />;
    case 'send':
      return <SendForm onClose={close} />;
    case 'depart':
      return <DepartForm onClose={close} />;
    case 'settle':
      return <SettleForm onClose={close} />;
    case 'response':
      return <ResponseForm major={major} onClose={close} />;
    case 'ration':
      return <RationForm major={major} onClose={close} />;
    case 'missing':
      return <MissingForm major={major} onClose={close} />;
    case 'describe':
    case 'identify':
    case 'merge':
    case 'split':
    case 'correct':
      return <PersonForm form={desk.form} onClose={close} />;
  }
}

interface PersonProps extends FormProps {
  readonly form: 'describe' | 'identify' | 'merge' | 'split' | 'correct';
}

/** A form about one casualty, the one under the cursor when it was opened. */
function PersonForm({ form, onClose }: PersonProps) {
  const { casualty } = useMajor();
  const [one] = useState(casualty);
  if (!one) return null;
  switch (form) {
    case 'describe':
      return <DescribeForm one={one} onClose={onClose} />;
    case 'identify':
      return <IdentifyForm one={one} onClose={onClose} />;
    case 'merge':
      return <MergeForm one={one} onClose={onClose} />;
    case 'split':
      return <SplitForm one={one} onClose={onClose} />;
    case 'correct':
      return <CorrectForm one={one} onClose={onClose} />;
  }
}
