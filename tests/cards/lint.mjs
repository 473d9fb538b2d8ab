// What a card of ours must hold beyond the schema. Everything is read from the JSON, nothing from the renderer.
const newest = [1, 5];
const known = new Set(['Action.Execute', 'Action.ShowCard', 'Action.OpenUrl', 'Action.ToggleVisibility']);

function* walk(node, path = '$', key = null) {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* walk(item, `${path}[${index}]`, key);
  } else if (node !== null && typeof node === 'object') {
    yield { node, path, key };
    for (const [name, value] of Object.entries(node)) {
      // What an action carries is the bot's own; it is not a part of the card.
      if (name !== 'data') yield* walk(value, `${path}.${name}`, name);
    }
  }
}

const text = (value) => typeof value === 'string' && value.trim() !== '';

function findingOf({ node, path, key }) {
  const { type } = node;
  if (typeof type !== 'string') return [];
  const findings = [];
  const say = (sentence) => findings.push(`${path}: ${sentence}`);
  if (type.startsWith('Input.')) {
    if (!text(node.label)) say(`${type} has no label`);
    if (!text(node.id)) say(`${type} has no id`);
    if ((node.isRequired || node.regex || node.min || node.max) && !text(node.errorMessage)) say(`${type} can be refused but has no errorMessage`);
  }
  if (type.startsWith('Action.')) {
    // A fallback is for clients without Action.Execute.
    if (!known.has(type) && !(type === 'Action.Submit' && key === 'fallback')) say(`${type} is not an action we use`);
    if (!text(node.title)) say(`${type} has no title`);
  }
  if (type === 'Action.Execute' && !text(node.verb)) say('Action.Execute has no verb');
  if (type === 'Action.OpenUrl' && !/^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(node.url ?? '')) say('Action.OpenUrl does not open an https address');
  return findings;
}

// Sentences about one card; an empty array when it is fit to send.
export function findingsIn(card) {
  if (card?.type !== 'AdaptiveCard') return ['$: not an AdaptiveCard'];
  const findings = [...walk(card)].flatMap(findingOf);
  const version = /^(\d+)\.(\d+)$/.exec(card.version ?? '');
  if (!version) findings.push('$: version is missing or not a number like 1.5');
  else if (Number(version[1]) > newest[0] || (Number(version[1]) === newest[0] && Number(version[2]) > newest[1])) {
    findings.push(`$: version ${card.version} is newer than Teams shows (1.5)`);
  }
  const first = card.body?.[0];
  if (first?.type !== 'TextBlock' || !text(first.text)) findings.push('$.body[0]: a card starts with a TextBlock that has a text');
  const ids = [...walk(card)].filter(({ node }) => typeof node.type === 'string' && node.type.startsWith('Input.')).map(({ node }) => node.id);
  for (const id of new Set(ids.filter((id, index) => id && ids.indexOf(id) !== index))) findings.push(`$: two inputs are called ${id}`);
  return findings;
}
