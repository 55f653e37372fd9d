import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './identity/App';
import { Boundary } from './design/Boundary';
import { loadPreferences } from './design/preferences';
import './design/tokens.css';
import './design/controls.css';
import './design/sign-in.css';
import './design/map.css';
import './design/command-line.css';
import './design/help.css';
import './help/help.css';
import './design/desk.css';
import './alarm/alarm.css';
import './design/notices.css';
import './design/lists.css';
import './design/panel.css';
import './transport/transport.css';
import './rides/rides.css';
import './rides/lines.css';
import './triage/triage.css';
import './doctor/doctor.css';
import './users/users.css';
import './hygiene/hygiene.css';
import './view/view.css';
import './crew/crew.css';
import './waiting/waiting.css';
import './county/county.css';
import './advice/advice.css';
import './wall/wall.css';
import './presence/presence.css';
import './handover/handover.css';
import './film/film.css';
import './masscasualty/major.css';
import './masscasualty/majorwall.css';
import './masscasualty/counts.css';
import './masscasualty/distribution.css';
import './masscasualty/hospital.css';
import './masscasualty/preparedness.css';
import './masscasualty/sieve.css';
import './twin/twin.css';
import './twin/editor.css';
import './twin/plots.css';
import './exercise/exercise.css';
import './design/print.css';

loadPreferences();
const root = document.getElementById('root');
if (!root) throw new Error('index.html: element #root is missing');
createRoot(root).render(
  <StrictMode>
    <Boundary>
      <App />
    </Boundary>
  </StrictMode>,
);
