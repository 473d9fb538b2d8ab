import { byId } from './dom.js';
import { loadHostConfigs, vendorJson } from './hostconfig.js';
import { Session } from './session.js';
import { setUpCalendar } from './calendar.js';
import { setUpChat } from './chat.js';
import { setUpChosen } from './chosen.js';
import { setUpClock } from './clock.js';
import { setUpComposer } from './composer.js';
import { setUpFaults } from './faults.js';
import { setUpHappened } from './happened.js';
import { setUpPeople } from './people.js';
import { setUpStory } from './story.js';
import { setUpStrip } from './strip.js';
import { setUpTheme, themeNow } from './theme.js';
import { setUpToasts } from './toasts.js';
import { setUpViews } from './views.js';
import { setUpWelcome } from './welcome.js';

const session = new Session();
setUpStrip(session);

const configs = await loadHostConfigs(vendorJson);
const chat = setUpChat(session, () => configs[themeNow()]);
setUpTheme(() => chat.redraw());
const views = setUpViews(session);

// Chosen by hand: the chat comes to the front and takes the focus. A deep link or the back button leaves the focus alone.
async function choose(person) {
  views.show('chat');
  await session.select(person);
  byId('chat-title').focus({ preventScroll: true });
}

setUpPeople(session, choose);
setUpComposer(session);
setUpClock(session);
setUpCalendar(session);
setUpChosen(session, views);
setUpHappened(session, choose);
setUpFaults(session);
setUpToasts(session, choose);
const story = setUpStory(session, chat, views);
setUpWelcome(session, choose, views, story);
await session.start();
story.carryOn();
document.body.dataset.ready = 'true';
