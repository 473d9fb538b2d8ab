import { processMarkdown } from './markdown.js';

const { AdaptiveCard, CardElement, HostConfig, SerializationContext, Versions } = globalThis.AdaptiveCards;
AdaptiveCard.onProcessMarkdown = processMarkdown;

let rendered = 0;

// Puts what somebody had typed into the card before it is drawn, so that a redrawn card loses nothing; notes what it came with.
function withValues(node, values, came) {
  if (Array.isArray(node)) return node.map((item) => withValues(item, values, came));
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'data' ? value : withValues(value, values, came)]));
  if (typeof node.type !== 'string' || !node.type.startsWith('Input.') || !node.id) return copy;
  came.set(node.id, String(node.value ?? (node.type === 'Input.Toggle' ? node.valueOff ?? 'false' : '')));
  if (node.id in values) copy.value = values[node.id];
  return copy;
}

// The values that differ from those the card came with.
function typedIn(card, came) {
  return Object.fromEntries(card.getAllInputs(true)
    .filter((input) => input.id && String(input.value ?? '') !== came.get(input.id))
    .map((input) => [input.id, String(input.value ?? '')]));
}

// The values an action sends: those it refers to that are set, all as strings.
function inputsOf(action) {
  return Object.fromEntries(Object.values(action.getReferencedInputs?.() ?? {})
    .filter((input) => input.isSet())
    .map((input) => [input.id, String(input.value)]));
}

const titleOf = (action) => action.id || action.title;

// Draws one card with the official renderer.
// options: hostConfig (plain object), values (input id → string), expanded (titles of shown sub-cards), onAction(action, inputs, button).
// Answers { element, card, events: [{phase, message}], typed(), expanded() }; element is null when nothing can be drawn.
export function renderCard(payload, { hostConfig, values = {}, expanded = [], onAction = () => {} }) {
  // The renderer checks `lang` with a global regular expression, which refuses every second card unless it starts anew.
  CardElement.langProperty.regEx.lastIndex = 0;
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  const context = new SerializationContext(Versions.v1_5);
  const came = new Map();
  card.parse(withValues(payload, values, came), context);
  const shown = new Set(expanded);
  card.onInlineCardExpanded = (action, isExpanded) => (isExpanded ? shown.add(titleOf(action)) : shown.delete(titleOf(action)));
  card.onExecuteAction = (action) => onAction(action.toJSON(), inputsOf(action), action.renderedElement);
  const element = card.render() ?? null;
  if (element) separateRadios(element);
  for (const action of element ? card.getAllActions() : []) {
    if (action.getJsonTypeName() === 'Action.ShowCard' && expanded.includes(titleOf(action))) action.execute();
  }
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index))
    .map(({ phase, message }) => ({ phase, message }));
  return { element, card, events, typed: () => typedIn(card, came), expanded: () => [...shown] };
}

// The renderer names radio buttons by input id, so two cards in one chat would share a group.
function separateRadios(element) {
  rendered += 1;
  for (const radio of element.querySelectorAll('input[type=radio]')) radio.name = `${rendered}-${radio.name}`;
}
